import { addDays, type LocalDate, localDate } from '../local-date.ts'
import { firstDayOf, lastDayOf, type SchoolYear, schoolYearOf } from '../school-year.ts'

/** `YYYY-MM`. */
export type Month = `${number}-${number}`

/** Half schooljaar: August up to and with January, or February up to and with July. */
export type Half = Readonly<{ year: SchoolYear; half: 1 | 2 }>

/**
 * What numbers are published of: `2026-1` and `2026-2` are the halves of a school year, `2026` is the whole. There is
 * nothing shorter, because what is published of one week more or less is what happened in that week.
 */
export type PeriodId = string

export const halfId = ({ year, half }: Half): PeriodId => `${year}-${half}`
export const yearId = (year: SchoolYear): PeriodId => `${year}`
export const yearOfPeriod = (period: PeriodId): SchoolYear => Number(period.slice(0, 4))
/** 0 for a whole school year. */
export const halfOfPeriod = (period: PeriodId): 0 | 1 | 2 => (period.endsWith('-1') ? 1 : period.endsWith('-2') ? 2 : 0)

export const monthOf = (day: LocalDate): Month => day.slice(0, 7) as Month
export const firstDayOfMonth = (month: Month): LocalDate => localDate(`${month}-01`)
export const monthAfter = (month: Month): Month => monthOf(addDays(localDate(`${month}-28`), 4))
export const lastDayOfMonth = (month: Month): LocalDate => addDays(firstDayOfMonth(monthAfter(month)), -1)

export function halfOf(day: LocalDate): Half {
  const year = schoolYearOf(day)
  return { year, half: day < `${year + 1}-02-01` ? 1 : 2 }
}

export const monthsOf = ({ year, half }: Half): readonly Month[] =>
  (half === 1 ? [8, 9, 10, 11, 12, 1] : [2, 3, 4, 5, 6, 7]).map(
    (month) => `${month >= 8 ? year : year + 1}-${String(month).padStart(2, '0')}` as Month,
  )

/** An entry may be written down as of the day before, so a month is counted a little later. */
export const daysOfGrace = 3

const isOver = (lastDay: LocalDate, today: LocalDate) => today > addDays(lastDay, daysOfGrace)

/** The months that can be counted today, from the one with this day on. */
export function monthsOver(from: LocalDate, today: LocalDate): readonly Month[] {
  const months: Month[] = []
  for (let month = monthOf(from); isOver(lastDayOfMonth(month), today); month = monthAfter(month)) months.push(month)
  return months
}

/** The halves that can be published today, from the one with this day on. */
export function halvesOver(from: LocalDate, today: LocalDate): readonly Half[] {
  const halves: Half[] = []
  for (let half = halfOf(from); isOver(lastDayOfHalf(half), today); half = halfAfter(half)) halves.push(half)
  return halves
}

const lastDayOfHalf = ({ year, half }: Half): LocalDate =>
  half === 2 ? lastDayOf(year) : addDays(localDate(`${year + 1}-02-01`), -1)

const halfAfter = ({ year, half }: Half): Half => (half === 1 ? { year, half: 2 } : { year: year + 1, half: 1 })

export const firstDayOfPeriod = (period: PeriodId): LocalDate =>
  halfOfPeriod(period) === 2 ? localDate(`${yearOfPeriod(period) + 1}-02-01`) : firstDayOf(yearOfPeriod(period))
