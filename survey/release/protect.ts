import { type Axis, cornersAt, type Table } from './family.ts'
import { movesOfPart, movesOfTotal } from './moves.ts'
import { hideBreakdown, hideGroup, smallest, walk } from './walk.ts'

export { smallest }

/** What is hidden, laid out as the counts are. */
export type Hidden = Table<boolean>

/**
 * Which counts are hidden before a table is published: small ones, and as many others as it takes that no small one can
 * be computed back. For each small count this finds, move by move, two other tables that fit everything that is shown: one
 * in which the count is nothing and one in which it is large enough to be shown. So whoever has all that is published
 * cannot tell which of them is true.
 *
 * @param before - what was published earlier of some groups, which can neither be hidden now nor shown after all; null for a
 * group that is new.
 * @returns null when that is not possible beside what was published earlier.
 */
export function protect(axes: readonly Axis[], table: Table, before?: Table<boolean | null>): Hidden | null {
  const hidden = {
    totals: table.totals.map((count, group) => before?.totals[group] ?? isSmall(count)),
    parts: table.parts.map((categories, b) =>
      categories.map((counts, c) => counts.map((count, group) => before?.parts[b]?.[c]?.[group] ?? isSmall(count))),
    ),
  }
  const isFixed = {
    totals: table.totals.map((_, group) => (before?.totals[group] ?? null) !== null),
    parts: table.parts.map((categories, b) =>
      categories.map((counts, c) => counts.map((_, group) => (before?.parts[b]?.[c]?.[group] ?? null) !== null)),
    ),
  }
  const corners = table.totals.map((_, group) => cornersAt(group, axes))
  const shape = { table, hidden, isFixed }

  for (const [group, count] of table.totals.entries()) {
    if (isSmall(count) && !hideGroup(shape, group)) return null
  }
  for (const [group, count] of table.totals.entries()) {
    if (!isSmall(count)) continue
    if (walk(shape, { count, ways: corners[group] ?? [], find: movesOfTotal, detours: movesOfTotal })) continue
    // Too little to hide it behind: then nothing of it is published.
    for (const each of table.totals.keys()) if (!hideGroup(shape, each)) return null
    break
  }
  for (const [b, categories] of table.parts.entries()) {
    const smallOnes = categories.flatMap((counts, c) =>
      counts.flatMap((count, group) => (isSmall(count) ? [{ c, group, count }] : [])),
    )
    const isSafe = smallOnes.every(({ c, group, count }) =>
      walk(shape, {
        ...{ count, ways: corners[group] ?? [] },
        find: (at, ways) => movesOfPart(at, { b, c }, ways),
        detours: (at, ways) => [
          ...movesOfTotal(at, ways),
          ...categories.flatMap((_, other) => (other === c ? [] : movesOfPart(at, { b, c: other }, ways))),
        ],
      }),
    )
    if (!isSafe && !hideBreakdown(shape, b)) return null
  }
  return hidden
}

export const isSmall = (count: number): boolean => count > 0 && count < smallest
