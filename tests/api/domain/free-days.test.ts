import { describe, expect, test } from 'vitest'
import { refuseFreeDays } from '../../../api/domain/free-days.ts'
import { localDate } from '../../../api/domain/local-date.ts'

const days = (firstDay: string, lastDay: string) => ({
  ...{ firstDay: localDate(firstDay), lastDay: localDate(lastDay), name: 'vrij' },
})
const christmas = days('2026-12-19', '2027-01-03')

describe('free days are refused', () => {
  test.each([
    ['that end before they begin', days('2026-12-02', '2026-12-01'), 'days-reversed'],
    ['that take longer than any holiday', days('2027-01-04', '2027-12-01'), 'days-long'],
    ['that begin inside others', days('2027-01-03', '2027-01-05'), 'days-overlap'],
    ['that end inside others', days('2026-12-10', '2026-12-19'), 'days-overlap'],
    ['that lie around others', days('2026-12-01', '2027-01-10'), 'days-overlap'],
  ])('%s', (_, wanted, refusal) => {
    expect(refuseFreeDays(wanted, [christmas])).toBe(refusal)
  })
})

test('free days are taken that touch no others, one day as well as seven weeks', () => {
  expect(refuseFreeDays(days('2027-01-04', '2027-01-04'), [christmas])).toBeNull()
  expect(refuseFreeDays(days('2027-07-10', '2027-08-29'), [christmas])).toBeNull()
})
