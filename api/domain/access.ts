/** Who may see a report: the one place where that is decided. */

import { holderSeenFrom } from './holder-id.ts'
import type { Role } from './roles.ts'

/** A report key sealed to one holder for one epoch. */
export type GrantedHolder = Readonly<{ holder: string; epoch: number }>

/** One person at one site: the holder they are, their roles, and the functions whose key they hold. */
export type StaffAtSite = Readonly<{
  site: string
  holder: string
  roles: readonly Role[]
  functions: readonly string[]
}>

/** The holders under whose keys this person can read: themselves and their functions. */
export const holdersOf = (staff: StaffAtSite): readonly string[] => [staff.holder, ...staff.functions]

/** Somebody as `site` knows them, where a report stands that was shared with them. */
export function staffSeenAt<Staff extends StaffAtSite>(site: string, staff: Staff): Staff {
  const seen = (holder: string) => holderSeenFrom(site, staff.site, holder)
  return { ...staff, site, holder: seen(staff.holder), functions: staff.functions.map(seen) }
}

/**
 * | granted in the current epoch to | may read |
 * |---|---|
 * | the person | yes |
 * | a function the person is a member of | yes |
 * | another person or function, whatever roles this person has | no |
 * | this person or their function, but only in an earlier epoch | no, their access was taken away |
 * | the person, who is involved in it and stays out | no |
 * | anybody at another site, also who holds the same function there | no, unless it was granted to `<site>/<holder>` |
 */
export function mayRead(
  staff: StaffAtSite,
  report: Readonly<{ site: string; epoch: number; grants: readonly GrantedHolder[]; recused: readonly string[] }>,
): boolean {
  if (staff.site !== report.site || report.recused.includes(staff.holder)) return false
  const holders = holdersOf(staff)
  return report.grants.some(({ holder, epoch }) => epoch === report.epoch && holders.includes(holder))
}

/**
 * The holders whose older grants are erased when a new epoch starts: those left out of it, except a function of which
 * somebody who stays is a member, because through it they read what came before.
 */
export function holdersToForget(
  before: readonly string[],
  after: readonly string[],
  members: readonly Readonly<{ role: string; holder: string }>[],
): readonly string[] {
  const stays = new Set(after)
  const neededFunctions = new Set(members.filter(({ holder }) => stays.has(holder)).map(({ role }) => role))
  return [...new Set(before)].filter((holder) => !stays.has(holder) && !neededFunctions.has(holder))
}
