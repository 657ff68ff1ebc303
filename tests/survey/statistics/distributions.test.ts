import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquareTail, normalTwoSided } from '../../../survey/statistics/chi-square-distribution.ts'
import { z95, z998 } from '../../../survey/statistics/share.ts'
import { t95, tTwoSided } from '../../../survey/statistics/student-t.ts'

describe('the tail of the chi-square distribution', () => {
  // R: pchisq(x, df, lower.tail = FALSE)
  test.each([
    [0.001, 1, 0.97477287936996],
    [3.841458820694124, 1, 0.05],
    [30.07014909575467, 2, 2.95358918321176e-7],
    [10, 3, 0.0185661354630432],
    [120, 100, 0.0844066810936918],
    [80, 100, 0.929664933340605],
    [400, 24, 7.5112773745076e-70],
    [0, 5, 1],
    [1400, 1, 2.10101451626413e-306],
  ])('is that of R at %d with %i degrees', (x, df, tail) => {
    expect(chiSquareTail(x, df) / tail).toBeCloseTo(1, 11)
  })

  test('falls, and stays between 0 and 1, across the place where one formula takes over from the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 2000, noNaN: true }), (df, x) => {
        const [here, further] = [chiSquareTail(x, df), chiSquareTail(x + 0.5, df)]
        expect(here).toBeLessThanOrEqual(1)
        expect(further).toBeGreaterThanOrEqual(0)
        expect(further).toBeLessThanOrEqual(here + 1e-13)
      }),
    )
  })

  test('of two degrees is e to the power of −x/2', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), (x) => {
        expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11)
      }),
    )
  })

  test.each([
    [-1, 1],
    [Number.NaN, 1],
    [1, 0],
    [1, 1.5],
  ])('of %d with %d degrees is a fault of the program', (x, df) => {
    expect(() => chiSquareTail(x, df)).toThrow(RangeError)
  })

  test('gives the normal quantiles back', () => {
    expect(normalTwoSided(z95)).toBeCloseTo(0.05, 13)
    expect(normalTwoSided(-z998)).toBeCloseTo(0.002, 13)
    expect(normalTwoSided(0)).toBe(1)
  })
})

describe('Student’s t', () => {
  // R: 2 * pt(-t, df)
  test.each([
    [1, 1, 0.5],
    [2.5, 2, 0.1296117202215],
    [2.1, 3, 0.1265652025497],
    [0, 7, 1],
    [-3.2, 30, 0.003238601711953],
    [1.5, 999, 0.1339303547113],
    [40, 9, 1.898299844934e-11],
  ])('is that of R at %d with %i degrees', (t, df, p) => {
    expect(tTwoSided(t, df)).toBeCloseTo(p, 12)
  })

  // R: qt(.975, df)
  test.each([
    [1, 12.706204736175],
    [2, 4.302652729749],
    [3, 3.182446305284],
    [9, 2.262157162798],
    [44, 2.015367574444],
    [162, 1.974715785924],
    [200, 1.971896223634],
    [201, 1.97183650678],
    [250, 1.969498393421],
    [999, 1.962341461133],
    [1_000_000, 1.959966356814],
  ])('has its 95%% limit with %i degrees where R has it', (df, limit) => {
    expect(t95(df)).toBeCloseTo(limit, 10)
  })

  test('has no half degrees', () => {
    expect(() => tTwoSided(1, 0.5)).toThrow(RangeError)
  })
})
