import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilson, wilsonOfPopulation } from '../../../survey/statistics/wilson.ts'
import { figureOf, present, shares, sharesOfPopulation, turned } from './arbitraries.ts'

describe('the interval of a share', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is that of Newcombe 1998, table I, method 3, for %i of %i', (count, of, low, high) => {
    const interval = present(wilson({ count, of }))
    expect(interval.low.toFixed(4)).toBe(low.toFixed(4))
    expect(interval.high.toFixed(4)).toBe(high.toFixed(4))
  })

  // R: prop.test(81, 263, correct = FALSE)$conf.int
  test('is that of R to ten digits', () => {
    const { low, high } = present(wilson({ count: 81, of: 263 }))
    expect([low, high].map((end) => end.toFixed(10))).toEqual(['0.2552885199', '0.3662095770'])
  })

  test('is not there when nobody answered', () => {
    expect(wilson({ count: 0, of: 0 })).toBeNull()
  })

  test('starts at exactly nothing when nobody said it and ends at exactly all when everybody did', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (of) => {
        expect(present(wilson({ count: 0, of })).low).toBe(0)
        expect(present(wilson({ count: of, of })).high).toBe(1)
      }),
    )
  })

  test('holds the share, stays between nothing and all, and mirrors when the question is turned round', () => {
    fc.assert(
      fc.property(shares(), (share) => {
        const [{ low, high }, other] = [present(wilson(share)), present(wilson(turned(share)))]
        const p = share.count / share.of
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(p)
        expect(high).toBeGreaterThanOrEqual(p)
        expect(high).toBeLessThanOrEqual(1)
        expect(other.low).toBeCloseTo(1 - high, 12)
        expect(other.high).toBeCloseTo(1 - low, 12)
      }),
    )
  })

  test.each([[{ count: 3, of: 2 }], [{ count: -1, of: 2 }], [{ count: 0.5, of: 2 }], [{ count: 0, of: Number.NaN }]])(
    'of %o is a fault of the program',
    (share) => {
      expect(() => wilson(share)).toThrow(RangeError)
    },
  )
})

describe('the interval of the share among all students', () => {
  // R, and there is no published example at hand:
  // w <- function(x, n, N) { p <- x/n; m <- n*(N-1)/(N-n); z <- qnorm(.975)
  //   (p + z^2/(2*m) + c(-1,1)*z*sqrt(p*(1-p)/m + z^2/(4*m^2))) / (1 + z^2/m) }
  test.each([
    [3, 42, 45, '0.0536368391', '0.0945324347'],
    [5, 40, 163, '0.0605812919', '0.2403895251'],
    [0, 20, 45, '0.0000000000', '0.0983943463'],
    [81, 263, 300, '0.2887186986', '0.3279437541'],
    [20, 20, 60, '0.8847843209', '1.0000000000'],
  ])('is that of R for %i of %i of %i', (count, of, all, low, high) => {
    const interval = figureOf(wilsonOfPopulation({ count, of }, all))
    expect([interval.low.toFixed(10), interval.high.toFixed(10)]).toEqual([low, high])
  })

  test('has no width when all answered', () => {
    fc.assert(
      fc.property(shares(), (share) => {
        const p = share.count / share.of
        expect(figureOf(wilsonOfPopulation(share, share.of))).toEqual({ low: p, high: p })
      }),
    )
  })

  test('holds the share, and is never wider than without the correction', () => {
    fc.assert(
      fc.property(sharesOfPopulation(), ([share, all]) => {
        const [mine, without] = [figureOf(wilsonOfPopulation(share, all)), present(wilson(share))]
        const p = share.count / share.of
        expect(mine.low).toBeLessThanOrEqual(p)
        expect(mine.high).toBeGreaterThanOrEqual(p)
        expect(mine.high - mine.low).toBeLessThanOrEqual(without.high - without.low + 1e-12)
      }),
    )
  })

  test('comes near the one without the correction when the population is very large', () => {
    const [mine, without] = [
      figureOf(wilsonOfPopulation({ count: 81, of: 263 }, 1e12)),
      present(wilson({ count: 81, of: 263 })),
    ]
    expect(mine.low).toBeCloseTo(without.low, 9)
    expect(mine.high).toBeCloseTo(without.high, 9)
  })

  test('says when nobody answered, and when more answered than there are students', () => {
    expect(wilsonOfPopulation({ count: 0, of: 0 }, 45)).toEqual({ ok: false, refusal: 'nobody-answered' })
    expect(wilsonOfPopulation({ count: 0, of: 0 }, 0)).toEqual({ ok: false, refusal: 'nobody-answered' })
    expect(wilsonOfPopulation({ count: 3, of: 46 }, 45)).toEqual({ ok: false, refusal: 'more-than-population' })
  })
})
