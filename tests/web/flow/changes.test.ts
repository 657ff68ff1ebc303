import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../web/flow/answers.ts'
import { answer, canVisit, firstOpen, nextStep, refuse, route } from '../../../web/flow/journey.ts'
import { type QuestionKey, questions } from '../../../web/flow/questions.ts'
import { anyAnswers } from './people.ts'
import { complete, empty, fillIn, journeys, walk } from './walking.ts'

describe('changing an answer from the check page', () => {
  const done = walk(complete, empty).journey
  const change = (key: QuestionKey, patch: Answers, journey = done) =>
    answer(key, { ...journey, answers: { ...journey.answers, ...patch } })

  test('returns to the check page', () => {
    const changed = change('howOften', { howOften: 'once' })
    expect(nextStep('howOften', changed, true)).toBe('check')
    expect(changed.answers.howOften).toBe('once')
  })

  test('asks first what the new answer opens', () => {
    const changed = change('forms', { forms: ['verbal', 'online'] })
    expect(nextStep('forms', changed, true)).toBe('goingRound')
    expect(canVisit('check', changed)).toBe(false)
    const answered = change('goingRound', { goingRound: 'yes' }, changed)
    expect(nextStep('goingRound', answered, true)).toBe('check')
  })

  test('drops what the new answer closes', () => {
    const online = change('goingRound', { goingRound: 'yes' }, change('forms', { forms: ['online'] }))
    const closed = change('forms', { forms: ['verbal'] }, online)
    expect(closed.answers).not.toHaveProperty('goingRound')
    const again = change('forms', { forms: ['online'] }, closed)
    expect(nextStep('forms', again, true)).toBe('goingRound')
  })

  test('of the site asks anew who may read it, because those are other people', () => {
    const changed = change('site', { site: 'velp' })
    expect(changed.answers).not.toHaveProperty('readers')
    expect(changed.answers).not.toHaveProperty('excluded')
    expect(changed.answers.story).toBe(complete.story)
    expect(nextStep('site', changed, true)).toBe('readers')
  })

  test('of the readers asks anew who may not read it, when there is somebody new', () => {
    const changed = change('readers', { readers: ['confidentialAdviser', 'contactPerson'] })
    expect(changed.answers).not.toHaveProperty('excluded')
    expect(nextStep('readers', changed, true)).toBe('excluded')
  })

  test('from pupil to parent asks anew for whom, because the choices are other ones', () => {
    const changed = change('reporterKind', { reporterKind: 'parent' })
    expect(changed.answers).not.toHaveProperty('forWhom')
    expect(nextStep('reporterKind', changed, true)).toBe('forWhom')
  })

  test('keeps no answer to a question that is not asked, and asks every question that is', () => {
    fc.assert(
      fc.property(journeys, anyAnswers, fc.constantFrom(...questions.map(({ key }) => key)), (walked, wishes, key) => {
        const filled = fillIn(key, wishes, walked)
        if (!canVisit(key, walked) || refuse(key, filled).length > 0) return
        const changed = answer(key, filled)
        const asked = new Set(route(changed).flatMap(({ fields }) => fields))
        for (const field of Object.keys(changed.answers)) expect(asked).toContain(field)
        const next = nextStep(key, changed, true)
        expect(next).toBe(firstOpen(changed))
        expect(canVisit(next, changed)).toBe(true)
        expect(answer(key, changed)).toEqual(changed)
      }),
      { numRuns: 500 },
    )
  })
})
