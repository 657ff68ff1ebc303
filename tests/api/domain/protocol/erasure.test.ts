import { describe, expect, test } from 'vitest'
import { erasureRequests } from '../../../../api/domain/dossier/erasure.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { historyOf } from '../../../../api/domain/protocol/history.ts'
import { play } from '../../../support/protocol/dossier-play.ts'

function closed() {
  const dossier = play(aeres11, '2026-11-02')
  dossier.add('mia', 'opened', 'ordinary')
  const sam = dossier.add('mia', 'record-added', 'target', { record: 'sam' })
  dossier.add('mia', 'record-added', 'initiator', { record: 'lex' })
  dossier.add('mia', 'step-done', 'a1-talk-target', { record: 'sam' })
  dossier.add('cor', 'closed', 'teasing')
  return { dossier, sam }
}
const recordsOf = ({ entries }: ReturnType<typeof play>) =>
  historyOf(aeres11, entries).records.map(({ record }) => record)

describe('a request to erase what is kept about one pupil', () => {
  test('is written down by any reader of a closed dossier, with the reason, once at a time', () => {
    const { dossier, sam } = closed()
    const asked = { refersTo: sam.id }
    expect(dossier.ask('mia', 'erasure-asked', null, { ...asked, hasWords: false })).toMatchObject({
      refusal: 'reason-needed',
    })
    expect(dossier.ask('mia', 'erasure-asked', null)).toMatchObject({ refusal: 'record-unknown' })
    expect(dossier.ask('mia', 'erasure-asked', null, { ...asked, record: 'sam' })).toMatchObject({
      refusal: 'record-not-asked',
    })
    dossier.add('mia', 'erasure-asked', null, asked)
    expect(dossier.ask('tom', 'erasure-asked', null, asked)).toMatchObject({ refusal: 'already-asked' })
    expect(erasureRequests(dossier.entries)).toMatchObject([{ record: 'sam', by: 'mia', state: 'open' }])
    const { dossier: open, sam: other } = closed()
    open.on('2026-11-03')
    open.add('mia', 'reopened', 'happened-again')
    expect(open.ask('mia', 'erasure-asked', null, { refersTo: other.id })).toMatchObject({ refusal: 'not-closed' })
  })

  test('is decided by the coordinator or the director, and never by whoever asked alone', () => {
    const { dossier, sam } = closed()
    const { id } = dossier.add('cor', 'erasure-asked', null, { refersTo: sam.id })
    const answer = { refersTo: id }
    expect(dossier.ask('cor', 'record-erased', null, answer)).toMatchObject({ refusal: 'own-request' })
    expect(dossier.ask('tom', 'record-erased', null, answer)).toMatchObject({ refusal: 'wrong-role' })
    expect(dossier.ask('tom', 'erasure-declined', null, answer)).toMatchObject({ refusal: 'wrong-role' })
    expect(dossier.ask('dirk', 'record-erased', null, { refersTo: sam.id })).toMatchObject({ refusal: 'entry-unknown' })
    expect(dossier.ask('dirk', 'record-erased', null, { ...answer, hasWords: false }).ok).toBe(true)
    dossier.add('dirk', 'record-erased', null, answer)
    expect(recordsOf(dossier)).toEqual(['lex'])
    expect(dossier.ask('dirk', 'record-erased', null, answer)).toMatchObject({ refusal: 'entry-unknown' })
    expect(dossier.ask('mia', 'erasure-asked', null, { refersTo: sam.id })).toMatchObject({ refusal: 'record-unknown' })
  })

  test('waits under a hold, and can be declined or withdrawn with a reason', () => {
    const { dossier, sam } = closed()
    const { id } = dossier.add('mia', 'erasure-asked', null, { refersTo: sam.id })
    dossier.add('dirk', 'held', null)
    expect(dossier.ask('cor', 'record-erased', null, { refersTo: id })).toMatchObject({ refusal: 'held' })
    expect(dossier.ask('cor', 'erasure-declined', null, { refersTo: id, hasWords: false })).toMatchObject({
      refusal: 'reason-needed',
    })
    dossier.add('mia', 'erasure-declined', null, { refersTo: id })
    expect(erasureRequests(dossier.entries).map(({ state }) => state)).toEqual(['declined'])
    expect(recordsOf(dossier)).toEqual(['sam', 'lex'])
    dossier.add('tom', 'erasure-asked', null, { refersTo: sam.id })
    expect(erasureRequests(dossier.entries).map(({ state }) => state)).toEqual(['declined', 'open'])
  })

  test('leaves the dossier closed as it was; when it happens again the pupil is added anew', () => {
    const { dossier, sam } = closed()
    const before = dossier.now()
    const { id } = dossier.add('mia', 'erasure-asked', null, { refersTo: sam.id })
    dossier.add('dirk', 'record-erased', null, { refersTo: id })
    expect([dossier.now().state, dossier.now().closing]).toEqual(['closed', before.closing])
    dossier.on('2026-11-20')
    dossier.add('mia', 'reopened', 'happened-again')
    const talk = () => dossier.now().open.find(({ step }) => step.key === 'a1-talk-target')
    expect(talk()).toMatchObject({ record: null, isRecordNeeded: true })
    dossier.add('mia', 'record-added', 'target', { record: 'sam-anew' })
    expect(talk()).toMatchObject({ record: 'sam-anew' })
    dossier.add('mia', 'step-done', 'a1-talk-target', { record: 'sam-anew' })
  })
})
