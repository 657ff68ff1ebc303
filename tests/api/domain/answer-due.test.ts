import { expect, test } from 'vitest'
import { answerDue, dueOn, type Exchange } from '../../../api/domain/answer-due.ts'
import { localDate } from '../../../api/domain/local-date.ts'

/** A Tuesday. */
const askedOn = localDate('2026-11-24')
const dueAt = (exchange: Partial<Exchange>, today = '2026-11-24') =>
  answerDue({ state: 'received', askedOn, fromSchool: 0, sinceAsked: 0, ...exchange }, localDate(today), 2, [])

test.each<[string, Partial<Exchange>]>([
  ['nobody read yet', {}],
  ['was only read', { state: 'read', fromSchool: 1, sinceAsked: 1 }],
  ['is worked on, without a word to the reporter', { state: 'inProgress', fromSchool: 2, sinceAsked: 2 }],
  ['was answered before the reporter wrote again', { state: 'inProgress', fromSchool: 4, sinceAsked: 0 }],
])('a report that %s is due', (_, exchange) => {
  expect(dueAt(exchange)).toEqual({ by: '2026-11-26', schoolDays: 2 })
})

test.each<[string, Partial<Exchange>]>([
  ['was read and answered', { state: 'read', fromSchool: 2, sinceAsked: 2 }],
  ['was answered after the reporter wrote again', { state: 'read', fromSchool: 3, sinceAsked: 1 }],
  ['is closed, whatever came after', { state: 'closed', fromSchool: 3, sinceAsked: 0 }],
])('a report that %s is not due', (_, exchange) => {
  expect(dueAt(exchange)).toBeNull()
})

test.each([
  ['2026-11-25', 1, 'the day before'],
  ['2026-11-26', 0, 'the day itself'],
  ['2026-11-27', 1, 'one late'],
  ['2026-11-29', 1, 'still one late on the Sunday after'],
  ['2026-12-01', 3, 'three late on Tuesday'],
])('on %s it is %i school days away: %s', (today, schoolDays) => {
  expect(dueAt({}, today)).toEqual({ by: '2026-11-26', schoolDays })
})

test('what was due on Friday is no school day late on Saturday', () => {
  expect(dueOn(localDate('2026-11-27'), localDate('2026-11-28'), [])).toMatchObject({ schoolDays: 0 })
})
