import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Answers,
  addSheet,
  addToCells,
  emptyCells,
  emptySums,
  mergeSums,
  type Shape,
  sumsOfItem,
} from '../../../survey/statistics/sheet-sums.ts'

const shape: Shape = {
  options: [5, 5, 5, 2, 4],
  scales: [
    [0, 1, 2],
    [4, 0],
  ],
}

const answer = (options: number) => fc.option(fc.integer({ min: 1, max: options }), { freq: 4 })
const sheet: fc.Arbitrary<Answers> = fc.tuple(answer(5), answer(5), answer(5), answer(2), answer(4))
const sheets = fc.array(sheet, { maxLength: 60 })

function onePass(all: readonly Answers[]) {
  const sums = emptySums(shape)
  for (const answers of all) addSheet(sums, answers, shape)
  return sums
}

describe('sums of sheets', () => {
  test('are worked out by hand for two sheets, one of which skips an item', () => {
    const sums = onePass([
      [1, 2, 3, 1, 4],
      [5, null, 1, 2, 3],
    ])
    expect(sums).toEqual({
      sheets: 2,
      counts: [
        [1, 0, 0, 0, 1],
        [0, 1, 0, 0, 0],
        [1, 0, 1, 0, 0],
        [1, 1],
        [0, 0, 1, 1],
      ],
      scales: [
        { n: 1, sums: [1, 2, 3], products: [1, 2, 3, 4, 6, 9] },
        { n: 2, sums: [7, 6], products: [25, 19, 26] },
      ],
    })
    expect(sumsOfItem(sums.counts[0] ?? [])).toEqual({ n: 2, sum: 6, squares: 26 })
    expect(sumsOfItem(sums.counts[1] ?? [])).toEqual({ n: 1, sum: 2, squares: 4 })
  })

  test('are what a count over all sheets says', () => {
    fc.assert(
      fc.property(sheets, (all) => {
        const sums = onePass(all)
        for (const [item, size] of shape.options.entries()) {
          const counted = Array.from({ length: size }, (_, o) => all.filter((one) => one[item] === o + 1).length)
          expect(sums.counts[item]).toEqual(counted)
        }
        for (const [s, items] of shape.scales.entries()) {
          const whole = all.map((one) => items.map((i) => one[i] ?? 0)).filter((row) => !row.includes(0))
          const total = (of: (row: readonly number[]) => number) => whole.reduce((sum, row) => sum + of(row), 0)
          const pairs = items.flatMap((_, i) => items.slice(i).map((_, step) => [i, i + step] as const))
          expect(sums.scales[s]).toEqual({
            n: whole.length,
            sums: items.map((_, i) => total((row) => row[i] ?? 0)),
            products: pairs.map(([i, j]) => total((row) => (row[i] ?? 0) * (row[j] ?? 0))),
          })
        }
      }),
    )
  })

  test('of two groups merged are exactly those of one pass, in either order', () => {
    fc.assert(
      fc.property(sheets, sheets, (one, other) => {
        expect(mergeSums(onePass(one), onePass(other))).toEqual(onePass([...one, ...other]))
        expect(mergeSums(onePass(other), onePass(one))).toEqual(onePass([...one, ...other]))
      }),
    )
  })

  test('do not depend on the order of the sheets', () => {
    fc.assert(
      fc.property(sheets, (all) => {
        expect(onePass(all.toReversed())).toEqual(onePass(all))
      }),
    )
  })

  test('merge into new ones and leave the old ones', () => {
    const one = onePass([[1, 2, 3, 1, 4]])
    mergeSums(one, one)
    expect(one).toEqual(onePass([[1, 2, 3, 1, 4]]))
  })

  test('are as large after a hundred thousand sheets as before the first', () => {
    const sums = emptySums(shape)
    const size = () => JSON.stringify(sums, (_, value) => (typeof value === 'number' ? 0 : value)).length
    const before = size()
    for (let i = 0; i < 100_000; i++) addSheet(sums, [(i % 5) + 1, 3, null, (i % 2) + 1, 4], shape)
    expect(size()).toBe(before)
    expect(sums.sheets).toBe(100_000)
  })

  test('survive being stored', () => {
    const sums = onePass([[1, 2, 3, 1, 4]])
    expect(JSON.parse(JSON.stringify(sums))).toEqual(sums)
  })

  test.each<[string, Answers]>([
    ['an option that is not there', [1, 2, 3, 3, 4]],
    ['an option before the first', [1, 2, 3, 0, 4]],
    ['half an option', [1, 2.5, 3, 1, 4]],
    ['too few items', [1, 2, 3, 1]],
  ])('take no sheet with %s, and are not changed by it', (_, wrong) => {
    const sums = onePass([])
    expect(() => addSheet(sums, wrong, shape)).toThrow(RangeError)
    expect(sums).toEqual(emptySums(shape))
  })

  test('of other questionnaires do not merge', () => {
    expect(() => mergeSums(emptySums(shape), emptySums({ options: [5], scales: [] }))).toThrow(RangeError)
    expect(() => mergeSums(emptySums(shape), emptySums({ ...shape, scales: [[0, 1]] }))).toThrow(RangeError)
  })
})

describe('groups of sheets', () => {
  test('each get a sheet once, and together hold what one pass over all holds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(sheet, fc.constantFrom('a', 'b')), { maxLength: 40 }), (all) => {
        const cells = emptyCells(['all', 'a', 'b'], shape)
        for (const [answers, group] of all) addToCells(cells, ['all', group, group], answers, shape)
        expect(cells.get('all')).toEqual(onePass(all.map(([answers]) => answers)))
        expect(mergeSums(cells.get('a') ?? emptySums(shape), cells.get('b') ?? emptySums(shape))).toEqual(
          cells.get('all'),
        )
      }),
    )
  })

  test('that were not laid down take nothing, and then no other group does', () => {
    const cells = emptyCells(['all'], shape)
    expect(() => addToCells(cells, ['all', 'elsewhere'], [1, 2, 3, 1, 4], shape)).toThrow(RangeError)
    expect(cells).toEqual(emptyCells(['all'], shape))
  })
})
