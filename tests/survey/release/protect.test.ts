import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Axis, type Table, tableFrom } from '../../../survey/release/family.ts'
import { isSmall, protect, smallest } from '../../../survey/release/protect.ts'
import type { Shown } from '../../../survey/release/school-year.ts'
import { Attacker, countsOf } from './attacker.ts'

const two: Axis = { size: 2, hasTotal: true }
const three: Axis = { size: 3, hasTotal: true }
const alone: Axis = { size: 1, hasTotal: false }

type Cells = readonly (readonly (readonly number[])[])[]

const publish = (table: Table, isHidden: (count: number, ...at: readonly number[]) => boolean | undefined): Shown => ({
  totals: table.totals.map((count, group) => (isHidden(count, group) ? null : count)),
  parts: table.parts.map((categories, b) =>
    categories.map((row, c) => row.map((count, group) => (isHidden(count, b, c, group) ? null : count))),
  ),
})
function protectedTable(axes: readonly Axis[], cells: Cells) {
  const table = tableFrom(axes, cells)
  const hidden = protect(axes, table)
  if (hidden === null) throw new Error('refused')
  return {
    table,
    shown: publish(table, (_, ...at) =>
      at.length === 1 ? hidden.totals[at[0] ?? 0] : hidden.parts[at[0] ?? 0]?.[at[1] ?? 0]?.[at[2] ?? 0],
    ),
  }
}
const carelessly = (axes: readonly Axis[], cells: Cells) => {
  const table = tableFrom(axes, cells)
  return { table, shown: publish(table, isSmall) }
}

/** The small counts of which an attacker is not left in doubt between nothing and enough to be shown. */
function recovered({ table, shown }: { table: Table; shown: Shown }, axes: readonly Axis[]) {
  const attacker = new Attacker(axes, shown)
  return countsOf(table)
    .filter(({ count }) => isSmall(count))
    .filter(({ at }) => !attacker.canBe(at, { max: 0 }) || !attacker.canBe(at, { min: smallest }))
}

describe('hiding small counts alone', () => {
  test('is undone by whoever can subtract: the control without which the attacks below would prove nothing', () => {
    const axes = [two]
    const careless = carelessly(axes, [
      [
        [3, 38],
        [42, 28],
      ],
    ])
    const attacker = new Attacker(axes, careless.shown)
    const hidden = { b: 0, c: 0, group: 0 }
    expect([2, 3, 4].filter((value) => attacker.canBe(hidden, { min: value, max: value }))).toEqual([3])
  })

  test('gives most small counts away in tables as schools have them', () => {
    const samples = fc.sample(cellsOf([[3, 2]], 9), { numRuns: 40, seed: 7 })
    const leaking = samples.filter((cells) => recovered(carelessly([two], cells), [two]).length > 0)
    const withSmall = samples.filter((cells) => cells.flat(2).some(isSmall))
    expect(leaking.length).toBeGreaterThan(withSmall.length / 2)
  })
})

describe('what is published', () => {
  test('shows large counts and nothing, and hides beside a small one what it takes', () => {
    const { shown } = protectedTable(
      [two],
      [
        [
          [3, 38],
          [12, 28],
          [0, 60],
        ],
      ],
    )
    expect(shown.totals).toEqual([15, 126, 141])
    expect(shown.parts[0]).toEqual([
      [null, null, 41],
      [null, null, 40],
      [0, 60, 60],
    ])
  })

  test('hides all of a group that is small itself', () => {
    const { shown } = protectedTable(
      [two],
      [
        [
          [1, 20],
          [2, 30],
        ],
      ],
    )
    expect(shown.totals[0]).toBeNull()
    expect(shown.parts[0]?.map((row) => row[0])).toEqual([null, null])
  })

  test('hides nothing where nothing is small', () => {
    const { table, shown } = protectedTable(
      [two, two],
      [
        [
          [5, 9, 0, 7],
          [8, 0, 6, 5],
        ],
      ],
    )
    expect(shown).toEqual(table)
  })

  test('keeps every small count in doubt between nothing and enough, whatever the table', () => {
    fc.assert(
      fc.property(cellsOf([[3, 2]], 9), (cells) => {
        expect(recovered(protectedTable([two], cells), [two])).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('also where there are halves of a year beside sites', () => {
    fc.assert(
      fc.property(cellsOf([[3, 6]], 9), (cells) => {
        expect(recovered(protectedTable([three, two], cells), [three, two])).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('also where two breakdowns of the same reports stand side by side', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), fc.nat(1), fc.nat(1)), { maxLength: 14 }), (reports) => {
        const cells = [0, 1].map((b) =>
          [0, 1].map((c) => [0, 1].map((site) => reports.filter((one) => one[2] === site && one[b] === c).length)),
        )
        expect(recovered(protectedTable([two], cells), [two])).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('also where there is one site only', () => {
    fc.assert(
      fc.property(cellsOf([[4, 1]], 8), (cells) => {
        expect(recovered(protectedTable([alone], cells), [alone])).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

/** @param shapes - for each breakdown the categories and the groups. */
function cellsOf(shapes: readonly (readonly [number, number])[], most: number): fc.Arbitrary<number[][][]> {
  const row = (groups: number) => fc.array(fc.nat(most), { minLength: groups, maxLength: groups })
  return fc.tuple(
    ...shapes.map(([categories, groups]) => fc.array(row(groups), { minLength: categories, maxLength: categories })),
  )
}
