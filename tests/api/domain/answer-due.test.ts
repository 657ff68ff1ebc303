import { expect, test } from 'vitest'
import { answerDue, dueOn } from '../../../api/domain/answer-due.ts'
import { localDate } from '../../../api/domain/local-date.ts'

/** A Tuesday. */
const askedOn = localDate('2026-11-24')
const dueAt = (askedSequence: number, answeredSequence: number, today = '2026-11-24') =>
  answerDue({ askedOn, askedSequence, answeredSequence }, localDate(today), 2, [])

test.each([
  [1, 0, 'of a report that nobody answered'],
  [4, 3, 'when the reporter wrote after the answer'],
])('an answer is due (%i, %i) %s', (asked, answered) => {
  expect(dueAt(asked, answered)).toEqual({ by: '2026-11-26', schoolDays: 2 })
})

test('no answer is due when the last words were those of the school', () => {
  expect(dueAt(1, 3)).toBeNull()
})

test.each([
  ['2026-11-25', 1, 'the day before'],
  ['2026-11-26', 0, 'the day itself'],
  ['2026-11-27', 1, 'one late'],
  ['2026-11-29', 1, 'still one late on the Sunday after'],
  ['2026-12-01', 3, 'three late on Tuesday'],
])('on %s it is %i school days away: %s', (today, schoolDays) => {
  expect(dueAt(1, 0, today)).toEqual({ by: '2026-11-26', schoolDays })
})

test('what was due on Friday is no school day late on Saturday', () => {
  expect(dueOn(localDate('2026-11-27'), localDate('2026-11-28'), [])).toMatchObject({ schoolDays: 0 })
})
