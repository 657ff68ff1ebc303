import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import type { Entry } from '../../../../web/crypto/conversation.ts'
import { checkInDraft, checkInsOf, isTheStudent, settledBy } from '../../../../web/islands/dossier/check-ins.ts'
import { play } from '../../../support/protocol/dossier-play.ts'

const message = (id: string, on: string, more: object) =>
  ({
    id,
    purpose: 'checkIn',
    isFromReporter: true,
    header: { on },
    body: { going: 'well', text: '' },
    ...more,
  }) as Entry

/** A dossier in aftercare, with what the mentor has to do. */
function calm() {
  const dossier = play(aeres11, '2026-11-02')
  dossier.add('mia', 'opened', 'ordinary')
  dossier.add('mia', 'record-added', 'target', { record: 'sam' })
  dossier.add('mia', 'record-added', 'initiator', { record: 'lex' })
  dossier.on('2026-11-20')
  dossier.add('mia', 'circumstance', 'calm')
  return { dossier, mine: (who: string) => dossier.now().open.filter(({ people }) => people.includes(who)) }
}

test('what the reporter let know is found among the messages, the newest first', () => {
  const found = checkInsOf([
    message('a', '2026-11-20', {}),
    message('b', '2026-11-21', { purpose: 'message', body: { text: 'Hoi' } }),
    message('c', '2026-11-22', { body: { going: 'notWell', text: 'Weer.' } }),
    message('d', '2026-11-23', { isFromReporter: false }),
  ])
  expect(found).toEqual([
    { id: 'c', on: '2026-11-22', going: 'notWell', text: 'Weer.' },
    { id: 'a', on: '2026-11-20', going: 'well', text: '' },
  ])
})

test.each([
  ['student', 'self', true],
  ['student', 'other', false],
  ['parent', 'child', false],
] as const)('a %s who told about %s can answer for the student: %s', (reporterKind, forWhom, is) => {
  expect(isTheStudent({ reporterKind, forWhom } as never)).toBe(is)
})

describe('an answer that is kept', () => {
  const answer = { id: 'a', on: localDate('2026-11-22'), going: 'well', text: '' } as const

  test('settles the step that asks the student how it goes, for whoever has to ask', () => {
    const { mine } = calm()
    expect(checkInDraft(answer, mine('mia'), 'sam')).toMatchObject({
      ...{ id: 'a', kind: 'step-done', code: 'n-check-in-target', record: 'sam', happenedOn: '2026-11-22' },
    })
    expect(checkInDraft(answer, mine('cor'), 'sam')).toMatchObject({ kind: 'step-done', code: 'n-contact-target' })
  })

  test('is what the protocol takes, and puts the next moment off', () => {
    const { dossier, mine } = calm()
    dossier.on('2026-11-26')
    const before = mine('mia').find(({ step }) => step.key === 'n-check-in-target')?.deadline?.by
    const { code, record, happenedOn } = checkInDraft({ ...answer, on: localDate('2026-11-25') }, mine('mia'), 'sam')
    dossier.add('mia', 'step-done', code, { record, happenedOn })
    const after = mine('mia').find(({ step }) => step.key === 'n-check-in-target')?.deadline?.by
    expect(String(after) > String(before)).toBe(true)
  })

  test('is a note where it was somebody else, nobody waits for it, or it came before', () => {
    const { mine } = calm()
    expect(checkInDraft(answer, mine('mia'), null)).toMatchObject({ kind: 'note', code: null, record: null })
    expect(checkInDraft(answer, mine('mia'), 'lex')).toMatchObject({ kind: 'note', record: 'lex' })
    expect(checkInDraft({ ...answer, on: localDate('2026-11-19') }, mine('mia'), 'sam')).toMatchObject({ kind: 'note' })
  })

  test('is said to settle a step only where it does', () => {
    const { mine } = calm()
    const early = { ...answer, on: localDate('2026-11-19') }
    expect(settledBy(answer, mine('mia'), 'sam')?.step.key).toBe('n-check-in-target')
    expect([settledBy(early, mine('mia'), 'sam'), settledBy(answer, mine('mia'), null)]).toEqual([undefined, undefined])
  })
})
