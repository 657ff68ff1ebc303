import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { associationIn } from '../../../survey/statistics/chi-square.ts'
import { compareRanks } from '../../../survey/statistics/mann-whitney.ts'
import { trendOf } from '../../../survey/statistics/trend.ts'
import { present, shares } from './arbitraries.ts'

const counts = (length: number) => fc.array(fc.nat(30), { minLength: length, maxLength: length })

describe('association in a table', () => {
  test('is that of R’s example (Agresti)', () => {
    const found = present(
      associationIn([
        [762, 327, 468],
        [484, 239, 477],
      ]),
    )
    expect(found.chiSquare.toFixed(4)).toBe('30.0701')
    expect(found.df).toBe(2)
    expect(found.p.toPrecision(4)).toBe('2.954e-7')
    expect(found.expected[0]?.[0]?.toFixed(4)).toBe('703.6714')
    expect(found.v.toFixed(5)).toBe('0.10444')
  })

  test('does not change when rows and columns change places, or when nobody is added', () => {
    fc.assert(
      fc.property(fc.array(counts(3), { minLength: 2, maxLength: 4 }), (table) => {
        const turned = [0, 1, 2].map((c) => table.map((row) => row[c] ?? 0))
        const padded = [...table.map((row) => [...row, 0]), [0, 0, 0, 0]]
        const [one, two, three] = [associationIn(table), associationIn(turned), associationIn(padded)]
        expect(two === null).toBe(one === null)
        expect(three).toEqual(one)
        if (!one || !two) return
        expect(two.chiSquare).toBeCloseTo(one.chiSquare, 8)
        expect(two.v).toBeCloseTo(one.v, 10)
        expect(one.v).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  test('is entire when the answer follows from the group', () => {
    expect(
      present(
        associationIn([
          [20, 0],
          [0, 30],
        ]),
      ).v,
    ).toBeCloseTo(1, 12)
  })

  test.each([
    [
      'nobody answered',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'everybody gave the same answer',
      [
        [12, 0],
        [30, 0],
      ],
    ],
    ['there is one group', [[12, 30]]],
    ['there is no table', []],
  ])('is not there when %s', (_, table) => {
    expect(associationIn(table)).toBeNull()
  })
})

describe('comparing ordered answers', () => {
  // R, and there is no published example at hand:
  // wilcox.test(rep(1:5, c(3, 8, 12, 10, 7)), rep(1:5, c(9, 11, 10, 6, 2)), exact = FALSE)
  // wilcox.test(c(1, 1, 1, 2), c(2, 2, 3, 3, 3), exact = FALSE)
  test.each([
    [[3, 8, 12, 10, 7], [9, 11, 10, 6, 2], 1018.5, 0.00812331899385],
    [[3, 1, 0], [0, 2, 3], 1, 0.0281858021479],
  ])('%o with %o is as in R', (one, other, u, p) => {
    const found = present(compareRanks(one, other))
    expect(found.u).toBe(u)
    expect(found.p).toBeCloseTo(p, 12)
  })

  test('counts pairs: as many as one has above the other, and half of the ties', () => {
    fc.assert(
      fc.property(counts(4), counts(4), (one, other) => {
        const found = compareRanks(one, other)
        fc.pre(found !== null)
        const drawn = (all: readonly number[]) => all.flatMap((count, option) => new Array<number>(count).fill(option))
        const points = drawn(one).flatMap((a) => drawn(other).map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
        expect(present(found).u).toBe(points.reduce<number>((sum, point) => sum + point, 0))
      }),
    )
  })

  test('turns its sign when the groups change places', () => {
    fc.assert(
      fc.property(counts(5), counts(5), (one, other) => {
        const [here, there] = [compareRanks(one, other), compareRanks(other, one)]
        expect(there === null).toBe(here === null)
        if (!here || !there) return
        expect(there.z).toBeCloseTo(-here.z, 12)
        expect(there.superiority).toBeCloseTo(1 - here.superiority, 12)
        expect(here.p).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('of groups that answer alike finds nothing', () => {
    expect(present(compareRanks([3, 4, 5], [3, 4, 5]))).toMatchObject({ superiority: 0.5, p: 1 })
  })

  test.each([
    ['a group has no answers', [0, 0], [3, 4]],
    ['everybody chose the same', [0, 9], [0, 4]],
    ['there are two students who chose the same', [1, 0], [1, 0]],
  ])('is not there when %s', (_, one, other) => {
    expect(compareRanks(one, other)).toBeNull()
  })
})

describe('the trend over years', () => {
  const at = (years: readonly number[], said: readonly number[], of: readonly number[]) =>
    years.map((year, i) => ({ at: year, count: said[i] ?? 0, of: of[i] ?? 0 }))

  // R, and there is no published example at hand: prop.trend.test(x, n, score)
  test.each([
    [[1, 2, 3, 4], [83, 90, 129, 70], [86, 93, 136, 82], 8.2249222852, 0.00413189747764],
    [[2024, 2025, 2026], [22, 15, 9], [160, 155, 163], 6.28640265409, 0.0121667748277],
    [[2023, 2024, 2026], [22, 15, 9], [160, 155, 163], 6.08148310259, 0.0136606038149],
  ])('in %o is as in R', (years, said, of, chiSquare, p) => {
    const found = present(trendOf(at(years, said, of)))
    expect(found.z ** 2).toBeCloseTo(chiSquare, 9)
    expect(found.p).toBeCloseTo(p, 12)
    expect(found.z).toBeLessThan(0)
  })

  // R: coef(lm(I(x/n) ~ year, weights = n))
  test('has the slope of the weighted line', () => {
    expect(present(trendOf(at([2023, 2024, 2026], [22, 15, 9], [160, 155, 163]))).slope).toBeCloseTo(
      -0.0264795607078,
      12,
    )
  })

  test('of two years is the chi-square of their table', () => {
    fc.assert(
      fc.property(shares(400), shares(400), (one, other) => {
        const trend = trendOf([
          { at: 2025, ...one },
          { at: 2026, ...other },
        ])
        const table = associationIn([one, other].map(({ count, of }) => [count, of - count]))
        expect(trend === null).toBe(table === null)
        if (trend && table) expect(trend.z ** 2).toBeCloseTo(table.chiSquare, 7)
      }),
    )
  })

  test.each([
    ['nobody answered', [0, 0], [0, 0]],
    ['only one year has answers', [4, 0], [9, 0]],
    ['nobody said it', [0, 0], [9, 12]],
    ['everybody said it', [9, 12], [9, 12]],
  ])('is not there when %s', (_, said, of) => {
    expect(trendOf(at([2025, 2026], said, of))).toBeNull()
  })

  test('leaves out a year without answers', () => {
    const three = at([2023, 2024, 2026], [22, 15, 9], [160, 155, 163])
    expect(trendOf([...three, { at: 2020, count: 0, of: 0 }])).toEqual(trendOf(three))
  })
})
