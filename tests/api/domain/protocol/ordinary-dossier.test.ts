import { describe, expect, test } from 'vitest'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { type Play, play, settleAll } from '../../../support/protocol/dossier-play.ts'

/** A dossier with one student who is bullied and one who does it, heard and agreed with. */
function heard(): Play {
  const dossier = play(aeres11, '2026-11-02')
  dossier.add('mia', 'opened', 'ordinary')
  dossier.add('mia', 'record-added', 'target', { record: 'sam' })
  dossier.add('mia', 'record-added', 'initiator', { record: 'lex' })
  dossier.add('mia', 'step-done', 'inform-mentor')
  dossier.add('mia', 'step-done', 'a1-talk-target', { record: 'sam' })
  dossier.add('mia', 'step-done', 'a1-talk-initiator', { record: 'lex' })
  return dossier
}

describe('an ordinary dossier', () => {
  test('begins with the student who is bullied, and only then with whoever does it', () => {
    const dossier = play(aeres11, '2026-11-02')
    dossier.add('mia', 'opened', 'ordinary')
    dossier.add('mia', 'record-added', 'target', { record: 'sam' })
    dossier.add('mia', 'record-added', 'initiator', { record: 'lex' })
    expect(dossier.openKeys()).toContain('a1-talk-target')
    expect(dossier.openKeys()).not.toContain('a1-talk-initiator')
    expect(dossier.ask('mia', 'step-done', 'a1-talk-initiator', { record: 'lex' })).toEqual({
      ...{ ok: false, refusal: 'step-not-open' },
      missing: [{ kind: 'step', key: 'a1-talk-target', record: 'sam' }],
    })
    dossier.add('mia', 'step-done', 'a1-talk-target', { record: 'sam' })
    expect(dossier.openKeys()).toContain('a1-talk-initiator')
  })

  test('comes back to the class within ten school days, counted around the holiday', () => {
    const dossier = heard()
    dossier.on('2026-12-14')
    dossier.add('mia', 'step-done', 'a5-class-talk')
    const again = dossier.now().open.find(({ step }) => step.key === 'class-again')
    expect(again?.deadline).toMatchObject({ by: '2027-01-11', basis: 'protocol', when: 'later', schoolDays: 10 })
  })

  test('is closed by the coordinator alone, with what the student and the parents think of it', () => {
    const dossier = heard()
    settleAll(dossier)
    dossier.on('2026-11-20')
    dossier.add('mia', 'circumstance', 'calm')
    expect(dossier.now().state).toBe('aftercare')
    expect(dossier.ask('mia', 'closed', 'solved')).toMatchObject({ refusal: 'wrong-role' })
    const early = dossier.ask('cor', 'closed', 'solved')
    expect(early).toMatchObject({ refusal: 'precondition-missing' })
    expect(early.ok ? [] : early.missing).toContainEqual({ kind: 'step', key: 'n-view-parents', record: 'sam' })
    settleAll(dossier)
    dossier.add('cor', 'closed', 'solved')
    expect(dossier.now()).toMatchObject({ state: 'closed', open: [], reminders: [], closing: { code: 'solved' } })
    expect(dossier.ask('cor', 'note', null)).toMatchObject({ refusal: 'closed' })
  })
})
