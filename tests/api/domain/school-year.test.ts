import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSchoolDay, schoolDaysBetween } from '../../../api/domain/calendar.ts'
import { addDays, localDate } from '../../../api/domain/local-date.ts'
import {
  aYearLater,
  dayInSchoolYear,
  firstDayOf,
  isInSchoolYear,
  lastDayOf,
  schoolDayNear,
  schoolDaysEarlier,
  schoolYearOf,
} from '../../../api/domain/school-year.ts'
import { holidaysOf } from '../../../db/school-holidays.ts'

const day = localDate
const calendars = (['noord', 'midden', 'zuid'] as const).map((region) =>
  holidaysOf(region).map(({ name, firstDay, lastDay }) => ({ name, firstDay: day(firstDay), lastDay: day(lastDay) })),
)
const [north = []] = calendars

describe('a school year', () => {
  test.each([
    ['2026-07-31', 2025],
    ['2026-08-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
    ['2027-07-31', 2026],
  ])('%s is in the year that begins in %i', (text, year) => {
    expect(schoolYearOf(day(text))).toBe(year)
  })

  test('follows on the one before without a day between', () => {
    for (const year of [2023, 2026, 2027]) expect(addDays(lastDayOf(year), 1)).toBe(firstDayOf(year + 1))
  })

  test('has each day of the month once', () => {
    expect(dayInSchoolYear('08-01', 2026)).toBe('2026-08-01')
    expect(dayInSchoolYear('07-31', 2026)).toBe('2027-07-31')
  })
})

test('29 February has no day a year later, so it becomes the 28th', () => {
  expect(aYearLater(day('2028-02-29'))).toBe('2029-02-28')
  expect(aYearLater(day('2026-11-12'))).toBe('2027-11-12')
})

test('a planned day in a holiday moves on to the first school day after it', () => {
  expect(schoolDayNear(day('2026-12-24'), 2026, north)).toBe('2027-01-04')
})

test('a planned day in the summer moves back, because after it another school year has begun', () => {
  expect(schoolDayNear(day('2027-07-20'), 2026, north)).toBe('2027-07-09')
})

test('in every region each day of a year has a school day of the same year near it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...calendars), fc.constantFrom(2026, 2027), fc.nat(364), (calendar, year, offset) => {
      const wanted = addDays(firstDayOf(year), offset)
      const near = schoolDayNear(wanted, year, calendar)
      expect(isSchoolDay(near, calendar)).toBe(true)
      expect(isInSchoolYear(near, year)).toBe(true)
    }),
  )
})

test('so many school days earlier is as many school days before', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...calendars),
      fc.nat(600),
      fc.integer({ min: 1, max: 12 }),
      (calendar, offset, count) => {
        const to = addDays(day('2026-09-15'), offset)
        const earlier = schoolDaysEarlier(to, count, calendar)
        expect(schoolDaysBetween(addDays(earlier, -1), addDays(to, -1), calendar)).toBe(count)
      },
    ),
  )
})
