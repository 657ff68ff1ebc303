import { expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import {
  halfId,
  halfOf,
  halvesOver,
  lastDayOfMonth,
  monthsOf,
  monthsOver,
} from '../../../../api/domain/numbers/period.ts'

test.each([
  ['2026-08-01', '2026-1'],
  ['2027-01-31', '2026-1'],
  ['2027-02-01', '2026-2'],
  ['2027-07-31', '2026-2'],
])('%s lies in %s', (day, half) => {
  expect(halfId(halfOf(localDate(day)))).toBe(half)
})

test('a half has six months', () => {
  expect(monthsOf({ year: 2026, half: 1 })).toEqual(['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01'])
  expect(monthsOf({ year: 2026, half: 2 }).at(-1)).toBe('2027-07')
})

test('a month ends on its last day', () => {
  expect(lastDayOfMonth('2028-02')).toBe('2028-02-29')
  expect(lastDayOfMonth('2026-12')).toBe('2026-12-31')
})

test('a month is counted when nothing can be written down in it any more', () => {
  const from = localDate('2026-09-15')
  expect(monthsOver(from, localDate('2026-10-03'))).toEqual([])
  expect(monthsOver(from, localDate('2026-10-04'))).toEqual(['2026-09'])
  expect(monthsOver(from, localDate('2027-01-04'))).toEqual(['2026-09', '2026-10', '2026-11', '2026-12'])
})

test('a half is published after it, and after a year of silence all that were missed', () => {
  const from = localDate('2026-09-15')
  expect(halvesOver(from, localDate('2027-02-03'))).toEqual([])
  expect(halvesOver(from, localDate('2027-02-04')).map(halfId)).toEqual(['2026-1'])
  expect(halvesOver(from, localDate('2028-02-04')).map(halfId)).toEqual(['2026-1', '2026-2', '2027-1'])
})
