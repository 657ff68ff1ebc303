import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactInterval } from '../../../survey/statistics/exact-interval.ts'
import { tailsOf } from '../../../survey/statistics/hypergeometric.ts'
import { worstCase } from '../../../survey/statistics/nonresponse.ts'
import { figureOf, sharesOfPopulation, turned } from './arbitraries.ts'

/** How many ways there are to choose, exactly. */
function ways(from: number, take: number): bigint {
  if (take < 0 || take > from) return 0n
  let found = 1n
  for (let i = 0; i < take; i++) found = (found * BigInt(from - i)) / BigInt(i + 1)
  return found
}

describe('the tails of the hypergeometric distribution', () => {
  // R: phyper(x, K, N - K, n) and phyper(x - 1, K, N - K, n, lower.tail = FALSE)
  test.each([
    [3, { population: 30, having: 10, drawn: 12 }, 0.350024987506247, 0.883001356464625],
    [0, { population: 100, having: 5, drawn: 40 }, 0.0725420627482483, 1],
    [41, { population: 1000, having: 300, drawn: 163 }, 0.0820972157937299, 0.943320448415838],
    [8, { population: 100, having: 8, drawn: 90 }, 1, 0.416553272992783],
    [250, { population: 10_000, having: 5000, drawn: 490 }, 0.694803426000754, 0.338387395644145],
  ])('are those of R at %i', (count, draw, atMost, atLeast) => {
    const tails = tailsOf(draw, count)
    expect(tails.atMost / atMost).toBeCloseTo(1, 12)
    expect(tails.atLeast / atLeast).toBeCloseTo(1, 12)
  })

  test('are those of exact fractions in every small population', () => {
    for (let population = 1; population <= 9; population++) {
      for (let having = 0; having <= population; having++) {
        for (let drawn = 0; drawn <= population; drawn++) {
          for (let count = 0; count <= drawn; count++) {
            let below = 0n
            for (let x = 0; x <= count; x++) below += ways(having, x) * ways(population - having, drawn - x)
            const atMost = Number(below) / Number(ways(population, drawn))
            expect(tailsOf({ population, having, drawn }, count).atMost).toBeCloseTo(atMost, 13)
          }
        }
      }
    }
  })
})

describe('the exact interval', () => {
  // R, and there is no published example at hand:
  // ex <- function(x, n, N) { X <- x:(N-n+x)
  //   c(min(X[phyper(x-1, X, N-X, n, lower.tail = FALSE) > .025]), max(X[phyper(x, X, N-X, n) > .025])) }
  test.each([
    [0, 20, 45, 0, 5],
    [3, 42, 45, 3, 5],
    [5, 40, 163, 9, 40],
    [20, 40, 163, 59, 104],
    [81, 263, 300, 87, 99],
    [40, 40, 60, 57, 60],
    [490, 1000, 10_000, 4602, 5198],
    [1, 1, 2, 1, 2],
  ])('is that of R for %i of %i of %i', (count, of, all, low, high) => {
    expect(figureOf(exactInterval({ count, of }, all))).toEqual({ low, high })
  })

  test('holds the truth in at least 95 of 100 draws, whatever the truth is: counted out', () => {
    for (let population = 1; population <= 14; population++) {
      for (let of = 1; of <= population; of++) {
        const intervals = Array.from({ length: of + 1 }, (_, count) =>
          figureOf(exactInterval({ count, of }, population)),
        )
        for (let truth = 0; truth <= population; truth++) {
          let held = 0n
          for (const [count, { low, high }] of intervals.entries()) {
            if (low <= truth && truth <= high) held += ways(truth, count) * ways(population - truth, of - count)
          }
          expect(Number(held) / Number(ways(population, of))).toBeGreaterThanOrEqual(0.95)
        }
      }
    }
  })

  test('holds the share that was found, mirrors, and never goes beyond the worst case', () => {
    fc.assert(
      fc.property(sharesOfPopulation(400), ([share, all]) => {
        const [mine, other] = [figureOf(exactInterval(share, all)), figureOf(exactInterval(turned(share), all))]
        const worst = figureOf(worstCase(share, all))
        expect(mine.low).toBeLessThanOrEqual(Math.ceil((share.count / share.of) * all))
        expect(mine.high).toBeGreaterThanOrEqual(Math.floor((share.count / share.of) * all))
        expect(other).toEqual({ low: all - mine.high, high: all - mine.low })
        expect(mine.low / all).toBeGreaterThanOrEqual(worst.low)
        expect(mine.high / all).toBeLessThanOrEqual(worst.high)
      }),
    )
  })

  test('is the count itself when all answered', () => {
    expect(figureOf(exactInterval({ count: 17, of: 45 }, 45))).toEqual({ low: 17, high: 17 })
  })

  test('says when nobody answered, and when more answered than there are students', () => {
    expect(exactInterval({ count: 0, of: 0 }, 45)).toEqual({ ok: false, refusal: 'nobody-answered' })
    expect(exactInterval({ count: 1, of: 46 }, 45)).toEqual({ ok: false, refusal: 'more-than-population' })
  })
})

describe('the worst case', () => {
  test('counts those who did not answer to either side', () => {
    expect(figureOf(worstCase({ count: 9, of: 60 }, 100))).toEqual({ low: 0.09, high: 0.49 })
  })

  test('is anything when nobody answered, and one number when all did', () => {
    expect(figureOf(worstCase({ count: 0, of: 0 }, 45))).toEqual({ low: 0, high: 1 })
    expect(figureOf(worstCase({ count: 9, of: 45 }, 45))).toEqual({ low: 0.2, high: 0.2 })
  })

  test('says when there is nobody, and when more answered than there are', () => {
    expect(worstCase({ count: 0, of: 0 }, 0)).toEqual({ ok: false, refusal: 'no-population' })
    expect(worstCase({ count: 0, of: 2 }, 1)).toEqual({ ok: false, refusal: 'more-than-population' })
  })
})
