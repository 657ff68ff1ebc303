import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoWeekday } from '../../../api/domain/local-date.ts'
import { easterSunday, publicHolidays } from '../../../api/domain/public-holidays.ts'

/** Knuth, The Art of Computer Programming 1.3.2, exercise 14: another road to the same day. */
function easterByKnuth(year: number): string {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const skipped = Math.floor((3 * century) / 4) - 12
  const moon = Math.floor((8 * century + 5) / 25) - 5
  const sunday = Math.floor((5 * year) / 4) - skipped - 10
  let epact = (((11 * golden + 20 + moon - skipped) % 30) + 30) % 30
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1
  let full = 44 - epact
  if (full < 21) full += 30
  const day = full + 7 - ((sunday + full) % 7)
  const [month, date] = day > 31 ? [4, day - 31] : [3, day]
  return `${year}-0${month}-${String(date).padStart(2, '0')}`
}

describe('Easter', () => {
  test.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('of %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day)
  })

  test('is the same by another computus, in every Gregorian year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
        expect(easterSunday(year)).toBe(easterByKnuth(year))
        expect(isoWeekday(easterSunday(year))).toBe(7)
      }),
      { numRuns: 2_000 },
    )
  })
})

test('the days of 2026', () => {
  expect(publicHolidays(2026).map(({ day, name }) => `${day} ${name}`)).toEqual([
    '2026-01-01 Nieuwjaarsdag',
    '2026-04-05 Eerste paasdag',
    '2026-04-06 Tweede paasdag',
    '2026-04-27 Koningsdag',
    '2026-05-05 Bevrijdingsdag',
    '2026-05-14 Hemelvaartsdag',
    '2026-05-24 Eerste pinksterdag',
    '2026-05-25 Tweede pinksterdag',
    '2026-12-25 Eerste kerstdag',
    '2026-12-26 Tweede kerstdag',
  ])
})

test.each([
  [2024, '2024-04-27'],
  [2025, '2025-04-26'],
  [2026, '2026-04-27'],
  [2031, '2031-04-26'],
])("King's Day of %i is %s, never a Sunday", (year, day) => {
  expect(publicHolidays(year).find(({ name }) => name === 'Koningsdag')?.day).toBe(day)
})

test('Liberation Day is a day off in every year, not only every fifth one', () => {
  for (const year of [2024, 2025, 2026, 2027]) {
    expect(publicHolidays(year)).toContainEqual({ day: `${year}-05-05`, name: 'Bevrijdingsdag' })
  }
})
