import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
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
import { questions } from '../../../web/flow/questions.ts'
import { anyAnswers, contexts, willingAnswers } from './people.ts'
import { complete, empty, journeys, walk } from './walking.ts'

const steps: readonly Step[] = ['start', ...questions.map(({ key }) => key), 'check']

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

function isDone(journey: Journey): boolean {
  return route(journey).every(({ key }) => refuse(key, journey).length === 0)
}
