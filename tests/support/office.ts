import type { ReceivingFunction } from '../../api/domain/roles.ts'
import { ask } from '../../web/client.ts'
import { fromBase64Url } from '../../web/crypto/bytes.ts'
import { recipientOf } from '../../web/crypto/identity.ts'
import { signingKeyFromSeed } from '../../web/crypto/signing.ts'
import { openStaffBox } from '../../web/crypto/staff-box.ts'
import { letIn, makeFunctionKey } from '../../web/islands/keys/function-work.ts'
import { type KeysApi, keysApi } from '../../web/islands/keys/keys-api.ts'
import type { Office } from '../../web/islands/keys/office.ts'
import { openSiteKey } from '../../web/islands/keys/site-key-work.ts'
import { signAll, toSign } from '../../web/islands/keys/to-sign.ts'
import type { School } from './school.ts'
import { accepted, type SchoolApi } from './school-api.ts'
import { signInAs } from './staff.ts'

/** Somebody with their keys open, at the page on which keys are looked after: the code of the browser, without it. */
export type AtDesk = Readonly<{ api: KeysApi; own: SchoolApi; office: Office }>

export async function atDesk(school: School, who: string, site = 'ede', trusts?: string): Promise<AtDesk> {
  const { api: own, unlockIdentity } = await signInAs(school, who, site)
  const api = keysApi(own.client)
  const me = await accepted(ask(own.client.team.me.$get()))
  const box = await openStaffBox(fromBase64Url(me.box), unlockIdentity)
  const office: Office = {
    ...{ site, instance: school.deps.instance.salt, today: school.deps.clock.today() },
    siteKey: trusts ?? box.siteKeys[site] ?? '',
    holder: me.sites.find((place) => place.site === site)?.holder ?? '',
    ...{ identity: box.identity, recipient: await recipientOf(box.identity) },
    signing: signingKeyFromSeed(box.signingSeed),
    view: await accepted(api.keys(site)),
  }
  return { api, own, office }
}

/** The director signs whatever waits. */
export async function signEverything(school: School, who = 'directeur'): Promise<void> {
  const { api, office } = await atDesk(school, who)
  const siteKey = await openSiteKey(office)
  await accepted(api.sign(office.site, signAll(toSign(office), siteKey.secret)))
}

/** A member gives a colleague who was appointed the keys of the function. */
export async function letInAs(school: School, who: string, role: ReceivingFunction, to: string): Promise<void> {
  const { api, office } = await atDesk(school, who)
  await accepted(api.letIn(office.site, role, await letIn(office, role, to)))
}

/** A member makes the next key of a function. */
export async function rekeyAs(school: School, who: string, role: ReceivingFunction): Promise<void> {
  const { api, office } = await atDesk(school, who)
  await accepted(api.makeKey(office.site, role, await makeFunctionKey(office, role)))
}
