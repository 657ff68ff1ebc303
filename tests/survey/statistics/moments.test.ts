import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meanDifference, meanInterval } from '../../../survey/statistics/mean-comparison.ts'
import {
  deviationOf,
  errorOfMean,
  meanOf,
  type Sums,
  stratifiedMean,
  varianceOf,
} from '../../../survey/statistics/moments.ts'
import { sumsOfItem } from '../../../survey/statistics/sheet-sums.ts'
import { figureOf, present } from './arbitraries.ts'

const sumsOf = (numbers: readonly number[]): Sums => ({
  n: numbers.length,
  sum: numbers.reduce((sum, x) => sum + x, 0),
  squares: numbers.reduce((sum, x) => sum + x * x, 0),
})

/** Stratified example of R's survey package, tests/check.Rout.save. */
const first = sumsOf([2.8, 4.1, 6.8, 6.8, 9.2])
const strata = [
  { sums: first, population: 15 },
  { sums: sumsOf([3.7, 6.6, 4.2]), population: 12 },
]
const nobody = sumsOf([])
const one = sumsOf([4])
const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 80 })

describe('mean and spread from sums', () => {
  // R: mean(x); sd(x); sd(x)/sqrt(5)*sqrt(1 - 5/15)
  test('are those of R', () => {
    expect(meanOf(first)?.toFixed(10)).toBe('5.9400000000')
    expect(deviationOf(first)?.toFixed(10)).toBe('2.5175384803')
    expect(figureOf(errorOfMean(first, 15)).toFixed(10)).toBe('0.9192750767')
  })

  test('are those of the answers themselves, and spread is exactly 0 when all are the same', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const mean = all.reduce((sum, x) => sum + x, 0) / all.length
        const variance = all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (all.length - 1)
        expect(varianceOf(sumsOf(all))).toBeCloseTo(variance, 12)
        expect(varianceOf(sumsOf(all.map(() => 3)))).toBe(0)
      }),
    )
  })

  test('have no mean of nobody, no spread of one, and no error without a spread', () => {
    expect([meanOf(nobody), varianceOf(nobody), varianceOf(one), deviationOf(one)]).toEqual([null, null, null, null])
    expect(errorOfMean(one, null)).toEqual({ ok: false, refusal: 'too-few-answers' })
    expect(errorOfMean(nobody, 0)).toEqual({ ok: false, refusal: 'too-few-answers' })
  })

  test('have no error when all answered, even one; and say when more answered than there are', () => {
    expect(figureOf(errorOfMean(first, 5))).toBe(0)
    expect(figureOf(errorOfMean(one, 1))).toBe(0)
    expect(errorOfMean(first, 4)).toEqual({ ok: false, refusal: 'more-than-population' })
  })
})

describe('the mean over strata', () => {
  test('is that of R’s survey package, with the correction and without', () => {
    const [without, finite] = [figureOf(stratifiedMean(strata, false)), figureOf(stratifiedMean(strata, true))]
    expect(without.mean.toFixed(6)).toBe('5.448148')
    expect(without.error.toFixed(7)).toBe('0.7412683')
    expect(finite.mean).toBe(without.mean)
    expect(finite.error.toFixed(7)).toBe('0.6160407')
  })

  test('leaves out a stratum of nobody and says why there is none', () => {
    expect(stratifiedMean([...strata, { sums: nobody, population: 0 }], true)).toEqual(stratifiedMean(strata, true))
    expect(stratifiedMean([], true)).toEqual({ ok: false, refusal: 'no-population' })
    expect(stratifiedMean([{ sums: nobody, population: 9 }], true)).toEqual({ ok: false, refusal: 'too-few-answers' })
    const grown = [{ sums: first, population: 4 }]
    expect(stratifiedMean(grown, false)).toEqual({ ok: false, refusal: 'more-than-population' })
  })
})

describe('the interval of a mean', () => {
  // R: t.test(x)$conf.int; mean(x) + c(-1, 1) * qt(.975, 4) * sd(x)/sqrt(5) * sqrt(1 - 5/15)
  test('is that of R, for the school and for these students', () => {
    const [school, students] = [figureOf(meanInterval(first, null)), figureOf(meanInterval(first, 15))]
    expect(school.low).toBeCloseTo(2.81406310487, 10)
    expect(school.high).toBeCloseTo(9.06593689513, 10)
    expect(students.low).toBeCloseTo(3.3876832129, 9)
    expect(students.high).toBeCloseTo(8.4923167871, 9)
  })

  test('is one number when all answered', () => {
    expect(figureOf(meanInterval(one, 1))).toEqual({ low: 4, high: 4 })
  })

  test('is not there for one answer of many', () => {
    expect(meanInterval(one, 9)).toEqual({ ok: false, refusal: 'too-few-answers' })
  })
})

describe('the difference of two means', () => {
  // R: a <- rep(1:5, c(3, 8, 12, 10, 7)); b <- rep(1:5, c(9, 11, 10, 6, 2)); df <- floor(t.test(a, b)$parameter)
  //    se <- sqrt(var(a)/40 + var(b)/38); d <- mean(a) - mean(b); d + c(-1, 1) * qt(.975, df) * se; 2 * pt(-abs(d/se), df)
  const [a, b] = [sumsOfItem([3, 8, 12, 10, 7]), sumsOfItem([9, 11, 10, 6, 2])]

  test('is that of R with whole degrees of freedom', () => {
    const { interval, p, df } = figureOf(meanDifference(a, b))
    expect(df).toBe(75)
    expect(interval.low).toBeCloseTo(0.21470003217321, 11)
    expect(interval.high).toBeCloseTo(1.28529996782679, 11)
    expect(p).toBeCloseTo(0.00665861285868, 12)
  })

  test('turns its sign when the two change places, and p tells what the interval tells', () => {
    fc.assert(
      fc.property(answers, answers, (x, y) => {
        const [here, there] = [meanDifference(sumsOf(x), sumsOf(y)), meanDifference(sumsOf(y), sumsOf(x))]
        fc.pre(here.ok && there.ok)
        const [one, other] = [figureOf(here), figureOf(there)]
        expect(other.interval.low).toBeCloseTo(-one.interval.high, 10)
        fc.pre(Math.abs(one.p - 0.05) > 1e-9)
        expect(one.interval.low > 0 || one.interval.high < 0).toBe(one.p < 0.05)
      }),
    )
  })

  test('is not there when one answered or all are the same', () => {
    expect(meanDifference(a, one)).toEqual({ ok: false, refusal: 'too-few-answers' })
    expect(meanDifference(nobody, b)).toEqual({ ok: false, refusal: 'too-few-answers' })
    expect(meanDifference(sumsOf([3, 3]), sumsOf([4, 4]))).toEqual({ ok: false, refusal: 'no-spread' })
    expect(present(meanOf(a))).toBeGreaterThan(present(meanOf(b)))
  })
})
