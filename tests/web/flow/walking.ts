import fc from 'fast-check'
import type { Answers } from '../../../web/flow/answers.ts'
import { answer, type Journey, nextStep, refuse, type Step } from '../../../web/flow/journey.ts'
import { type QuestionKey, questions } from '../../../web/flow/questions.ts'
import { anyAnswers, contexts, school } from './people.ts'

export const empty: Journey = { answers: {}, answered: {}, context: school }

/** A reporter who fills in one page after another, taking from `wishes` what each page asks. */
export function walk(wishes: Answers, start: Journey): { journey: Journey; visited: Step[] } {
  const visited: Step[] = []
  let journey = start
  let step = nextStep('start', journey)
  while (step !== 'check' && step !== 'start') {
    visited.push(step)
    const filled = fillIn(step, wishes, journey)
    if (refuse(step, filled).length > 0) break
    journey = answer(step, filled)
    step = nextStep(step, journey)
  }
  return { journey, visited }
}

export function fillIn(key: QuestionKey, wishes: Answers, journey: Journey): Journey {
  const fields = questions.find((question) => question.key === key)?.fields ?? []
  const taken = Object.fromEntries(
    fields.filter((field) => wishes[field] !== undefined).map((field) => [field, wishes[field]]),
  )
  return { ...journey, answers: { ...journey.answers, ...taken } }
}

/** However far somebody came with whatever they wished. */
export const journeys = fc
  .tuple(anyAnswers, contexts)
  .map(([wishes, context]) => walk(wishes, { ...empty, context }).journey)

export const complete: Answers = {
  site: 'ede',
  reporterKind: 'student',
  forWhom: 'self',
  readers: ['confidentialAdviser'],
  excluded: ['nobody'],
  forms: ['verbal'],
  places: ['unknown'],
  howLong: 'weeks',
  howOften: 'daily',
  story: 'Ze pakken steeds mijn tas af.',
  named: 'anonymous',
}
