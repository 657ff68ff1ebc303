import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../../api/domain/local-date.ts'
import { type TimelinePart, timelineParts } from '../../../../api/domain/timeline.ts'
import type { Entry } from '../../../../web/crypto/conversation.ts'
import type { StatusBody } from '../../../../web/crypto/message.ts'
import { nextMomentOf, noteOn, shownToReporter, timelineOf } from '../../../../web/islands/shared/timeline.ts'

const received = '2026-11-20'
const talk = (on: LocalDate) => ({ on, kind: 'talk' })
const report = { purpose: 'report', header: { on: received }, body: {}, authorName: null } as unknown as Entry
const says = { purpose: 'message', header: { on: '2026-11-24' }, body: { text: 'Hoi' } } as unknown as Entry
const sets = (on: LocalDate, body: StatusBody) =>
  ({ purpose: 'status', header: { on }, body, authorName: 'Anna' }) as unknown as Entry
const states = (entries: readonly Entry[]) => timelineOf(entries, received).map(({ state }) => state)
const seen = (entries: readonly Entry[], ...parts: TimelinePart[]) => shownToReporter(entries, parts)

const whole = [
  report,
  sets('2026-11-23', { state: 'read' }),
  says,
  sets('2026-11-24', { state: 'inProgress', next: talk('2026-12-03') }),
  sets('2026-12-04', { state: 'closed' }),
]

describe('the timeline', () => {
  test('begins with the day it came, and has a step with name and day for each change', () => {
    expect(timelineOf(whole.slice(0, 3), received)).toEqual([
      { state: 'received', on: received, name: null },
      { state: 'read', on: '2026-11-23', name: 'Anna' },
    ])
    expect(states(whole)).toEqual(['received', 'read', 'inProgress', 'closed'])
  })

  test('has no step for a status that only plans something, and one for a report that is opened again', () => {
    const planned = sets('2026-11-25', { state: 'inProgress', next: talk('2026-12-08') })
    expect(states([...whole.slice(0, 4), planned])).toEqual(['received', 'read', 'inProgress'])
    expect(states([...whole, sets('2026-12-09', { state: 'inProgress' })]).slice(-2)).toEqual(['closed', 'inProgress'])
  })

  test('plans what the last status says, also when it says nothing', () => {
    expect(nextMomentOf([report])).toBeNull()
    expect(nextMomentOf(whole.slice(0, 4))).toEqual(talk('2026-12-03'))
    expect(nextMomentOf(whole)).toBeNull()
  })
})

describe('a school that shows', () => {
  test('everything hides nothing', () => {
    expect(seen(whole, ...timelineParts)).toEqual(whole)
  })

  test('nothing of its own still says that it came and that it was closed', () => {
    expect(states(seen(whole))).toEqual(['received', 'closed'])
    expect(seen(whole)).toHaveLength(3)
  })

  test.each<[TimelinePart[], string[]]>([
    [['read'], ['received', 'read', 'closed']],
    [['inProgress'], ['received', 'inProgress', 'closed']],
    [['nextMoment'], ['received', 'closed']],
  ])('only %j shows %j', (parts, shown) => {
    expect(states(seen(whole, ...parts))).toEqual(shown)
  })

  test('what is planned, but not that it is busy with it, tells the plan alone', () => {
    const shown = seen(whole.slice(0, 4), 'nextMoment')
    expect(states(shown)).toEqual(['received'])
    expect(nextMomentOf(shown)).toEqual(talk('2026-12-03'))
    expect(nextMomentOf(seen(whole.slice(0, 4), 'inProgress'))).toBeNull()
  })

  test('no progress still says that a closed report is open again', () => {
    expect(states(seen([...whole, sets('2026-12-09', { state: 'inProgress' })]))).toEqual([
      ...['received', 'closed', 'inProgress'],
    ])
  })
})

describe('a planned day', () => {
  const christmas = { firstDay: '2026-12-19', lastDay: '2027-01-03', name: 'Kerstvakantie' } as const
  const studyDay = { firstDay: '2026-12-02', lastDay: '2026-12-02', name: 'Studiedag' } as const
  const noted = (on: LocalDate, today: LocalDate) => noteOn(talk(on), today, [studyDay, christmas])

  test.each<[LocalDate, LocalDate, object | null]>([
    ['2026-12-03', '2026-11-27', null],
    ['2026-12-03', '2026-12-03', { kind: 'today' }],
    ['2026-12-03', '2026-12-04', { kind: 'past' }],
    ['2026-12-02', '2026-11-27', { kind: 'closed', holiday: studyDay }],
    ['2026-12-21', '2026-12-21', { kind: 'closed', holiday: christmas }],
    ['2027-01-05', '2026-12-10', { kind: 'after', holiday: christmas }],
    ['2027-01-05', '2026-12-24', { kind: 'after', holiday: christmas }],
    ['2027-01-05', '2027-01-04', null],
  ])('%s, seen on %s: %j', (on, today, note) => {
    expect(noted(on, today)).toEqual(note)
  })
})
