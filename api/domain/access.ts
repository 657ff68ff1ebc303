/** Who may see a report: the one place where that is decided. */

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

/**
 * | granted in the current epoch to | may read |
 * |---|---|
 * | the person | yes |
 * | a function the person is a member of | yes |
 * | another person or function, whatever roles this person has | no |
 * | this person or their function, but only in an earlier epoch | no, their access was taken away |
 * | the person, who is involved in it and stays out | no |
 * | anybody at another site | no |
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
