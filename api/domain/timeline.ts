import { isSchoolDay, type SchoolCalendar } from './calendar.ts'
import { addDays, type LocalDate } from './local-date.ts'

/**
 * Tijdlijn: what a reporter sees of how far it is. A school chooses which of these are shown; that a report was received
 * and that it was closed always are, because whoever waits must know whether waiting makes sense.
 */
export const timelineParts = ['read', 'inProgress', 'nextMoment'] as const
export type TimelinePart = (typeof timelineParts)[number]

/** What staff can plan to do next. Only a code and a day, sealed in the status: never who, and never on the server. */
export const nextMomentKinds = ['message', 'talk', 'others', 'howAreYou'] as const
export type NextMomentKind = (typeof nextMomentKinds)[number]

/** A season of school: who promises something later than this cannot know it. */
export const furthestMoment = 120

export type MomentRefusal = 'past' | 'far' | 'free'

/** Nobody promises a reporter something on a day on which nobody is there to do it. */
export function refuseMoment(on: LocalDate, today: LocalDate, calendar: SchoolCalendar): MomentRefusal | null {
  if (on < today) return 'past'
  if (on > addDays(today, furthestMoment)) return 'far'
  return isSchoolDay(on, calendar) ? null : 'free'
}
