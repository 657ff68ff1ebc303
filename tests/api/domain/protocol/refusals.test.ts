import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { play, reader, settleAll, staff } from '../../../support/protocol/dossier-play.ts'

const opened = (way = 'ordinary') => {
  const dossier = play(aeres11, '2026-11-02')
  dossier.add('mia', 'opened', way)
  dossier.add('mia', 'record-added', 'target', { record: 'sam' })
  dossier.add('mia', 'record-added', 'initiator', { record: 'lex' })
  return dossier
}
const lex = { record: 'lex' }

describe('the ladder', () => {
  test('takes each measure only after the one before, and says what lacks', () => {
    const dossier = opened()
    expect(dossier.ask('tom', 'measure', 'anti-bullying-path', lex)).toMatchObject({
      ...{ refusal: 'precondition-missing', missing: [{ kind: 'circumstance', key: 'recurred' }] },
    })
    dossier.add('mia', 'circumstance', 'recurred')
    dossier.add('tom', 'measure', 'anti-bullying-path', lex)
    dossier.add('mia', 'circumstance', 'goes-on')
    // Of the same day: that it went on after the measure cannot be known yet.
    expect(dossier.ask('tom', 'measure', 'reflection-day', lex)).toMatchObject({
      refusal: 'precondition-missing',
      missing: [{ kind: 'circumstance', key: 'goes-on', record: 'lex', later: '2026-11-02' }],
    })
    dossier.on('2026-11-09')
    dossier.add('mia', 'circumstance', 'goes-on')
    dossier.add('tom', 'measure', 'reflection-day', lex)
    dossier.on('2026-11-16')
    dossier.add('mia', 'circumstance', 'goes-on')
    expect(dossier.ask('tom', 'measure', 'suspension', lex)).toMatchObject({
      missing: [
        { kind: 'step', key: 'm-talk-before-suspension', record: 'lex' },
        { kind: 'circumstance', key: 'director-knows', record: 'lex' },
      ],
    })
    dossier.add('tom', 'step-done', 'm-talk-before-suspension', lex)
    dossier.add('tom', 'circumstance', 'director-knows', lex)
    expect(dossier.ask('mia', 'measure', 'suspension', lex)).toMatchObject({ refusal: 'wrong-role' })
    expect(dossier.ask('tom', 'measure', 'suspension', { ...lex, happenedOn: '2026-11-13' })).toMatchObject({
      refusal: 'before-precondition',
    })
    dossier.add('tom', 'measure', 'suspension', lex)
    expect(dossier.ask('tom', 'measure', 'removal', lex)).toMatchObject({ refusal: 'wrong-role' })
  })

  test('lets the director go past it with a reason, and nobody else', () => {
    const dossier = opened()
    const past = { ...lex, isOverride: true }
    expect(dossier.ask('tom', 'measure', 'removal', past)).toMatchObject({ refusal: 'override-not-allowed' })
    expect(dossier.ask('dirk', 'measure', 'removal', { ...past, hasWords: false })).toMatchObject({
      refusal: 'reason-needed',
    })
    expect(dossier.add('dirk', 'measure', 'removal', past).isOverride).toBe(true)
    expect(dossier.ask('dirk', 'closed', 'solved', { isOverride: true })).toMatchObject({
      refusal: 'override-not-allowed',
    })
  })

  test('works without blame only when each student who is bullied wants it', () => {
    const dossier = opened()
    dossier.add('mia', 'record-added', 'target', { record: 'kim' })
    dossier.add('mia', 'circumstance', 'recurred')
    dossier.add('mia', 'circumstance', 'target-consents', { record: 'sam' })
    expect(dossier.ask('mia', 'measure', 'no-blame')).toMatchObject({
      missing: [{ kind: 'circumstance', key: 'target-consents', record: 'kim' }],
    })
    dossier.add('mia', 'circumstance', 'target-consents', { record: 'kim' })
    dossier.on('2026-11-03')
    expect(dossier.ask('mia', 'measure', 'no-blame').ok).toBe(true)
    dossier.add('mia', 'circumstance', 'target-refuses', { record: 'sam' })
    expect(dossier.ask('mia', 'measure', 'no-blame').ok).toBe(false)
  })
})

describe('an entry is refused', () => {
  test('in the future, by somebody who does not read along, and a second time with other content', () => {
    const dossier = opened()
    expect(dossier.ask('mia', 'note', null, { happenedOn: '2026-11-03' })).toMatchObject({ refusal: 'in-future' })
    expect(dossier.ask('zoe', 'note', null)).toMatchObject({ refusal: 'not-reader' })
    expect(dossier.ask('mia', 'note', null, { id: 'e0000' })).toMatchObject({ refusal: 'entry-exists' })
    expect(dossier.ask('mia', 'opened', 'ordinary', { id: 'e0000' }).ok).toBe(true)
  })

  test('when a step is skipped without a reason, is not theirs, or is settled by a decision', () => {
    const dossier = opened()
    const sam = { record: 'sam' }
    expect(dossier.ask('mia', 'step-skipped', 'a1-talk-target', { ...sam, hasWords: false })).toMatchObject({
      refusal: 'reason-needed',
    })
    expect(dossier.ask('tom', 'step-done', 'a1-talk-target', sam)).toMatchObject({ refusal: 'wrong-role' })
    expect(dossier.ask('mia', 'step-done', 'a1-talk-target')).toMatchObject({ refusal: 'record-needed' })
    settleAll(dossier)
    expect(dossier.ask('mia', 'step-done', 'a6-course')).toMatchObject({ refusal: 'decision-needed' })
    expect(dossier.ask('mia', 'step-skipped', 'a6-course')).toMatchObject({ refusal: 'step-required' })
  })

  test('when somebody takes a double role in aftercare', () => {
    const both = [reader('bo', 'mentor', 'bullyingCoordinator'), ...staff]
    const dossier = play(aeres11, '2026-11-02', both)
    dossier.add('mia', 'opened', 'ordinary')
    dossier.add('mia', 'record-added', 'target', { record: 'sam' })
    dossier.add('mia', 'circumstance', 'calm')
    dossier.add('bo', 'step-done', 'n-check-in-target', { record: 'sam' })
    expect(dossier.ask('bo', 'step-done', 'n-view-target', { record: 'sam' })).toMatchObject({ refusal: 'double-role' })
    expect(dossier.ask('bo', 'closed', 'solved')).toMatchObject({ refusal: 'double-role' })
    expect(dossier.ask('cor', 'step-done', 'n-view-target', { record: 'sam' }).ok).toBe(true)
  })

  test('when somebody holds it who does not answer for it, without a reason, or twice', () => {
    const dossier = opened()
    expect(dossier.ask('mia', 'held', null)).toMatchObject({ refusal: 'wrong-role' })
    expect(dossier.ask('dirk', 'held', null, { hasWords: false })).toMatchObject({ refusal: 'reason-needed' })
    expect(dossier.ask('dirk', 'hold-ended', null)).toMatchObject({ refusal: 'not-held' })
    dossier.add('dirk', 'held', null)
    expect(dossier.ask('cor', 'held', null)).toMatchObject({ refusal: 'held' })
    expect(dossier.ask('tom', 'hold-ended', null)).toMatchObject({ refusal: 'wrong-role' })
    expect(dossier.ask('cor', 'hold-ended', null).ok).toBe(true)
  })

  test('when it closes with another period than the school has and no reason, or with one that cannot be', () => {
    const dossier = opened()
    const ask = (dueOn: string, hasWords = false) =>
      dossier.ask('cor', 'closed', 'duplicate', { dueOn: localDate(dueOn), hasLink: true, hasWords })
    expect(ask('2027-05-02').ok).toBe(true)
    expect(ask('2027-05-01').ok).toBe(true)
    expect(ask('2027-11-02')).toMatchObject({ refusal: 'reason-needed' })
    expect(ask('2027-11-02', true).ok).toBe(true)
    expect(ask('2033-11-03', true)).toMatchObject({ refusal: 'period-out-of-limits' })
    expect(ask('2026-11-30', true)).toMatchObject({ refusal: 'period-out-of-limits' })
  })

  test('when a dossier joins another that is not named', () => {
    const dossier = opened()
    expect(dossier.ask('cor', 'closed', 'duplicate')).toMatchObject({ refusal: 'link-needed' })
    expect(dossier.ask('cor', 'closed', 'duplicate', { hasLink: true }).ok).toBe(true)
  })
})

describe('who handles it', () => {
  test('goes from mentor by way of team leader to coordinator, with the notes gone through', () => {
    const dossier = opened()
    dossier.add('mia', 'circumstance', 'goes-on')
    dossier.add('tom', 'step-done', 'b1-consult')
    expect(dossier.ask('tom', 'circumstance', 'mentor-goes-on', { hasWords: false })).toMatchObject({
      refusal: 'reason-needed',
    })
    expect(dossier.ask('cor', 'circumstance', 'coordinator-takes-over')).toMatchObject({ refusal: 'wrong-role' })
    dossier.add('tom', 'circumstance', 'coordinator-takes-over')
    expect(dossier.ask('cor', 'handed-over', 'bullyingCoordinator')).toMatchObject({
      missing: [{ kind: 'step', key: 'a7-go-through-notes' }],
    })
    dossier.add('tom', 'step-done', 'a7-go-through-notes')
    dossier.add('cor', 'handed-over', 'bullyingCoordinator')
    expect(dossier.now().handler.role).toBe('bullyingCoordinator')
    expect(dossier.openKeys()).toEqual(expect.arrayContaining(['a8-parents-not-solved', 'b3-talk-initiator']))
    expect(dossier.ask('tom', 'handed-over', 'mentor')).toMatchObject({ refusal: 'later-exists' })
  })

  test('stays the mentor when the team leader decides so, until it goes on again', () => {
    const dossier = opened()
    dossier.add('mia', 'circumstance', 'goes-on')
    dossier.add('tom', 'step-done', 'b1-consult')
    dossier.add('tom', 'circumstance', 'mentor-goes-on')
    expect(dossier.openKeys()).not.toContain('b2-decide')
    dossier.on('2026-11-23')
    dossier.add('mia', 'circumstance', 'goes-on')
    expect(dossier.openKeys()).toContain('b1-consult')
  })

  test('is reminded on the last day; later the team leader too, and then the coordinator', () => {
    const dossier = opened()
    const of = () => dossier.now().reminders.filter(({ about }) => 'step' in about && about.step === 'a1-talk-target')
    dossier.on('2026-11-05')
    expect(of()).toMatchObject([{ kind: 'last-day', level: 0, holders: ['mia'] }])
    dossier.on('2026-11-09')
    expect(of()).toMatchObject([{ kind: 'late', holders: ['mia'] }])
    dossier.on('2026-11-10')
    expect(of()).toMatchObject([{ holders: ['mia'] }, { kind: 'escalated', level: 1, holders: ['tom'] }])
    dossier.on('2026-11-12')
    expect(of().map(({ holders }) => holders)).toEqual([['mia'], ['tom'], ['cor']])
  })

  test('brings somebody in where nobody who may do a step reads along', () => {
    const dossier = play(aeres11, '2026-11-02', [reader('cor', 'bullyingCoordinator')])
    dossier.add('cor', 'opened', 'ordinary')
    const talk = dossier.now().open.find(({ step }) => step.key === 'a1-talk-target')
    expect(talk).toMatchObject({ people: [], bringIn: { role: 'mentor', by: ['cor'] } })
  })
})

describe('terms', () => {
  test('of the director count a calendar week from the talk, holidays and all', () => {
    const dossier = opened()
    dossier.on('2026-12-18')
    dossier.add('mia', 'circumstance', 'recurred')
    dossier.add('dirk', 'circumstance', 'no-agreement', lex)
    dossier.on('2026-12-21')
    dossier.add('dirk', 'step-done', 'r-director-decides', lex)
    const tell = dossier.now().open.find(({ step }) => step.key === 'r-tell-parents')
    expect(tell?.deadline).toMatchObject({ by: '2026-12-25', basis: 'protocol' })
  })

  test('in hours run while school is open: Friday at four and two hours is Monday at nine', () => {
    const dossier = play(aeres11, '2026-11-06')
    dossier.add('mia', 'opened', 'digital', { hour: 16 })
    const tell = dossier.now({ hour: 16 }).open.find(({ step }) => step.key === 'd-tell-team-leader')
    expect(tell?.deadline).toMatchObject({ by: '2026-11-09', hour: 9, basis: 'school', when: 'later' })
    dossier.on('2026-11-09')
    const at = (hour: number) =>
      dossier.now({ hour }).open.find(({ step }) => step.key === 'd-tell-team-leader')?.deadline?.when
    expect([at(8), at(10)]).toEqual(['today', 'late'])
  })

  test('of what comes back follow the moment that somebody planned', () => {
    const dossier = opened()
    dossier.add('mia', 'circumstance', 'calm')
    dossier.add('mia', 'planned', 'n-check-in-target', { record: 'sam', dueOn: '2026-11-05' })
    const checkIn = dossier.now().open.find(({ step, record }) => step.key === 'n-check-in-target' && record === 'sam')
    expect(checkIn?.deadline?.by).toBe('2026-11-05')
  })
})

test('reopening because it happened again asks the talks anew, and C6 and 2.5 besides', () => {
  const dossier = opened()
  settleAll(dossier)
  dossier.on('2026-11-20')
  dossier.add('cor', 'circumstance', 'calm')
  settleAll(dossier)
  dossier.add('cor', 'closed', 'solved')
  dossier.on('2027-01-11')
  dossier.add('mia', 'reopened', 'happened-again')
  expect(dossier.openKeys()).toEqual(
    expect.arrayContaining(['a1-talk-target', 'c6-parents-recurrence', 'r-talk-parents', 'a6-tell-team-leader']),
  )
  expect(dossier.now().state).toBe('open')
})
