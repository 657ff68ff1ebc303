import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addSchoolDays,
  answerBy,
  closedOn,
  isSchoolDay,
  type SchoolCalendar,
  schoolDaysBetween,
} from '../../../api/domain/calendar.ts'
import { addDays, type LocalDate, localDate } from '../../../api/domain/local-date.ts'

const holiday = (firstDay: string, lastDay: string, name: string) => ({
  firstDay: localDate(firstDay),
  lastDay: localDate(lastDay),
  name,
})

/** Ede, school year 2026-2027, with one free day of its own. */
const ede: SchoolCalendar = [
  holiday('2026-10-17', '2026-10-25', 'Herfstvakantie'),
  holiday('2026-12-19', '2027-01-03', 'Kerstvakantie'),
  holiday('2026-11-27', '2026-11-27', 'Studiedag'),
  holiday('2027-04-24', '2027-05-02', 'Meivakantie'),
]

describe('school days', () => {
  test.each([
    ['2026-11-24', true, 'a Tuesday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-11-27', false, "the school's own free day"],
    ['2026-10-16', true, 'the last day before a holiday'],
    ['2026-10-20', false, 'a day in a holiday'],
    ['2026-10-26', true, 'the first day after a holiday'],
    ['2027-03-29', false, 'Easter Monday'],
    ['2027-05-06', false, 'Ascension Day'],
    ['2027-05-05', false, 'Liberation Day'],
  ])('%s: %s (%s)', (day, expected) => {
    expect(isSchoolDay(localDate(day), ede)).toBe(expected)
  })
})

describe('the school days between two days', () => {
  test.each([
    ['2026-11-24', '2026-11-24', 0, 'the same day'],
    ['2026-11-24', '2026-11-25', 1, 'tomorrow'],
    ['2026-11-26', '2026-11-30', 1, 'over a free Friday and a weekend'],
    ['2026-12-04', '2026-12-06', 0, 'a weekend'],
    ['2026-12-18', '2027-01-04', 1, 'over a holiday'],
    ['2026-11-25', '2026-11-24', 0, 'back'],
  ])('%s to %s: %i (%s)', (from, to, count) => {
    expect(schoolDaysBetween(localDate(from), localDate(to), ede)).toBe(count)
  })

  test('are as many as a term that is counted forward', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((after) => addDays(localDate('2026-08-01'), after))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), (from, term) => {
        expect(schoolDaysBetween(from, addSchoolDays(from, term, ede), ede)).toBe(term)
      }),
    )
  })
})

describe('an answer within two school days', () => {
  test.each([
    ['2026-11-24', '2026-11-26', 'asked on a Tuesday'],
    ['2026-11-26', '2026-12-01', 'over a free Friday and the weekend'],
    ['2026-12-05', '2026-12-09', 'asked on a Saturday: as if asked on Monday'],
    ['2026-10-16', '2026-10-27', 'asked on the last day before a holiday'],
    ['2026-10-20', '2026-10-28', 'asked in the holiday: as if asked on its first school day'],
    ['2026-12-23', '2027-01-06', 'over New Year'],
    ['2027-03-26', '2027-03-31', 'over Easter'],
    ['2027-05-03', '2027-05-07', 'over two public holidays in a row'],
  ])('%s: by %s, %s', (day, expected) => {
    expect(answerBy(localDate(day), 2, ede)).toBe(expected)
  })
})

describe('closed', () => {
  test.each([
    ['2026-11-24', null],
    ['2026-11-28', null],
    ['2026-10-17', { name: 'Herfstvakantie', until: '2026-10-25' }],
    ['2026-10-23', { name: 'Herfstvakantie', until: '2026-10-25' }],
    ['2026-11-27', { name: 'Studiedag', until: '2026-11-29' }],
    ['2026-12-25', { name: 'Kerstvakantie', until: '2027-01-03' }],
    ['2027-03-29', { name: 'Tweede paasdag', until: '2027-03-29' }],
  ])('on %s: %j', (day, expected) => {
    expect(closedOn(localDate(day), ede)).toEqual(expected)
  })
})

test('a calendar that never opens is a fault, not an endless search', () => {
  const never = [holiday('2000-01-01', '2099-12-31', 'Altijd')]
  expect(() => answerBy(localDate('2026-11-24'), 2, never)).toThrow('without school days')
})

describe('counting school days', () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((after) => addDays(localDate('2020-01-01'), after))
  const calendar = fc
    .array(fc.record({ start: day, length: fc.integer({ min: 0, max: 40 }) }), { maxLength: 8 })
    .map((off): SchoolCalendar => off.map(({ start, length }) => holiday(start, addDays(start, length), 'Vrij')))
  const term = fc.integer({ min: 1, max: 20 })

  const schoolDaysIn = (from: LocalDate, to: LocalDate, off: SchoolCalendar) => {
    let count = 0
    for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isSchoolDay(at, off)) count += 1
    return count
  }

  test('a term ends on a school day, with exactly so many school days in it', () => {
    fc.assert(
      fc.property(day, term, calendar, (from, days, off) => {
        const end = addSchoolDays(from, days, off)
        expect(isSchoolDay(end, off)).toBe(true)
        expect(schoolDaysIn(from, end, off)).toBe(days)
      }),
    )
  })

  test('one term after another is the two terms together', () => {
    fc.assert(
      fc.property(day, term, term, calendar, (from, first, second, off) => {
        expect(addSchoolDays(addSchoolDays(from, first, off), second, off)).toBe(
          addSchoolDays(from, first + second, off),
        )
      }),
    )
  })

  test('who asks later never has an answer earlier', () => {
    fc.assert(
      fc.property(day, day, term, calendar, (one, other, days, off) => {
        const [early, late] = one < other ? [one, other] : [other, one]
        expect(answerBy(early, days, off) <= answerBy(late, days, off)).toBe(true)
      }),
    )
  })

  test('a closure ends the day before a school day', () => {
    fc.assert(
      fc.property(day, calendar, (on, off) => {
        const closure = closedOn(on, off)
        expect(closure === null || (closure.until >= on && isSchoolDay(addDays(closure.until, 1), off))).toBe(true)
      }),
    )
  })
})
