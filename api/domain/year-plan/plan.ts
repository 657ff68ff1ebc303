import type { LocalDate } from '../local-date.ts'
import type { Role } from '../roles.ts'
import { isInSchoolYear, type SchoolYear } from '../school-year.ts'

/** Who sees to it: whoever holds a role, or one member of staff of the site. */
export type ItemOwner = Readonly<{ role: Role } | { holder: string }>

/** What a school decides of an item. `evidence` and `leftOut` are words about the school, never about students. */
export type ItemState = Readonly<{
  title: string
  owner: ItemOwner
  startsOn: LocalDate | null
  dueOn: LocalDate
  doneOn: LocalDate | null
  /** By what somebody can see that it was done; stays when it turns out not to be done yet. */
  evidence: string | null
  /** Why the school does not do it this year; null when it does. */
  leftOut: string | null
}>

/** Onderdeel van het jaarplan. */
export type PlanItem = ItemState &
  Readonly<{
    /** Of the protocol, or random. */
    id: string
    /** The place in the paper, and what it asks; null for what the school added itself. */
    section: string | null
    asks: string | null
    position: number
    /** Grows with each change: whoever changes an older one is told so. */
    version: number
  }>

export const planLimits = { title: 160, evidence: 600, reason: 300, ownItems: 60 } as const

export type ItemRefusal = 'days-reversed' | 'day-outside-year' | 'day-ahead'

/** What cannot be right about the days of an item. */
export function refuseItem(item: ItemState, year: SchoolYear, today: LocalDate): ItemRefusal | null {
  if (item.startsOn !== null && item.startsOn > item.dueOn) return 'days-reversed'
  const days = [item.dueOn, ...(item.startsOn === null ? [] : [item.startsOn])]
  if (days.some((day) => !isInSchoolYear(day, year))) return 'day-outside-year'
  return item.doneOn !== null && item.doneOn > today ? 'day-ahead' : null
}

export const planGroups = ['late', 'thisMonth', 'later', 'done', 'leftOut'] as const
export type PlanGroup = (typeof planGroups)[number]

/** Where an item stands today. What goes on over several months counts by its last day. */
export function groupOf({ dueOn, doneOn, leftOut }: ItemState, today: LocalDate): PlanGroup {
  if (leftOut !== null) return 'leftOut'
  if (doneOn !== null) return 'done'
  if (dueOn < today) return 'late'
  return dueOn.slice(0, 7) === today.slice(0, 7) ? 'thisMonth' : 'later'
}

/** What a plan comes to. What is left out is not to be done, so it is in no sum. */
export type PlanSums = Readonly<{ done: number; late: number; total: number }>

export function sumsOf(items: readonly ItemState[], today: LocalDate): PlanSums {
  const groups = items.map((item) => groupOf(item, today)).filter((group) => group !== 'leftOut')
  const count = (wanted: PlanGroup) => groups.filter((group) => group === wanted).length
  return { done: count('done'), late: count('late'), total: groups.length }
}

/** What can happen to an item, as it is written down: never what somebody typed. */
export const itemChanges = [
  'added',
  'words',
  'owner',
  'days',
  'done',
  'undone',
  'evidence',
  'left-out',
  'back',
] as const
export type ItemChange = (typeof itemChanges)[number]

/** The same, and what happens to a plan as a whole. */
export const planChanges = [...itemChanges, 'made', 'copied'] as const
export type PlanChange = (typeof planChanges)[number]

/** What differs between an item as it was and as it is now. */
export function changesOf(before: ItemState, after: ItemState): readonly ItemChange[] {
  const differs = (field: keyof ItemState) => JSON.stringify(before[field]) !== JSON.stringify(after[field])
  const when = (is: boolean, change: ItemChange): readonly ItemChange[] => (is ? [change] : [])
  return [
    ...when(differs('title'), 'words'),
    ...when(differs('owner'), 'owner'),
    ...when(differs('startsOn') || differs('dueOn'), 'days'),
    ...when(differs('doneOn'), after.doneOn === null ? 'undone' : 'done'),
    ...when(differs('evidence'), 'evidence'),
    ...when(differs('leftOut'), after.leftOut === null ? 'back' : 'left-out'),
  ]
}
