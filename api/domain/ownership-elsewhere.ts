/** The people and functions of another site, as the site sees them at which a report stands that they read. */

import { holderSeenFrom, homeOf } from './holder-id.ts'
import type { Ownership } from './ownership.ts'
import type { Needed, OwnershipChange } from './ownership-changes.ts'
import { heldBy } from './ownership-steps.ts'
import { functionsWithoutEscrow } from './roles.ts'

export type StaffOfSite = Omit<Ownership, 'reports'>

/** @param isVouchedFor - whether the site vouches for the other: without it nobody there can be given a key. */
export function staffSeenFrom(site: string, home: string, staff: StaffOfSite, isVouchedFor: boolean): StaffOfSite {
  if (site === home) return staff
  const { people, functions, deputies } = staff
  const seen = (holder: string) => holderSeenFrom(site, home, holder)
  return {
    // Without the roles in which they work dossiers: those are of their own site only.
    people: people.map(({ holder, isAble }) => ({ holder: seen(holder), isAble: isAble && isVouchedFor })),
    functions: functions.map((one) => ({
      role: seen(one.role),
      members: one.members.map(seen),
      keyHolders: one.keyHolders.map(seen),
      former: one.former.map(seen),
      isRetired: one.isRetired || !isVouchedFor,
    })),
    deputies: deputies.map(({ absent, deputy, roles, ...period }) => ({
      ...{ ...period, absent: seen(absent), deputy: seen(deputy), roles: roles.map(seen) },
    })),
  }
}

/** What happens to people or functions of `home`, as `site` sees it. Of one report there is nothing to translate. */
export function changeSeenFrom<Change extends OwnershipChange>(site: string, home: string, change: Change): Change {
  const seen = (holder: string) => holderSeenFrom(site, home, holder)
  if ('report' in change) return change
  return {
    ...change,
    ...('absent' in change && { absent: seen(change.absent), deputy: seen(change.deputy) }),
    ...('role' in change && { role: seen(change.role) }),
    ...('holder' in change && { holder: seen(change.holder) }),
  }
}

/** Nobody of the other site can be given anything, and what they hold is taken back. */
export function withdraw(state: Ownership, site: string): Ownership {
  const isTheirs = (holder: string) => holder.startsWith(`${site}/`)
  return {
    ...state,
    people: state.people.map((person) => (isTheirs(person.holder) ? { ...person, isAble: false } : person)),
    functions: state.functions.map((one) => (isTheirs(one.role) ? { ...one, isRetired: true } : one)),
    reports: state.reports.map((report) => {
      const holders = report.holders.filter((holder) => !isTheirs(holder))
      return heldBy({ ...report, isKeyDue: report.isKeyDue || holders.length < report.holders.length }, holders)
    }),
  }
}

/** Recused is a person, whichever of the places where they work it was said for. */
export const everywhere = (
  recused: readonly string[],
  placesBy: ReadonlyMap<string, readonly string[]>,
): readonly string[] => [...new Set(recused.flatMap((holder) => [holder, ...(placesBy.get(holder) ?? [])]))]

/** What is needed at a site before somebody can go, with what is needed elsewhere for the same, in the ids of the site. */
export function neededWith(site: string, own: Needed, there: Needed): Needed {
  const holders = [...new Set([...own.holders, ...there.holders.map((holder) => homeOf(site, holder).holder)])]
  const isClosed = functionsWithoutEscrow.some((role) => holders.includes(role))
  const isUnknown = own.reports === null || there.reports === null || isClosed
  return { holders, reports: isUnknown ? null : own.reports + there.reports }
}
