import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tableFrom } from '../../../survey/release/family.ts'
import { isSmall, smallest } from '../../../survey/release/protect.ts'
import { type Counts, releaseFirst, releaseSecond, type Shown } from '../../../survey/release/school-year.ts'
import { Attacker, countsOf } from './attacker.ts'

const sites = { size: 3, hasTotal: true }
const board = { size: 9, hasTotal: true }

/** All that was ever published of a year, laid out as one table. */
function published(first: Counts, second: Counts, axis = sites) {
  const early = releaseFirst(first, axis)
  const late = releaseSecond({ counts: first, shown: early }, second, axis)
  const side = <Value>(pick: (shown: Shown) => readonly Value[]) =>
    pick(early).flatMap((count, group) => [count, pick(late.second)[group] ?? null, pick(late.year)[group] ?? null])
  const shown = {
    totals: side(({ totals }) => totals) as readonly (number | null)[],
    parts: early.parts.map((categories, b) =>
      categories.map((_, c) => side(({ parts }) => parts[b]?.[c] ?? []) as readonly (number | null)[]),
    ),
  }
  const both = first.map((categories, b) =>
    categories.map((row, c) => row.flatMap((count, site) => [count, second[b]?.[c]?.[site] ?? 0])),
  )
  const axes = [axis, { size: 2, hasTotal: true }]
  return { early, late, shown, axes, table: tableFrom(axes, both) }
}

const half = fc.tuple(
  fc.array(fc.array(fc.nat(14), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
) as fc.Arbitrary<[number[][]]>

test('who keeps what was published in February finds no small count with what is published in August', () => {
  fc.assert(
    fc.property(half, half, (first, second) => {
      expect(leaksIn(published(first, second))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

const leaksIn = ({ shown, axes, table }: ReturnType<typeof published>) => {
  const attacker = new Attacker(axes, shown)
  return countsOf(table)
    .filter(({ count }) => isSmall(count))
    .filter(({ at }) => !attacker.canBe(at, { max: 0 }) || !attacker.canBe(at, { min: smallest }))
}

test('nor at a board with nine sites, where most numbers are small', () => {
  const rare = fc.array(fc.array(fc.nat(6), { minLength: 9, maxLength: 9 }), { minLength: 3, maxLength: 3 })
  const usual = fc.array(fc.integer({ min: 4, max: 40 }), { minLength: 9, maxLength: 9 })
  const ofBoard = fc.tuple(usual, rare).map(([row, rows]): Counts => [[row, ...rows]])
  fc.assert(
    fc.property(ofBoard, ofBoard, (first, second) => {
      expect(leaksIn(published(first, second, board))).toEqual([])
    }),
    { numRuns: 4 },
  )
})

test('what was published stays as it was, and what is published is true', () => {
  fc.assert(
    fc.property(half, half, (first, second) => {
      const { shown, table } = published(first, second)
      const told = countsOf(shown as ReturnType<typeof tableFrom>)
      const truth = countsOf(table)
      expect(told.filter(({ count }, index) => count !== null && count !== truth[index]?.count)).toEqual([])
    }),
  )
})

test('a half that is too small stays hidden when the year comes, and the other half with it where that would tell', () => {
  const { early, late } = published(
    [
      [
        [3, 20, 30],
        [0, 25, 40],
      ],
    ],
    [
      [
        [4, 22, 31],
        [0, 21, 36],
      ],
    ],
  )
  expect(early.totals[0]).toBeNull()
  expect(late.second.totals[0]).toBeNull()
})

test('a school of ordinary size sees most of its numbers', () => {
  const counts: Counts = [
    [
      [31, 24, 40],
      [12, 9, 3],
      [8, 15, 22],
      [6, 2, 11],
    ],
  ]
  const { totals, parts } = releaseFirst(counts, sites)
  expect(totals).toEqual([57, 50, 76, 183])
  const shown = parts.flat(2).filter((count) => count !== null)
  expect(shown.length).toBeGreaterThanOrEqual(10)
})
