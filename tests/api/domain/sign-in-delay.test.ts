import { describe, expect, test } from 'vitest'
import { attempt, type SignInFailures, waitAfter } from '../../../api/domain/sign-in-delay.ts'

const start = new Date('2026-11-24T10:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const never: SignInFailures = { failures: 0, retryAt: new Date(0) }

/** Guesses as fast as it is let; returns how many it got in. */
function guessFor(seconds: number): number {
  let failures = never
  let guesses = 0
  for (let now = 0; now < seconds; ) {
    const outcome = attempt(failures, later(now))
    if (outcome.allowed) {
      guesses += 1
      failures = outcome.after
      now += 0.1
    } else now += outcome.seconds
  }
  return guesses
}

describe('the wait after failures in a row', () => {
  test.each([
    [1, 0],
    [4, 0],
    [5, 2],
    [6, 4],
    [9, 32],
    [10, 60],
    [1_000, 60],
  ])('%i: %i seconds', (failures, seconds) => {
    expect(waitAfter(failures)).toBe(seconds)
  })
})

test('somebody who mistypes four times waits for nothing', () => {
  let failures = never
  for (let tries = 0; tries < 4; tries += 1) {
    const outcome = attempt(failures, start)
    expect(outcome.allowed).toBe(true)
    if (outcome.allowed) failures = outcome.after
  }
  expect(attempt(failures, start).allowed).toBe(true)
})

test('a guesser gets in fewer than fifteen hundred attempts a day', () => {
  expect(guessFor(86_400)).toBeLessThan(1_500)
})

test('the owner of an account that is under attack waits at most a minute', () => {
  const attacked: SignInFailures = { failures: 100_000, retryAt: later(60) }
  const outcome = attempt(attacked, start)
  expect(outcome).toEqual({ allowed: false, seconds: 60 })
  expect(attempt(attacked, later(60)).allowed).toBe(true)
})

test('an attempt counts as failed before it is known, so that guesses at the same moment count each', () => {
  const first = attempt(never, start)
  expect(first).toMatchObject({ allowed: true, after: { failures: 1 } })
})

test('failures of yesterday are forgotten', () => {
  const yesterday: SignInFailures = { failures: 50, retryAt: later(-13 * 3600) }
  expect(attempt(yesterday, start)).toMatchObject({ allowed: true, after: { failures: 1 } })
  const thisMorning: SignInFailures = { failures: 50, retryAt: later(-3600) }
  expect(attempt(thisMorning, start)).toMatchObject({ allowed: true, after: { failures: 51 } })
})
