import { addDays, type LocalDate } from './local-date.ts'

/** Vrije dagen: both ends included. */
export type FreeDays = Readonly<{ firstDay: LocalDate; lastDay: LocalDate; name: string }>
export type FreeDaysRefusal = 'days-reversed' | 'days-long' | 'days-overlap'

/** A summer takes seven weeks; more in one go is a mistake in a year. */
export const longestFreeDays = 100

/** @param others - what the site has already, without the row that is being changed. */
export function refuseFreeDays(days: FreeDays, others: readonly FreeDays[]): FreeDaysRefusal | null {
  if (days.lastDay < days.firstDay) return 'days-reversed'
  if (days.lastDay >= addDays(days.firstDay, longestFreeDays)) return 'days-long'
  return others.some((other) => overlap(days, other)) ? 'days-overlap' : null
}

export const overlap = (one: FreeDays, other: FreeDays): boolean =>
  one.firstDay <= other.lastDay && other.firstDay <= one.lastDay
