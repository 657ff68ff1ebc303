import { addDays, isoWeekday, type LocalDate } from './local-date.ts'
import { publicHolidays } from './public-holidays.ts'

/** Vakantie: days on which nobody at a site reads. Both ends included. */
export type SchoolHoliday = Readonly<{ firstDay: LocalDate; lastDay: LocalDate; name: string }>

/** The days off of one site. Public holidays are computed and need not be in it. */
export type SchoolCalendar = readonly SchoolHoliday[]

/** Why nobody reads today, and the last day of it: the day after `until` is a school day. */
export type Closure = Readonly<{ name: string; until: LocalDate }>

/** Schooldag: a weekday that is neither a public holiday nor a day off of this site. */
export const isSchoolDay = (day: LocalDate, calendar: SchoolCalendar): boolean =>
  isoWeekday(day) <= 5 && holidayOn(day, calendar) === null

/** The first school day on or after this day. */
export function schoolDayFrom(day: LocalDate, calendar: SchoolCalendar): LocalDate {
  // Ten years of holidays would be a mistake in the calendar; do not search for ever because of it.
  for (let tries = 0, candidate = day; tries < 3_660; tries += 1, candidate = addDays(candidate, 1)) {
    if (isSchoolDay(candidate, calendar)) return candidate
  }
  throw new Error('a calendar without school days')
}

/** Counts school days from the day after `day`: one school day after Friday is Monday. */
export function addSchoolDays(day: LocalDate, term: number, calendar: SchoolCalendar): LocalDate {
  let reached = day
  for (let left = term; left > 0; left -= 1) reached = schoolDayFrom(addDays(reached, 1), calendar)
  return reached
}

/**
 * The school day by which a reporter who writes today has an answer. The day itself does not count, and what comes in
 * on a day off counts as coming in on the first school day after it.
 */
export const answerBy = (today: LocalDate, term: number, calendar: SchoolCalendar): LocalDate =>
  addSchoolDays(schoolDayFrom(today, calendar), term, calendar)

/** How many school days there are after the one day, up to and with the other: Friday to Monday is one. */
export function schoolDaysBetween(from: LocalDate, to: LocalDate, calendar: SchoolCalendar): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isSchoolDay(day, calendar)) count += 1
  return count
}

/** The holiday this day falls in, or null. A weekend alone is no holiday: everybody knows that nobody reads then. */
export function closedOn(day: LocalDate, calendar: SchoolCalendar): Closure | null {
  const name = holidayOn(day, calendar)
  return name === null ? null : { name, until: addDays(schoolDayFrom(day, calendar), -1) }
}

function holidayOn(day: LocalDate, calendar: SchoolCalendar): string | null {
  // The school's own holiday names the period better than the public holiday inside it: "Kerstvakantie".
  const own = calendar.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  return own?.name ?? publicHolidays(Number(day.slice(0, 4))).find((holiday) => holiday.day === day)?.name ?? null
}
