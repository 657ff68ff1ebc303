import { expect, test } from 'vitest'
import { localDate } from '../../../api/domain/local-date.ts'
import { type ClockTime, momentInTheNetherlands, startOfDay } from '../../../api/domain/moments.ts'

test.each<[string, ClockTime, string]>([
  ['2026-11-24', '07:30', '2026-11-24T06:30:00.000Z'],
  ['2026-06-24', '07:30', '2026-06-24T05:30:00.000Z'],
  // The clock goes back at three: half past two comes twice, and the first one counts.
  ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  // The clock goes forward at two: half past two does not come.
  ['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
])('%s at %s is %s', (day, time, instant) => {
  expect(momentInTheNetherlands(localDate(day), time).toISOString()).toBe(instant)
})

test('a day begins at midnight in the Netherlands', () => {
  expect(startOfDay(localDate('2026-11-24')).toISOString()).toBe('2026-11-23T23:00:00.000Z')
})
