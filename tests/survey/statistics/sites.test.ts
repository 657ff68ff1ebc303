import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { benchmarkFor } from '../../../survey/statistics/benchmark.ts'
import { funnelLimits, funnelOf } from '../../../survey/statistics/funnel.ts'
import { z95, z998 } from '../../../survey/statistics/share.ts'
import { present, shares } from './arbitraries.ts'

describe('what a site is held against', () => {
  const sites = [
    { n: 100, sum: 300 },
    { n: 10, sum: 50 },
    { n: 40, sum: 80 },
    { n: 0, sum: 0 },
  ]

  test('is the mean of the others, by student and by site', () => {
    expect(benchmarkFor(0, sites)).toEqual({ perStudent: 130 / 50, perSite: (5 + 2) / 2, others: 2 })
    expect(benchmarkFor(1, sites)).toEqual({ perStudent: 380 / 140, perSite: (3 + 2) / 2, others: 2 })
  })

  test('is all sites for one that has no answers itself', () => {
    expect(benchmarkFor(3, sites)?.others).toBe(3)
  })

  test('does not depend on the site itself', () => {
    fc.assert(
      fc.property(fc.array(shares(500), { minLength: 2, maxLength: 11 }), shares(500), (all, changed) => {
        const as = (list: typeof all) => list.map(({ count, of }) => ({ n: of, sum: count }))
        expect(benchmarkFor(0, as([changed, ...all.slice(1)]))).toEqual(benchmarkFor(0, as(all)))
      }),
    )
  })

  test('is not there when no other site has answers', () => {
    expect(benchmarkFor(0, [{ n: 9, sum: 20 }])).toBeNull()
    expect(
      benchmarkFor(0, [
        { n: 9, sum: 20 },
        { n: 0, sum: 0 },
      ]),
    ).toBeNull()
  })
})

describe('the funnel', () => {
  // R, and there is no published example at hand:
  // x <- c(21, 9, 30, 4); n <- c(163, 45, 120, 60); p <- sum(x)/sum(n); p + c(-1, 1) * qnorm(.975) * sqrt(p*(1-p)/n)
  const sites = [
    { count: 21, of: 163 },
    { count: 9, of: 45 },
    { count: 30, of: 120 },
    { count: 4, of: 60 },
  ]

  test('has the limits of R', () => {
    const points = funnelOf(sites).map(present)
    expect(points.map(({ share }) => share)).toEqual([21 / 163, 0.2, 0.25, 4 / 60])
    expect(points.map(({ warning }) => [warning.low.toFixed(10), warning.high.toFixed(10)])).toEqual([
      ['0.1079733590', '0.2219235483'],
      ['0.0565126754', '0.2733842318'],
      ['0.0985453720', '0.2313515352'],
      ['0.0710403150', '0.2588565922'],
    ])
    expect(points.map(({ alarm }) => [alarm.low.toFixed(10), alarm.high.toFixed(10)])).toEqual([
      ['0.0751170692', '0.2547798380'],
      ['0.0000000000', '0.3359167712'],
      ['0.0602521685', '0.2696447387'],
      ['0.0168855473', '0.3130113599'],
    ])
  })

  test('tells on which side of which limit a site stands', () => {
    expect(funnelOf(sites).map((point) => point?.place)).toEqual(['within', 'within', 'above-warning', 'below-warning'])
    const apart = [
      { count: 90, of: 1000 },
      { count: 300, of: 1000 },
    ]
    expect(funnelOf(apart).map((point) => point?.place)).toEqual(['below-alarm', 'above-alarm'])
  })

  test('is narrower for a larger site, and the alarm is outside the warning', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 5000 }), (overall, n) => {
        const [small, large] = [present(funnelLimits(overall, n, z95)), present(funnelLimits(overall, n + 1, z95))]
        const alarm = present(funnelLimits(overall, n, z998))
        expect(large.low).toBeGreaterThanOrEqual(small.low)
        expect(large.high).toBeLessThanOrEqual(small.high)
        expect(alarm.low).toBeLessThanOrEqual(small.low)
        expect(alarm.high).toBeGreaterThanOrEqual(small.high)
      }),
    )
  })

  test('has no point for a site without answers, and none at all when nobody answered', () => {
    expect(
      funnelOf([
        { count: 0, of: 0 },
        { count: 3, of: 9 },
      ])[0],
    ).toBeNull()
    expect(funnelOf([{ count: 0, of: 0 }])).toEqual([null])
    expect(funnelOf([])).toEqual([])
  })

  test.each([[0], [9]])('has everybody within when all sites answer alike: %i of 9', (count) => {
    const points = funnelOf([
      { count, of: 9 },
      { count: count * 3, of: 27 },
    ])
    expect(points.map((point) => point?.place)).toEqual(['within', 'within'])
  })
})
