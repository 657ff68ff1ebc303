import { randomUUID } from 'node:crypto'
import type { LocalDate } from '../../api/domain/local-date.ts'
import { isReceivingFunction, type Role } from '../../api/domain/roles.ts'
import type { Random } from '../../web/crypto/random.ts'
import { newSigningKey, type SigningKeyPair } from '../../web/crypto/signing.ts'
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

/** A site whose people have their keys. Whoever keeps `siteSecret` can certify more of them. */
export type MadeSite = Readonly<{
  site: string
  siteKey: string
  siteSecret: Uint8Array
  staff: readonly (Member & Readonly<{ certificate: string }>)[]
  functions: readonly MadeFunction[]
}>

/**
 * Makes people with real keys and stores them: what the set-up in the browsers of a director and each member of staff
 * will do, all in one place. Each receiving function that has members gets a key, sealed to each of them.
 */
export async function makeStaff(db: Database, maker: Maker, people: readonly Person[]): Promise<readonly MadeSite[]> {
  const siteIds = [...new Set(people.map(({ site }) => site))]
  const siteKeys = new Map(siteIds.map((site) => [site, newSigningKey(maker.random)]))
  const keys = await makeKeys(maker, people, siteKeys)
  const members = people.map((person): Member => ({ ...person, holder: randomUUID(), keys: keys.of(person.email) }))
  const sites: MadeSite[] = []
  for (const [site, siteKey] of siteKeys) sites.push(await makeSite(maker, site, siteKey, members))
  await insertStaff(db, keys.all, sites, maker.today)
  return sites
}

async function makeSite(
  maker: Maker,
  site: string,
  siteKey: SigningKeyPair,
  members: readonly Member[],
): Promise<MadeSite> {
  const here = members.filter((member) => member.site === site)
  const staff = here.map((member) => ({ ...member, certificate: certifyMember(maker, siteKey, member) }))
  const roles = [...new Set(here.flatMap((member) => member.roles))].filter(isReceivingFunction)
  const functions = await makeFunctions(maker, site, siteKey, roles, here)
  return { site, siteKey: siteKey.publicKey, siteSecret: siteKey.secret, staff, functions }
}
