import { describe, expect, test } from 'vitest'
import type { DossierEntry } from '../../../../api/domain/dossier/entry.ts'
import { localDate } from '../../../../api/domain/local-date.ts'
import { countMonth, type SiteFacts } from '../../../../api/domain/numbers/count-month.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'

const blank = { record: null, hour: null, by: 'mo', refersTo: null, dueOn: null, isOverride: false } as const
let made = 0
function entry(kind: DossierEntry['kind'], code: string | null, day: string, more: Partial<DossierEntry> = {}) {
  made += 1
  const on = localDate(day)
  return { ...blank, id: `entry-${made}`, kind, code, happenedOn: on, recordedOn: on, ...more }
}

const dossier = (entries: readonly DossierEntry[], followsEarlier = false): SiteFacts['dossiers'][number] => ({
  ...{ protocol: aeres11, numbers: {}, openedOn: entries[0]?.recordedOn ?? localDate('2026-11-02'), followsEarlier },
  entries,
})
const facts = (more: Partial<SiteFacts>): SiteFacts => ({ calendar: [], reports: [], dossiers: [], ...more })
const report = (received: string, answered: string | null, isUrgent = false) => ({
  ...{ receivedOn: localDate(received), isUrgent },
  firstAnsweredOn: answered === null ? null : localDate(answered),
})

describe('reports of a month', () => {
  test('count on the day they came in, and their first answer on its own day, in school days', () => {
    const reports = [
      report('2026-11-06', '2026-11-09'),
      report('2026-11-02', '2026-11-05', true),
      report('2026-11-02', '2026-11-09'),
      report('2026-10-26', '2026-11-30'),
      report('2026-11-30', '2026-12-01'),
      report('2026-11-30', null),
    ]
    expect(countMonth(facts({ reports }), '2026-11')).toEqual([
      { measure: 'reports', code: 'ordinary', count: 4 },
      { measure: 'first-answers', code: 'one-day', count: 1 },
      { measure: 'reports', code: 'urgent', count: 1 },
      { measure: 'first-answers', code: 'three-days', count: 1 },
      { measure: 'first-answers', code: 'five-days', count: 1 },
      { measure: 'first-answers', code: 'longer', count: 1 },
    ])
  })

  test('in no month but that one', () => {
    expect(countMonth(facts({ reports: [report('2026-11-06', '2026-11-09')] }), '2026-12')).toEqual([])
  })
})

describe('dossiers of a month', () => {
  test('count by the way in, and as following an earlier one', () => {
    const dossiers = [dossier([entry('opened', 'digital', '2026-11-02')], true)]
    expect(countMonth(facts({ dossiers }), '2026-11')).toEqual([
      { measure: 'dossiers', code: 'digital', count: 1 },
      { measure: 'repetition', code: 'after-earlier', count: 1 },
    ])
  })

  test('count how they ended and that it happened again, but not what was taken back', () => {
    const closed = entry('closed', 'prank', '2026-11-10')
    const entries = [
      entry('opened', 'ordinary', '2026-10-02'),
      closed,
      entry('corrected', null, '2026-11-10', { refersTo: closed.id }),
      entry('closed', 'solved', '2026-11-20'),
      entry('reopened', 'happened-again', '2026-11-27'),
      entry('reopened', 'closed-by-mistake', '2026-11-28'),
    ]
    expect(countMonth(facts({ dossiers: [dossier(entries)] }), '2026-11')).toEqual([
      { measure: 'outcomes', code: 'solved', count: 1 },
      { measure: 'repetition', code: 'reopened', count: 1 },
    ])
  })

  test('count a quarrel as no bullying, and what is too rare to have a number of its own as other', () => {
    const ended = (code: string) =>
      dossier([entry('opened', 'ordinary', '2026-10-02'), entry('closed', code, '2026-11-10')])
    const dossiers = ['quarrel', 'teasing', 'prank', 'duplicate'].map(ended)
    expect(countMonth(facts({ dossiers }), '2026-11')).toEqual([
      { measure: 'outcomes', code: 'not-bullying', count: 2 },
      { measure: 'outcomes', code: 'other', count: 2 },
    ])
  })

  test('count whether a step was on time by the term that stood on the screen', () => {
    const opened = [
      entry('opened', 'ordinary', '2026-11-02'),
      entry('record-added', 'target', '2026-11-02', { record: 'mila' }),
    ]
    const done = (day: string) => entry('step-done', 'a1-talk-target', day, { record: 'mila' })
    const terms = (...entries: DossierEntry[]) =>
      countMonth(facts({ dossiers: [dossier([...opened, ...entries])] }), '2026-11').filter(
        ({ measure }) => measure === 'terms',
      )
    expect(terms(done('2026-11-03'))).toEqual([{ measure: 'terms', code: 'on-time', count: 1 }])
    expect(terms(done('2026-11-30'))).toEqual([{ measure: 'terms', code: 'late', count: 1 }])
    expect(terms(entry('step-skipped', 'a1-talk-target', '2026-11-04', { record: 'mila' }))).toEqual([
      { measure: 'terms', code: 'skipped', count: 1 },
    ])
    // Done twice, it was open only once.
    expect(terms(done('2026-11-03'), done('2026-11-04'))).toEqual([{ measure: 'terms', code: 'on-time', count: 1 }])
  })
})
