import { isSchoolDay, type SchoolCalendar, schoolDayFrom } from './calendar.ts'
import { addDays, type LocalDate, localDate } from './local-date.ts'

/**
 * Schooljaar, by the year in which it begins: 2026 is 2026–2027. It runs from 1 August to 31 July (article 1.1 of the
 * Wet voortgezet onderwijs 2020), in every region.
 */
export type SchoolYear = number

export const schoolYearOf = (day: LocalDate): SchoolYear => Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0)

export const firstDayOf = (year: SchoolYear): LocalDate => localDate(`${year}-08-01`)
export const lastDayOf = (year: SchoolYear): LocalDate => localDate(`${year + 1}-07-31`)

export const isInSchoolYear = (day: LocalDate, year: SchoolYear): boolean => schoolYearOf(day) === year

/** The day of a school year on which it is this month and day. @param monthAndDay - `MM-DD`, not 29 February. */
export const dayInSchoolYear = (monthAndDay: string, year: SchoolYear): LocalDate =>
  localDate(`${monthAndDay < '08-01' ? year + 1 : year}-${monthAndDay}`)

/** The same day of the month a year later; 29 February becomes 28 February. */
export const aYearLater = (day: LocalDate): LocalDate =>
  localDate(`${Number(day.slice(0, 4)) + 1}-${day.slice(5) === '02-29' ? '02-28' : day.slice(5)}`)

/** The first school day from this one on, or, where the year would be over by then, the last one before it. */
export function schoolDayNear(day: LocalDate, year: SchoolYear, calendar: SchoolCalendar): LocalDate {
  const after = schoolDayFrom(day, calendar)
  return isInSchoolYear(after, year) ? after : lastSchoolDayBefore(day, calendar)
}

/** The school day that lies so many school days before this one. */
export function schoolDaysEarlier(day: LocalDate, count: number, calendar: SchoolCalendar): LocalDate {
  let reached = day
  for (let left = count; left > 0; left -= 1) reached = lastSchoolDayBefore(reached, calendar)
  return reached
}

function lastSchoolDayBefore(day: LocalDate, calendar: SchoolCalendar): LocalDate {
  let candidate = addDays(day, -1)
  for (let tries = 0; tries < 3_660; tries += 1, candidate = addDays(candidate, -1))
    if (isSchoolDay(candidate, calendar)) return candidate
  throw new Error('a calendar without school days')
}
