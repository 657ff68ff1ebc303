import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquareTail } from '../../../survey/statistics/chi-square-distribution.ts'
import { representativenessOf } from '../../../survey/statistics/representativeness.ts'
import { weigh, weightedShare } from '../../../survey/statistics/strata.ts'
import { wilson } from '../../../survey/statistics/wilson.ts'
import { figureOf, present } from './arbitraries.ts'

const years = [
  { population: 60, answered: 42, count: 7 },
  { population: 55, answered: 38, count: 4 },
  { population: 45, answered: 20, count: 6 },
]

const strata = fc.array(
  fc
    .integer({ min: 1, max: 400 })
    .chain((population) => fc.integer({ min: 1, max: population }).map((answered) => ({ population, answered }))),
  { minLength: 2, maxLength: 8 },
)

describe('weights', () => {
  // R: w <- c(rep((60/160)/(42/100), 42), rep((55/160)/(38/100), 38), rep((45/160)/(20/100), 20))
  //    unique(w); sum(w)^2/sum(w^2); with library(survey): coef(svymean(~x, postStratify(design, ~h, population)))
  test('are those of R, and so is what is left of the answers and the weighted share', () => {
    const { weights, effective } = figureOf(weigh(years))
    expect(weights.map((weight) => weight.toFixed(12))).toEqual(['0.892857142857', '0.904605263158', '1.406250000000'])
    expect(effective.toFixed(10)).toBe('96.0349751437')
    expect(figureOf(weightedShare(years)).share.toFixed(12)).toBe('0.183059210526')
  })

  test('sum to the answers, give each stratum its part, and are worth no more answers than there are', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const { weights, effective } = figureOf(weigh(all))
        const n = all.reduce((sum, { answered }) => sum + answered, 0)
        const N = all.reduce((sum, { population }) => sum + population, 0)
        const parts = all.map(({ answered }, h) => (answered * (weights[h] ?? 0)) / n)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12)
        for (const [h, part] of parts.entries()) expect(part).toBeCloseTo((all[h]?.population ?? 0) / N, 12)
        expect(effective).toBeLessThanOrEqual(n * (1 + 1e-12))
      }),
    )
  })

  test('are 1 and cost nothing when every stratum answered alike', () => {
    const alike = [
      { population: 60, answered: 30, count: 5 },
      { population: 40, answered: 20, count: 3 },
    ]
    expect(figureOf(weigh(alike))).toEqual({ weights: [1, 1], effective: 50 })
    const { share, interval } = figureOf(weightedShare(alike))
    expect(share).toBeCloseTo(8 / 50, 12)
    expect(interval.low).toBeCloseTo(present(wilson({ count: 8, of: 50 })).low, 12)
  })

  test('leave nobody and everybody exact', () => {
    const none = years.map((year) => ({ ...year, count: 0 }))
    const all = years.map((year) => ({ ...year, count: year.answered }))
    expect(figureOf(weightedShare(none))).toMatchObject({ share: 0, interval: { low: 0 } })
    expect(figureOf(weightedShare(all))).toMatchObject({ share: 1, interval: { high: 1 } })
  })

  test('are refused where nobody can stand for a stratum, where more answered than there are, where nobody answered', () => {
    const silent = { population: 9, answered: 0 }
    expect(weigh([...years, silent])).toEqual({ ok: false, refusal: 'stratum-without-answers' })
    expect(weigh([...years, { population: 9, answered: 10 }])).toEqual({ ok: false, refusal: 'more-than-population' })
    expect(weigh([silent])).toEqual({ ok: false, refusal: 'nobody-answered' })
    expect(weigh([])).toEqual({ ok: false, refusal: 'nobody-answered' })
  })

  test('leave out a stratum of nobody', () => {
    const empty = { population: 0, answered: 0 }
    expect(figureOf(weigh([...years, empty])).effective).toBe(figureOf(weigh(years)).effective)
  })
})

describe('representativeness', () => {
  // R: t <- chisq.test(c(42, 38, 20), p = c(60, 55, 45)/160)$statistic   # 3.269494949
  //    t * 159/60; pchisq(t * 159/60, 2, lower.tail = FALSE)
  test('is that of R, with the factor of a finite population', () => {
    const found = figureOf(representativenessOf(years))
    expect(found.chiSquare.toFixed(9)).toBe('8.664161616')
    expect(found.p.toFixed(11)).toBe('0.01314017684')
    expect(found.df).toBe(2)
    expect(found.gaps.map((gap) => gap.toFixed(5))).toEqual(['0.04500', '0.03625', '-0.08125'])
    expect(found.largestGap).toBeCloseTo(0.08125, 12)
  })

  test('of two strata is the square of how far a draw without putting back lies from its mean', () => {
    fc.assert(
      fc.property(strata, ([first, second]) => {
        const [one, two] = [present(first), present(second)]
        const [n, N] = [one.answered + two.answered, one.population + two.population]
        fc.pre(n < N)
        const part = one.population / N
        const variance = (n * part * (1 - part) * (N - n)) / (N - 1)
        const found = figureOf(representativenessOf([one, two]))
        const square = (one.answered - n * part) ** 2 / variance
        expect(found.chiSquare).toBeCloseTo(square, 8)
        expect(found.p).toBe(chiSquareTail(found.chiSquare, 1))
      }),
    )
  })

  test('is perfect when all answered', () => {
    const all = years.map(({ population }) => ({ population, answered: population }))
    expect(figureOf(representativenessOf(all))).toMatchObject({ chiSquare: 0, p: 1, largestGap: 0 })
  })

  test('says why there is none', () => {
    expect(representativenessOf([])).toEqual({ ok: false, refusal: 'nobody-answered' })
    expect(representativenessOf([{ population: 9, answered: 5 }])).toEqual({ ok: false, refusal: 'one-stratum' })
    expect(representativenessOf([{ population: 9, answered: 10 }])).toEqual({
      ok: false,
      refusal: 'more-than-population',
    })
  })
})
