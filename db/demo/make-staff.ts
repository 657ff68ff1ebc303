import { randomUUID } from 'node:crypto'
import type { LocalDate } from '../../api/domain/local-date.ts'
import { isReceivingFunction, type Role } from '../../api/domain/roles.ts'
import { signEscrow } from '../../web/crypto/escrow.ts'
import type { Random } from '../../web/crypto/random.ts'
import { makeSheet, type SheetCode } from '../../web/crypto/recovery-sheet.ts'
import { deriveSiteKeys, type SiteKeys, sealSiteSeed } from '../../web/crypto/site-keys.ts'
import type { Database } from '../connect.ts'
import type { Instance } from '../fill-school.ts'
import { insertStaff } from './insert-staff.ts'
import { certifyMember, type MadeFunction, makeFunctions } from './make-functions.ts'
import { type Member, makeKeys } from './make-keys.ts'

/** Somebody who works at a site. The same e-mail address at another site is the same person. */
export type Person = Readonly<{
  email: string
  password: string
  name: string
  site: string
  roles: readonly Role[]
  isFindable?: boolean
  reach?: string | null
  hours?: string | null
  /** Class groups of which this person is the mentor. */
  mentorOf?: readonly string[]
}>

export type Maker = Readonly<{ instance: Instance; random: Random; today: LocalDate }>

/** A site whose people have their keys. Whoever keeps `siteSecret` or the sheet can certify more of them. */
export type MadeSite = Readonly<{
  site: string
  siteKey: string
  siteSecret: Uint8Array
  /** What would lie in the safe. */
  sheet: SheetCode<'site'>
  escrow: string
  /** The site key, sealed to each director, by holder id. */
  siteKeyByDirector: ReadonlyMap<string, Uint8Array>
  staff: readonly (Member & Readonly<{ certificate: string }>)[]
  functions: readonly MadeFunction[]
}>

/**
 * Makes people with real keys and stores them: what the set-up in the browsers of a director and each member of staff
 * will do, all in one place. Each receiving function that has members gets a key, sealed to each of them.
 */
export async function makeStaff(db: Database, maker: Maker, people: readonly Person[]): Promise<readonly MadeSite[]> {
  const siteIds = [...new Set(people.map(({ site }) => site))]
  const siteKeys = new Map(await Promise.all(siteIds.map((site) => makeSiteKeys(maker, site))))
  const keys = await makeKeys(maker, people, siteKeys)
  const members = people.map((person): Member => ({ ...person, holder: randomUUID(), keys: keys.of(person.email) }))
  const sites: MadeSite[] = []
  for (const [site, made] of siteKeys) sites.push(await makeSite(maker, site, made, members))
  await insertStaff(db, keys.all, sites, maker.today)
  return sites
}

type MadeSiteKeys = SiteKeys & Readonly<{ sheet: SheetCode<'site'> }>

async function makeSiteKeys({ random }: Maker, site: string): Promise<readonly [string, MadeSiteKeys]> {
  const sheet = makeSheet('site', random)
  return [site, { sheet, ...(await deriveSiteKeys(sheet)) }]
}

async function makeSite(
  maker: Maker,
  site: string,
  { signing: siteKey, escrow: safe, sheet }: MadeSiteKeys,
  members: readonly Member[],
): Promise<MadeSite> {
  const here = members.filter((member) => member.site === site)
  const directors = here.filter((member) => member.roles.includes('director'))
  const shared = directors.map(async ({ holder, keys }) => {
    const seed = { seed: siteKey.secret, site, member: holder }
    return [holder, await sealSiteSeed(seed, keys.identity.recipient)] as const
  })
  const staff = here.map((member) => ({ ...member, certificate: certifyMember(maker, siteKey, member) }))
  const roles = [...new Set(here.flatMap((member) => member.roles))].filter(isReceivingFunction)
  const functions = await makeFunctions(maker, { site, siteKey, escrow: safe.recipient }, roles, here)
  return {
    ...{ site, siteKey: siteKey.publicKey, siteSecret: siteKey.secret, sheet, staff, functions },
    escrow: signEscrow({ instance: maker.instance.salt, site, recipient: safe.recipient }, siteKey.secret),
    siteKeyByDirector: new Map(await Promise.all(shared)),
  }
}
