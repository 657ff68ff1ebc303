import { expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import type { Entry } from '../../../../web/crypto/conversation.ts'
import { answerOf } from '../../../../web/islands/shared/answer-due.ts'

const from = (isFromReporter: boolean, purpose: Entry['purpose'], body: object = {}) =>
  ({ isFromReporter, purpose, body }) as unknown as Entry
const report = from(true, 'report')
const question = from(true, 'message', { text: 'Is er nieuws?' })
const answer = from(false, 'message', { text: 'Ja.' })
const state = (to: string) => from(false, 'status', { state: to })
const going = (how: string, words = '') => from(true, 'checkIn', { going: how, text: words })

const dueOn = (today: string, entries: Entry[]) => answerOf(entries, localDate('2026-11-25'), localDate(today))

test.each<[string, Entry[], string]>([
  ['a report', [report], 'due'],
  ['a report that was only read', [report, state('read')], 'due'],
  ['an answered report', [report, answer], 'given'],
  ['a question after the answer', [report, answer, question], 'due'],
  ['a report that was closed', [report, state('closed')], 'given'],
  ['"it goes well" after the answer', [report, answer, going('well')], 'given'],
  ['"it does not go well" after the answer', [report, answer, going('notWell')], 'due'],
  ['words with "it goes well"', [report, answer, going('well', 'Dank je wel!')], 'due'],
  ['a change of readers after the answer', [report, answer, from(true, 'epoch')], 'given'],
])('on the promised day the answer to %s is %s', (_, entries, due) => {
  expect(dueOn('2026-11-25', entries)).toBe(due)
  expect(dueOn('2026-11-26', entries)).toBe(due === 'due' ? 'late' : due)
})
