import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../web/flow/answers.ts'
import {
  answer,
  canVisit,
  firstOpen,
  type Journey,
  nextStep,
  numberOf,
  previousStep,
  refuse,
  route,
  type Step,
} from '../../../web/flow/journey.ts'
import { type QuestionKey, questions } from '../../../web/flow/questions.ts'
import { anyAnswers, contexts, school, willingAnswers } from './people.ts'

const empty: Journey = { answers: {}, answered: {}, context: school }

/** A reporter who fills in one page after another, taking from `wishes` what each page asks. */
function walk(wishes: Answers, start: Journey): { journey: Journey; visited: Step[] } {
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

function fillIn(key: QuestionKey, wishes: Answers, journey: Journey): Journey {
  const fields = questions.find((question) => question.key === key)?.fields ?? []
  const taken = Object.fromEntries(
    fields.filter((field) => wishes[field] !== undefined).map((field) => [field, wishes[field]]),
  )
  return { ...journey, answers: { ...journey.answers, ...taken } }
}

const journeys = fc.tuple(anyAnswers, contexts).map(([wishes, context]) => walk(wishes, { ...empty, context }).journey)
const steps: readonly Step[] = ['start', ...questions.map(({ key }) => key), 'check']

const complete: Answers = {
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

describe('the way there', () => {
  test('a reporter passes every question of the route once, in order, and no other', () => {
    fc.assert(
      fc.property(anyAnswers, contexts, (wishes, context) => {
        const { journey, visited } = walk(wishes, { ...empty, context })
        const asked = route(journey).map(({ key }) => key)
        expect(visited).toEqual(asked.slice(0, visited.length))
        // Whoever stops has met a question that did not take the answer; whoever does not has seen them all.
        expect(firstOpen(journey)).toBe(asked.length === visited.length && isDone(journey) ? 'check' : visited.at(-1))
      }),
    )
  })

  test('whoever answers what is asked reaches the check page, and each question is met by somebody', () => {
    const met = new Set<Step>()
    fc.assert(
      fc.property(willingAnswers, (wishes) => {
        const { journey, visited } = walk(wishes, empty)
        expect(visited).toEqual(route(journey).map(({ key }) => key))
        expect(canVisit('check', journey)).toBe(true)
        for (const step of visited) met.add(step)
      }),
      { numRuns: 500 },
    )
    expect([...met].sort()).toEqual(questions.map(({ key }) => key).sort())
  })

  test('back is where one came from', () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        for (const { key } of route(journey)) expect(previousStep(nextStep(key, journey), journey)).toBe(key)
        for (const { key } of route(journey)) expect(nextStep(previousStep(key, journey), journey)).toBe(key)
      }),
    )
  })

  test('a page can be visited when everything before it is answered, and only then', () => {
    fc.assert(
      fc.property(anyAnswers, journeys, (answers, walked) => {
        const journey = { ...walked, answers }
        const asked: Step[] = ['start', ...route(journey).map(({ key }) => key), 'check']
        for (const step of steps) {
          const before = asked.indexOf(step)
          const isOpen = before >= 0 && asked.indexOf(firstOpen(journey)) >= before
          expect(canVisit(step, journey)).toBe(isOpen)
        }
        expect(canVisit('start', journey)).toBe(true)
      }),
    )
  })

  test('nothing that is not on the route can be visited', () => {
    const { journey } = walk(complete, empty)
    expect(canVisit('goingRound', journey)).toBe(false)
    expect(canVisit('standIn', journey)).toBe(false)
  })
})

describe('the numbers', () => {
  test('the total is the same on every page, whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers, contexts, (answers, context) => {
        const totals = route({ ...empty, answers, context }).map(
          ({ key }) => numberOf(key, { ...empty, answers, context }).of,
        )
        expect(new Set(totals).size).toBe(1)
        expect(totals[0]).toBe(context.sites.length === 1 ? 10 : 11)
      }),
    )
  })

  test('the numbers of the main questions count up from one without a gap', () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        const main = route(journey).filter(({ follows }) => follows === undefined)
        expect(main.map(({ key }) => numberOf(key, journey).number)).toEqual(main.map((_, index) => index + 1))
      }),
    )
  })

  test('a follow-up bears the number of the question it follows', () => {
    expect(numberOf('readers', empty)).toEqual({ number: 4, of: 11, isFollowUp: false })
    expect(numberOf('excluded', empty)).toEqual({ number: 4, of: 11, isFollowUp: true })
    expect(numberOf('goingRound', empty)).toEqual({ number: 5, of: 11, isFollowUp: true })
    expect(numberOf('named', empty)).toEqual({ number: 11, of: 11, isFollowUp: false })
  })
})

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

function isDone(journey: Journey): boolean {
  return route(journey).every(({ key }) => refuse(key, journey).length === 0)
}
