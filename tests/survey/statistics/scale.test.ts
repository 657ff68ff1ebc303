import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deviationOf, meanOf } from '../../../survey/statistics/moments.ts'
import { reliabilityOf, totalsOf } from '../../../survey/statistics/scale.ts'
import { addSheet, emptySums, type ScaleSums } from '../../../survey/statistics/sheet-sums.ts'
import { figureOf, present } from './arbitraries.ts'
import { attitude } from './attitude.ts'

const none = (rows: readonly (readonly number[])[]) => (rows[0] ?? []).map(() => false)

function scaleOf(rows: readonly (readonly number[])[], highest = 99): ScaleSums {
  const items = (rows[0] ?? []).map(() => highest)
  const shape = { options: items, scales: [[...items.keys()]] }
  const sums = emptySums(shape)
  for (const row of rows) addSheet(sums, row, shape)
  return present(sums.scales[0])
}

const rowsOf = (items: number) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: items, maxLength: items }), {
    minLength: 2,
    maxLength: 40,
  })

describe('Cronbach’s α', () => {
  // psych::alpha(attitude) prints .84; more digits by R: k/(k-1)*(1 - sum(diag(cov(attitude)))/sum(cov(attitude)))
  test('of R’s attitude is what psych prints, from sums alone', () => {
    const found = figureOf(reliabilityOf(scaleOf(attitude), none(attitude)))
    expect(found.n).toBe(30)
    expect(found.alpha.toFixed(10)).toBe('0.8431427696')
    expect(found.standardized?.toFixed(10)).toBe('0.8390838030')
    expect(found.meanCorrelation?.toFixed(10)).toBe('0.4269066426')
    expect(found.withoutItem.map((alpha) => alpha?.toFixed(10))).toEqual([
      ...['0.8097602063', '0.7969174573', '0.8278477659', '0.8030309750'],
      ...['0.7953865742', '0.8638723114', '0.8404648683'],
    ])
  })

  // R: A <- attitude; A$critical <- 100 - A$critical; the same formula; mean(cor(A)[lower.tri(cor(A))])
  test('with an item reversed is that of R, and so are the totals', () => {
    const reversed = [false, false, false, false, false, true, false]
    const found = figureOf(reliabilityOf(scaleOf(attitude), reversed))
    expect(found.alpha.toFixed(10)).toBe('0.7764540543')
    expect(found.meanCorrelation?.toFixed(10)).toBe('0.3061849336')
    const totals = totalsOf(scaleOf(attitude), reversed, new Array<number>(7).fill(99))
    expect(totals).toEqual({ n: 30, sum: 11206, squares: 4265998 })
  })

  // R: mean(rowMeans(attitude)); sd(rowMeans(attitude))
  test('stands beside mean and spread of the scale, from the same sums', () => {
    const totals = totalsOf(scaleOf(attitude), none(attitude), new Array<number>(7).fill(99))
    expect((present(meanOf(totals)) / 7).toFixed(10)).toBe('60.4380952381')
    expect((present(deviationOf(totals)) / 7).toFixed(10)).toBe('8.2497890561')
  })

  test('from sums is that from the sheets, whichever items are reversed', () => {
    const items = 4
    fc.assert(
      fc.property(rowsOf(items), fc.array(fc.boolean(), { minLength: items, maxLength: items }), (rows, reversed) => {
        const turned = rows.map((row) => row.map((x, i) => (reversed[i] ? 6 - x : x)))
        const [here, there] = [
          reliabilityOf(scaleOf(rows, 5), reversed),
          reliabilityOf(scaleOf(turned, 5), none(turned)),
        ]
        expect(here).toEqual(there)
        expect(totalsOf(scaleOf(rows, 5), reversed, [5, 5, 5, 5])).toEqual(
          totalsOf(scaleOf(turned, 5), none(turned), [5, 5, 5, 5]),
        )
        if (!here.ok) return
        expect(here.value.alpha).toBeCloseTo(alphaOfRows(turned), 8)
      }),
    )
  })

  test('of items that always agree is 1', () => {
    const rows = [1, 2, 4, 5, 5].map((x) => [x, x, x])
    expect(figureOf(reliabilityOf(scaleOf(rows), none(rows)))).toMatchObject({ alpha: 1, meanCorrelation: 1 })
  })

  test('says what lacks: a second item, a second sheet, a difference', () => {
    expect(reliabilityOf(scaleOf([[1], [2]]), [false])).toEqual({ ok: false, refusal: 'one-item' })
    expect(reliabilityOf(scaleOf([[1, 2]]), [false, false])).toEqual({ ok: false, refusal: 'too-few-sheets' })
    const none = emptySums({ options: [5, 5], scales: [[0, 1]] })
    expect(reliabilityOf(present(none.scales[0]), [false, false])).toEqual({ ok: false, refusal: 'too-few-sheets' })
    const same = new Array<number[]>(9).fill([3, 4, 3])
    expect(reliabilityOf(scaleOf(same), [false, false, false])).toEqual({ ok: false, refusal: 'no-spread' })
    const opposed = [
      [1, 5],
      [5, 1],
      [2, 4],
    ]
    expect(reliabilityOf(scaleOf(opposed), [false, false])).toEqual({ ok: false, refusal: 'no-spread' })
  })

  test('has no α without an item of two, and no correlation with an item that all answered alike', () => {
    const rows = [
      [1, 3, 2],
      [2, 3, 2],
      [5, 3, 4],
    ]
    const found = figureOf(reliabilityOf(scaleOf(rows), none(rows)))
    expect([found.standardized, found.meanCorrelation]).toEqual([null, null])
    const two = rows.map(([a = 0, , c = 0]) => [a, c])
    expect(figureOf(reliabilityOf(scaleOf(two), none(two))).withoutItem).toEqual([null, null])
  })
})

/** The textbook way, with rows: what the sums are held against. */
function alphaOfRows(rows: readonly (readonly number[])[]): number {
  const variance = (numbers: readonly number[]) => {
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length
    return numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (numbers.length - 1)
  }
  const k = rows[0]?.length ?? 0
  const own = Array.from({ length: k }, (_, i) => variance(rows.map((row) => row[i] ?? 0)))
  const total = variance(rows.map((row) => row.reduce((sum, x) => sum + x, 0)))
  return (k / (k - 1)) * (1 - own.reduce((sum, x) => sum + x, 0) / total)
}
