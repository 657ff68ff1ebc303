import { describe, expect, test } from 'vitest'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import type { Step } from '../../../../api/domain/protocol/definition.ts'
import {
  agreementDraft,
  blankStep,
  stepDraft,
  stepFaults,
  stepWords,
} from '../../../../web/islands/dossier/step-draft.ts'

const today = '2026-11-24'
const steps: readonly Step[] = aeres11.steps
const stepWith = (has: (step: Step) => unknown): Step => {
  const found = steps.find(has)
  if (!found) throw new Error('no such step')
  return found
}
const talk = stepWith(({ key }) => key === 'a1-talk-target')
const deciding = stepWith(({ decides }) => decides)
const handing = stepWith(({ handsOverTo }) => handsOverTo)

describe('a step that somebody writes down', () => {
  test.each([
    ['nothing was written', {}, ['text']],
    ['only spaces', { written: '  ' }, ['text']],
    ['a day to come', { written: 'x', happenedOn: '2026-11-25' }, ['future']],
    ['no day', { written: 'x', happenedOn: '' }, ['date']],
    ['an hour that does not exist', { written: 'x', hour: '24' }, ['hour']],
    ['an agreement without a day', { written: 'x', agreement: 'y' }, ['agreementOn']],
    ['an agreement for yesterday', { written: 'x', agreement: 'y', agreementOn: '2026-11-23' }, ['agreementOn']],
    ['an answer to a prompt alone', { answers: ['x', '', ''] }, []],
    ['everything', { written: 'x', hour: '9', agreement: 'y', agreementOn: '2026-12-01' }, []],
  ])('with %s', (_, typed, faults) => {
    expect(stepFaults(talk, { ...blankStep(talk, today), ...typed }, today)).toEqual(faults)
  })

  test('wants a decision where the step is to decide', () => {
    const typed = { ...blankStep(deciding, today), written: 'x' }
    expect(stepFaults(deciding, typed, today)).toEqual(['choose'])
    expect(stepFaults(deciding, { ...typed, decision: deciding.decides?.[0] ?? '' }, today)).toEqual([])
  })

  test('becomes the step itself, for the student it is about', () => {
    const draft = stepDraft('e1', talk, 'r1', { ...blankStep(talk, today), hour: '9' }, aeres11)
    expect(draft).toMatchObject({ kind: 'step-done', code: talk.key, record: 'r1', happenedOn: today, hour: 9 })
  })

  test('becomes what was decided', () => {
    const decision = deciding.decides?.[0] ?? ''
    const about = aeres11.circumstances.find(({ key }) => key === decision)
    const draft = stepDraft('e1', deciding, 'r1', { ...blankStep(deciding, today), decision }, aeres11)
    const record = about && 'about' in about ? 'r1' : null
    expect(draft).toMatchObject({ kind: 'circumstance', code: decision, record })
  })

  test('becomes a hand-over, which is about the whole dossier', () => {
    const decision = handing.handsOverTo ?? ''
    const draft = stepDraft('e1', handing, 'r1', { ...blankStep(handing, today), decision }, aeres11)
    expect(draft).toMatchObject({ kind: 'handed-over', code: decision, record: null })
  })

  test('keeps names apart, and answers by their prompt', () => {
    const typed = { ...blankStep(talk, today), withWhom: ' Sara , mentor,', answers: ['', 'twee keer', ''] }
    expect(stepWords({ ...typed, written: ' kort ' })).toEqual({
      ...{ text: 'kort', withWhom: ['Sara', 'mentor'] },
      answers: { p2: 'twee keer' },
    })
  })

  test('has an agreement beside it only when one was made', () => {
    expect(agreementDraft('e2', 'r1', blankStep(talk, today))).toBeNull()
    const typed = { ...blankStep(talk, today), agreement: 'y', agreementOn: '2026-12-01' }
    expect(agreementDraft('e2', 'r1', typed)).toMatchObject({ kind: 'agreement', record: 'r1', dueOn: '2026-12-01' })
  })
})
