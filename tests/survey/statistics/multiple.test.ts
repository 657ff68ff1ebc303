import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { benjaminiHochberg, type Corrected, holm } from '../../../survey/statistics/multiple.ts'

/** The example of Benjamini & Hochberg 1995; the adjusted ones by R: p.adjust(p, "BH"), p.adjust(p, "holm"). */
const example = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
]
const bh = [
  0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714286, 0.06385714286, 0.0645, 0.0765, 0.486, 0.5811818182, 0.714875,
  0.7532307692, 0.8132142857, 1,
]
const adjustedHolm = [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1]

const standing = (all: readonly Corrected[]) => all.filter(({ stands }) => stands).length
const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 })

describe('many tests', () => {
  test('leave four of the example by Benjamini and Hochberg and three by Holm', () => {
    expect(standing(benjaminiHochberg(example))).toBe(4)
    expect(standing(holm(example))).toBe(3)
  })

  test('are adjusted as in R, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...example.keys()], { minLength: example.length }), (order) => {
        const mixed = order.map((i) => example[i] ?? 0)
        for (const [place, i] of order.entries()) {
          expect(benjaminiHochberg(mixed)[place]?.adjusted).toBeCloseTo(bh[i] ?? 0, 9)
          expect(holm(mixed)[place]?.adjusted).toBeCloseTo(adjustedHolm[i] ?? 0, 9)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('let Holm keep nothing that Benjamini and Hochberg drop, and neither what did not stand alone', () => {
    fc.assert(
      fc.property(chances, (ps) => {
        const [strict, lenient] = [holm(ps), benjaminiHochberg(ps)]
        for (const [i, p] of ps.entries()) {
          expect(strict[i]?.adjusted).toBeGreaterThanOrEqual(lenient[i]?.adjusted ?? 2)
          expect(lenient[i]?.adjusted).toBeGreaterThanOrEqual(p * (1 - 1e-12))
          expect(strict[i]?.adjusted).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('let Holm drop nothing that Bonferroni keeps', () => {
    fc.assert(
      fc.property(chances, (ps) => {
        const kept = holm(ps)
        for (const [i, p] of ps.entries()) expect(kept[i]?.adjusted).toBeLessThanOrEqual(Math.min(1, p * ps.length))
      }),
    )
  })

  test('treat equal chances alike', () => {
    for (const correct of [holm, benjaminiHochberg]) {
      const [one, two] = correct([0.02, 0.02, 0.9])
      expect(one).toEqual(two)
    }
  })

  test('are none when there are none, and one is itself', () => {
    expect(holm([])).toEqual([])
    expect(benjaminiHochberg([])).toEqual([])
    expect(holm([0.04])).toEqual([{ adjusted: 0.04, stands: true }])
    expect(benjaminiHochberg([0.06])).toEqual([{ adjusted: 0.06, stands: false }])
  })

  test('stand when they are at the level itself, also the last of many', () => {
    expect(holm([0.05])).toEqual([{ adjusted: 0.05, stands: true }])
    expect(standing(benjaminiHochberg(new Array<number>(7).fill(0.05)))).toBe(7)
  })

  test.each([[-0.1], [1.1], [Number.NaN]])('know no chance of %d', (p) => {
    expect(() => holm([p])).toThrow(RangeError)
  })
})
