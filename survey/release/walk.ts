import type { Corner, Table } from './family.ts'
import type { Move, Working } from './moves.ts'

/** A count below this and above nothing is hidden. */
export const smallest = 5

export type Shape = Readonly<{
  table: Table
  hidden: Readonly<{ totals: boolean[]; parts: boolean[][][] }>
  isFixed: Table<boolean>
}>

/** A total that is hidden would come back as the sum of its parts. */
export function hideGroup({ table, hidden, isFixed }: Shape, group: number): boolean {
  if (!hidden.totals[group] && isFixed.totals[group]) return false
  hidden.totals[group] = true
  for (const [b, categories] of table.parts.entries()) {
    for (const c of categories.keys()) {
      const row = hidden.parts[b]?.[c]
      if (!row || (!row[group] && isFixed.parts[b]?.[c]?.[group])) return false
      row[group] = true
    }
  }
  return true
}

export function hideBreakdown({ hidden, isFixed }: Shape, b: number): boolean {
  for (const [c, row] of (hidden.parts[b] ?? []).entries()) {
    for (const [group, isHidden] of row.entries()) {
      if (!isHidden && isFixed.parts[b]?.[c]?.[group]) return false
      row[group] = true
    }
  }
  return true
}

type Finder = (at: Working, ways: readonly (readonly Corner[])[]) => readonly Move[]

/** A small count of one group, the ways in which its group can change, and how to find what it can do next. */
export type Traveller = Readonly<{
  count: number
  ways: readonly (readonly Corner[])[]
  find: Finder
  /** What else in this group can move. */
  detours: Finder
}>

/** Goes from the true table to one in which the count is nothing, and to one in which it is large, and hides what moves. */
export function walk(shape: Shape, traveller: Traveller): boolean {
  return ([-1, 1] as const).every((direction) => {
    let at: Working = { ...shape, direction }
    for (let left = direction === 1 ? smallest - traveller.count : traveller.count; left > 0; ) {
      const step = nextStep(at, traveller, left)
      if (step === null) return false
      const by = Math.min(left, step.move.most)
      at = after(step.at, step.move, by)
      for (const cell of step.move.hides) hideCell(shape, cell)
      left -= by
    }
    return true
  })
}

/** As little as possible is hidden. Where nothing moves, something that is hidden anyhow may move first, to make room. */
function nextStep(
  at: Working,
  { ways, find, detours }: Traveller,
  left: number,
): Readonly<{ at: Working; move: Move }> | null {
  const move = cheapest(find(at, ways), left)
  if (move) return { at, move }
  for (const detour of detours({ ...at, direction: 1 }, ways)) {
    if (detour.hides.length > 0) continue
    const roomier = after(at, detour, Math.min(left, detour.most))
    const onwards = cheapest(find(roomier, ways), left)
    if (onwards) return { at: roomier, move: onwards }
  }
  return null
}

function after(at: Working, move: Move, by: number): Working {
  const table = { totals: [...at.table.totals], parts: at.table.parts.map((rows) => rows.map((row) => [...row])) }
  for (const { total, part, change } of move.cells(by)) {
    if (part) add(table.parts[part.b]?.[part.c], part.group, change)
    if (total !== undefined) add(table.totals, total, change)
  }
  return { ...at, table }
}

function add(row: number[] | undefined, index: number, change: number): void {
  if (row) row[index] = (row[index] ?? 0) + change
}

function hideCell(shape: Shape, { total, part }: Move['hides'][number]): void {
  if (total !== undefined) hideGroup(shape, total)
  const row = part && shape.hidden.parts[part.b]?.[part.c]
  if (row) row[part.group] = true
}

/** What loses least for each unit on the way. */
function cheapest(moves: readonly Move[], left: number): Move | undefined {
  const priceOf = ({ cost, most }: Move) => cost / Math.min(left, most)
  return moves.reduce<Move | undefined>(
    (best, move) => (best === undefined || priceOf(move) < priceOf(best) ? move : best),
    undefined,
  )
}
