import { factsOf } from '../../../api/domain/roster.ts'
import { fromBase64Url, toBase64Url } from '../../crypto/bytes.ts'
import { certify } from '../../crypto/certificate.ts'
import { signEscrow } from '../../crypto/escrow.ts'
import type { SheetCode } from '../../crypto/recovery-sheet.ts'
import type { SigningKeyPair } from '../../crypto/signing.ts'
import { deriveSiteKeys, openSiteSeed, sealSiteSeed } from '../../crypto/site-keys.ts'
import { certifiedPerson, type Office, rosterOf } from './office.ts'

/** All that a new site key begins with, from the sheet that was just typed over. */
export async function beginSiteKey(office: Office, code: SheetCode<'site'>) {
  const { instance, site, today, holder } = office
  const { signing, escrow } = await deriveSiteKeys(code)
  const facts = factsOf(rosterOf(office.view), holder)
  if (facts?.recipient !== office.recipient || facts.signingKey !== office.signing.publicKey) {
    throw new Error('the school has other keys')
  }
  const share = await sealSiteSeed({ seed: signing.secret, site, member: holder }, office.recipient)
  return {
    siteKey: signing.publicKey,
    escrow: signEscrow({ instance, site, recipient: escrow.recipient }, signing.secret),
    share: toBase64Url(share),
    certificate: certify({ v: 1, instance, site, ...facts, issuedOn: today }, signing.secret),
  }
}

/** The site's signing key, out of what was sealed to this director. @throws when there is none, or it is another. */
export function openSiteKey({ site, holder, siteKey, identity, view }: Office): Promise<SigningKeyPair> {
  if (view.ownSiteKey === null) return Promise.reject(new Error('no key of the site'))
  return openSiteSeed(fromBase64Url(view.ownSiteKey), identity, { site, member: holder, siteKey })
}

/** @param to - another director, or oneself. @throws unless the site key vouches for them. */
export async function shareSiteKey(office: Office, signing: SigningKeyPair, to: string) {
  const recipient = to === office.holder ? office.recipient : certifiedPerson(office, to).recipient
  const sealed = await sealSiteSeed({ seed: signing.secret, site: office.site, member: to }, recipient)
  return { holder: to, sealed: toBase64Url(sealed) }
}

/** What a sheet opens. Null when it is the sheet of another site, or of a key this site does not have. */
export async function openSheet({ siteKey }: Pick<Office, 'siteKey'>, code: SheetCode<'site'>) {
  const keys = await deriveSiteKeys(code)
  return keys.signing.publicKey === siteKey ? keys : null
}
