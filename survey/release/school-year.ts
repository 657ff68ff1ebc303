import { type Axis, type Table, tableFrom } from './family.ts'
import { type Hidden, protect } from './protect.ts'

/** Counts as they are published; null is hidden. */
export type Shown = Table<number | null>

/** By breakdown and category; in it one count for each site. */
export type Counts = readonly (readonly (readonly number[])[])[]

/** The sites, and with them their sum where somebody can know it. */
export type Sites = Axis

/** What is published of the first half of a school year. */
export function releaseFirst(counts: Counts, sites: Sites): Shown {
  const table = tableFrom([sites], counts)
  const hidden = protect([sites], table)
  if (hidden === null) throw new Error('nothing was published before the first half')
  return shownOf(table, hidden)
}

/**
 * What is published of the second half and of the whole year. The year is the sum of the halves, so all three are looked
 * at together; what was published of the first half stays as it is. Where nothing can be shown of the year without telling
 * what was hidden, nothing is.
 */
export function releaseSecond(
  first: Readonly<{ counts: Counts; shown: Shown }>,
  second: Counts,
  sites: Sites,
): Readonly<{ second: Shown; year: Shown }> {
  const axes = [sites, { size: 2, hasTotal: true }]
  const both = first.counts.map((categories, b) =>
    categories.map((row, c) => row.flatMap((count, site) => [count, second[b]?.[c]?.[site] ?? 0])),
  )
  const table = tableFrom(axes, both)
  const ofHalf = <Value>(value: Table<Value>, half: number) =>
    every(value, (row) => row.filter((_, group) => group % 3 === half))
  const before = every(first.shown, (row) => row.flatMap((count) => [count === null, null, null]))
  const hidden = protect(axes, table, before)
  if (hidden !== null) {
    const shown = shownOf(table, hidden)
    return { second: ofHalf(shown, 1), year: ofHalf(shown, 2) }
  }
  const year = ofHalf(table, 2)
  return { second: releaseFirst(second, sites), year: every(year, (row) => row.map(() => null)) }
}

const shownOf = (table: Table, hidden: Hidden): Shown => ({
  totals: table.totals.map((count, group) => (hidden.totals[group] ? null : count)),
  parts: table.parts.map((categories, b) =>
    categories.map((counts, c) => counts.map((count, group) => (hidden.parts[b]?.[c]?.[group] ? null : count))),
  ),
})

const every = <From, To>(
  { totals, parts }: Table<From>,
  change: (row: readonly From[]) => readonly To[],
): Table<To> => ({
  totals: change(totals),
  parts: parts.map((categories) => categories.map(change)),
})
