import { type Constraint, solve } from 'yalps'
import { type Axis, groupCount, placesOf, type Table } from '../../../survey/release/family.ts'
import type { Shown } from '../../../survey/release/school-year.ts'

export type CellAt = Readonly<{ b: number; c: number; group: number } | { total: number }>

/**
 * Whoever has all that is shown, knows what sums to what, and has a solver of integer programs: finds the smallest or the
 * largest that a count can be. It shares no line with what it attacks but the layout of a table.
 */
export class Attacker {
  readonly #variables = new Map<string, Record<string, number>>()
  readonly #constraints: Record<string, Constraint> = {}

  constructor(axes: readonly Axis[], shown: Shown) {
    const leaves = Array.from({ length: groupCount(axes) }, (_, group) => group).filter((group) =>
      placesOf(group, axes).every((place, axis) => place < (axes[axis]?.size ?? 0)),
    )
    for (const [b, categories] of shown.parts.entries()) {
      for (const c of categories.keys()) {
        for (const leaf of leaves) this.#variables.set(`${b} ${c} ${leaf}`, sumsOver(b, c, leaf, axes))
      }
    }
    for (const [group, count] of shown.totals.entries()) {
      for (const b of shown.parts.keys()) {
        if (count !== null) this.#constraints[`total ${b} ${group}`] = { equal: count }
        // Another way to split the same thing comes to the same.
        else if (b > 0) this.#constraints[`same ${b} ${group}`] = { equal: 0 }
      }
    }
    for (const [b, categories] of shown.parts.entries()) {
      for (const [c, row] of categories.entries()) {
        for (const [group, count] of row.entries()) {
          if (count !== null) this.#constraints[`part ${b} ${c} ${group}`] = { equal: count }
        }
      }
    }
  }

  /** Whether some table of whole numbers fits all that is shown and has this count within these bounds. */
  canBe(cell: CellAt, bounds: Constraint): boolean {
    const key = 'total' in cell ? `total 0 ${cell.total}` : `part ${cell.b} ${cell.c} ${cell.group}`
    const constraints = { ...this.#constraints, [key]: merged(this.#constraints[key], bounds) }
    const { status } = solve({ constraints, variables: this.#variables, integers: true }, { timeout: 20_000 })
    if (status === 'timedout') throw new Error('the attacker gave up, which proves nothing')
    return status === 'optimal'
  }
}

function merged(known: Constraint | undefined, bounds: Constraint): Constraint {
  if (known?.equal === undefined) return bounds
  const { min = 0, max = known.equal } = bounds
  return known.equal >= min && known.equal <= max ? known : { min: 1, max: 0 }
}

/** The sums a count goes into. */
function sumsOver(b: number, c: number, leaf: number, axes: readonly Axis[]): Record<string, number> {
  const places = placesOf(leaf, axes)
  const over = Array.from({ length: groupCount(axes) }, (_, group) => group).filter((group) =>
    placesOf(group, axes).every((place, axis) => place === places[axis] || place === axes[axis]?.size),
  )
  return Object.fromEntries(
    over.flatMap((group) => [
      [`part ${b} ${c} ${group}`, 1],
      [`total ${b} ${group}`, 1],
      ...(b > 0 ? [[`same ${b} ${group}`, -1]] : []),
      ...(b === 0 ? [1, 2, 3].map((other) => [`same ${other} ${group}`, 1]) : []),
    ]),
  )
}

export type Secret = Readonly<{ at: CellAt; count: number }>

export const countsOf = ({ totals, parts }: Table): readonly Secret[] => [
  ...totals.map((count, total) => ({ at: { total }, count })),
  ...parts.flatMap((categories, b) =>
    categories.flatMap((row, c) => row.map((count, group) => ({ at: { b, c, group }, count }))),
  ),
]
