import { expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { play } from '../../../support/protocol/dossier-play.ts'

function opened() {
  const dossier = play(aeres11, '2026-11-02')
  dossier.add('mia', 'opened', 'ordinary')
  dossier.add('mia', 'record-added', 'target', { record: 'sam' })
  return dossier
}
const dueOf = (dossier: ReturnType<typeof play>) => dossier.now().moments.map(({ entry }) => entry.dueOn)

test('an agreement is open until a note says what became of it, and such a note needs one that is open', () => {
  const dossier = opened()
  const { id } = dossier.add('mia', 'agreement', null, { dueOn: localDate('2026-11-06') })
  expect(dueOf(dossier)).toEqual(['2026-11-06'])
  dossier.on('2026-11-09')
  expect(dossier.now().moments[0]?.deadline.when).toBe('late')
  expect(dossier.ask('tom', 'note', null, { refersTo: 'nothing' })).toMatchObject({ refusal: 'entry-unknown' })
  dossier.add('tom', 'note', null, { refersTo: id })
  expect(dueOf(dossier)).toEqual([])
  expect(dossier.ask('mia', 'note', null, { refersTo: id })).toMatchObject({ refusal: 'entry-unknown' })
})

test('a moment planned for a step is over once the step is taken on a later day', () => {
  const dossier = opened()
  dossier.add('mia', 'circumstance', 'calm')
  dossier.add('mia', 'step-done', 'n-check-in-target', { record: 'sam' })
  dossier.add('mia', 'planned', 'n-check-in-target', { record: 'sam', dueOn: localDate('2026-11-12') })
  expect(dueOf(dossier)).toEqual(['2026-11-12'])
  dossier.on('2026-11-16')
  const step = () => dossier.now().open.find(({ step: { key } }) => key === 'n-check-in-target')
  expect(step()?.deadline).toMatchObject({ by: '2026-11-12', when: 'late' })
  dossier.add('mia', 'step-done', 'n-check-in-target', { record: 'sam' })
  expect(dueOf(dossier)).toEqual([])
  expect(step()?.deadline?.when).toBe('later')
})
