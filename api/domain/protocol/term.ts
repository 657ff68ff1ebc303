import { addSchoolDays, isSchoolDay, type SchoolCalendar, schoolDayFrom, schoolDaysBetween } from '../calendar.ts'
import { addDays, isoWeekday, type LocalDate } from '../local-date.ts'
import type { Basis, Protocol, Term } from './definition.ts'
import { isBefore, type Moment } from './moment.ts'

/** The school's own numbers by the key of the setting; what is left out is as the definition has it. */
export type Numbers = Readonly<Record<string, number>>

/** When something is due and how that stands today. `schoolDays` that are left, or that it is late. */
export type Deadline = Readonly<{
  by: LocalDate
  /** Only of a term in hours: by the end of this hour. */
  hour: number | null
  basis: Basis
  when: 'late' | 'today' | 'this-week' | 'later'
  schoolDays: number
}>

/** `hour` of the present day; without it a term in hours is late only when its day is over. */
export type Now = Readonly<{ calendar: SchoolCalendar; today: LocalDate; hour?: number | null }>

const schoolDaysPerWeek = 5

export const basisOf = ({ count }: Term): Basis => (typeof count === 'number' ? 'protocol' : 'school')

/** How many of its unit a term has at this school. */
export function lengthOf({ count }: Term, { settings }: Protocol, numbers: Numbers): number {
  if (typeof count === 'number') return count
  const setting = settings.find(({ key }) => key === count.setting)
  if (!setting) throw new Error(`no setting ${count.setting}`)
  return numbers[setting.key] ?? setting.standard
}

/** The moment at which a term ends. */
export function endOf(
  term: Term,
  from: Moment,
  protocol: Protocol,
  numbers: Numbers,
  calendar: SchoolCalendar,
): Moment {
  const length = lengthOf(term, protocol, numbers)
  const onDay = (day: LocalDate): Moment => ({ day, hour: null })
  switch (term.unit) {
    case 'schoolDays':
      return onDay(addSchoolDays(from.day, length, calendar))
    case 'schoolWeeks':
      return onDay(addSchoolDays(from.day, length * schoolDaysPerWeek, calendar))
    case 'calendarDays':
      return onDay(addDays(from.day, length))
    case 'calendarWeeks':
      return onDay(addDays(from.day, length * 7))
    case 'hours':
      return addSchoolHours(from, length, protocol.schoolHours, calendar)
  }
}

/** Hours run while somebody is at school: what comes in on Friday evening is counted from Monday morning. */
function addSchoolHours(
  { day, hour }: Moment,
  hours: number,
  { from, until }: Protocol['schoolHours'],
  calendar: SchoolCalendar,
): Moment {
  const isAfterSchool = hour !== null && hour >= until
  const isOpen = isSchoolDay(day, calendar) && !isAfterSchool
  let at = isOpen
    ? { day, hour: Math.max(hour ?? from, from) }
    : { day: schoolDayFrom(addDays(day, isSchoolDay(day, calendar) ? 1 : 0), calendar), hour: from }
  for (let left = hours; left > 0; ) {
    const today = Math.min(left, until - at.hour)
    left -= today
    at = left > 0 ? { day: schoolDayFrom(addDays(at.day, 1), calendar), hour: from } : { ...at, hour: at.hour + today }
  }
  return at
}

/** How something that ends at a moment stands now. */
export function deadlineAt(end: Moment, basis: Basis, { calendar, today, hour }: Now): Deadline {
  const isLate = end.day < today || (end.hour !== null && hour != null && isBefore(end, { day: today, hour }))
  const endOfWeek = addDays(today, 7 - isoWeekday(today))
  return {
    by: end.day,
    hour: end.hour,
    basis,
    when: isLate ? 'late' : end.day === today ? 'today' : end.day <= endOfWeek ? 'this-week' : 'later',
    schoolDays:
      end.day < today ? schoolDaysBetween(end.day, today, calendar) : schoolDaysBetween(today, end.day, calendar),
  }
}
