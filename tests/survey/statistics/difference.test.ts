import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOf, differenceOf } from '../../../survey/statistics/difference.ts'
import { present, shares } from './arbitraries.ts'

describe('the difference of two shares', () => {
  test.each([
    [56, 70, 48, 80, '0.0524', '0.3339'],
    [9, 10, 3, 10, '0.1705', '0.8090'],
    [10, 10, 0, 10, '0.6075', '1.0000'],
  ])('is that of Newcombe 1998, table II, method 10, for %i/%i − %i/%i', (x1, n1, x2, n2, low, high) => {
    const { interval, difference } = present(differenceOf({ count: x1, of: n1 }, { count: x2, of: n2 }))
    expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low, high])
    expect(difference).toBeCloseTo(x1 / n1 - x2 / n2, 12)
  })

  test('is not there when nobody answered in one of the two', () => {
    expect(differenceOf({ count: 0, of: 0 }, { count: 3, of: 9 })).toBeNull()
    expect(differenceOf({ count: 3, of: 9 }, { count: 0, of: 0 })).toBeNull()
  })

  test('holds what was found, and turns its sign when the two change places', () => {
    fc.assert(
      fc.property(shares(), shares(), (one, other) => {
        const { difference, interval } = present(differenceOf(one, other))
        const back = present(differenceOf(other, one)).interval
        expect(interval.low).toBeLessThanOrEqual(difference)
        expect(interval.high).toBeGreaterThanOrEqual(difference)
        expect(back.low).toBeCloseTo(-interval.high, 12)
        expect(back.high).toBeCloseTo(-interval.low, 12)
      }),
    )
  })

  test('of equal shares shows nothing, however many answered', () => {
    fc.assert(
      fc.property(shares(), fc.integer({ min: 1, max: 50 }), (one, times) => {
        const { interval } = present(differenceOf(one, { count: one.count * times, of: one.of * times }))
        expect(changeOf(interval, true)).toBe('not-shown')
      }),
    )
  })
})

describe('the word for a change', () => {
  test.each([
    [{ low: 0.01, high: 0.2 }, true, 'higher'],
    [{ low: -0.2, high: -0.01 }, true, 'lower'],
    [{ low: -0.1, high: 0.1 }, true, 'not-shown'],
    [{ low: 0, high: 0.1 }, true, 'not-shown'],
    [{ low: -0.1, high: 0 }, true, 'not-shown'],
    [{ low: 0.01, high: 0.2 }, false, 'not-shown'],
    [{ low: -0.2, high: -0.01 }, false, 'not-shown'],
  ] as const)('of %o, left after correction: %s, is %s', (interval, stands, word) => {
    expect(changeOf(interval, stands)).toBe(word)
  })
})
