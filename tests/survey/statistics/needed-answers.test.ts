import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neededAnswers } from '../../../survey/statistics/needed-answers.ts'
import { z95 } from '../../../survey/statistics/share.ts'

describe('how many answers it takes', () => {
  test.each([
    [60, 53],
    [100, 80],
    [163, 115],
    [300, 169],
    [500, 218],
    [1000, 278],
  ])('of %i students for five points of a hundred is %i', (population, needed) => {
    expect(neededAnswers(population, 0.05)).toBe(needed)
  })

  test('of nobody knows how many is what an unlimited population takes', () => {
    expect(neededAnswers(null, 0.05)).toBe(385)
    expect(neededAnswers(1e12, 0.05)).toBe(385)
  })

  test('of one is one, and of nobody is not there', () => {
    expect(neededAnswers(1, 0.05)).toBe(1)
    expect(neededAnswers(1, 0.99)).toBe(1)
    expect(neededAnswers(0, 0.05)).toBeNull()
  })

  test('is enough, and one less is not', () => {
    const margin = (n: number, all: number, p: number) =>
      n >= all ? 0 : z95 * Math.sqrt(((p * (1 - p)) / n) * ((all - n) / (all - 1)))
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 20_000 }),
        fc.double({ min: 0.01, max: 0.2, noNaN: true }),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        (all, wanted, p) => {
          const n = neededAnswers(all, wanted, p) ?? 0
          expect(margin(n, all, p)).toBeLessThanOrEqual(wanted + 1e-9)
          if (n > 1) expect(margin(n - 1, all, p)).toBeGreaterThan(wanted - 1e-9)
        },
      ),
    )
  })

  test.each([[0], [1], [Number.NaN]])('for a margin of %s is a fault of the program', (margin) => {
    expect(() => neededAnswers(100, margin)).toThrow(RangeError)
  })

  test.each([[0], [1], [Number.NaN]])('for an expected share of %s is one too', (expected) => {
    expect(() => neededAnswers(100, 0.05, expected)).toThrow(RangeError)
  })
})
