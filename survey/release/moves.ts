import type { Corner, Table } from './family.ts'

export type Part = Readonly<{ b: number; c: number }>

/** A table on the way, what is hidden of it so far and what can no longer be, and whether the count goes up or down. */
export type Working = Readonly<{
  table: Table
  hidden: Table<boolean>
  isFixed: Table<boolean>
  direction: 1 | -1
}>

type Cell = Readonly<{ total?: number; part?: Part & Readonly<{ group: number }> }>

/** A change after which every published sum is still right, and no count is below nothing. */
export type Move = Readonly<{
  /** How far it can go. */
  most: number
  /** What is lost by hiding what it changes and is not hidden yet. */
  cost: number
  hides: readonly Cell[]
  cells: (by: number) => readonly (Cell & Readonly<{ change: number }>)[]
}>

/** A total changes with one category of each breakdown. */
export function movesOfTotal(at: Working, ways: readonly (readonly Corner[])[]): readonly Move[] {
  return ways.flatMap((corners) => {
    const chosen = at.table.parts.map((_, b) => roomiest(at, b, corners))
    const open = corners.filter(({ group }) => !at.hidden.totals[group])
    if (open.some(({ group }) => isGroupFixed(at, group))) return []
    return moveOf(at, corners, chosen, open)
  })
}

/** A part changes against another category of its breakdown, or together with a total that is hidden anyhow. */
export function movesOfPart(at: Working, { b, c }: Part, ways: readonly (readonly Corner[])[]): readonly Move[] {
  return ways.flatMap((corners) => [
    ...(at.table.parts[b] ?? []).flatMap((_, other) => (other === c ? [] : exchange(at, { b, c }, other, corners))),
    ...(corners.every(({ group }) => at.hidden.totals[group])
      ? moveOf(
          at,
          corners,
          at.table.parts.map((_, each) => (each === b ? c : roomiest(at, each, corners))),
          [],
        )
      : []),
  ])
}

/** The categories that change with the total, one of each breakdown. */
function moveOf(
  at: Working,
  corners: readonly Corner[],
  chosen: readonly number[],
  open: readonly Corner[],
): readonly Move[] {
  const most = Math.min(...chosen.map((c, b) => roomOf(at, { b, c }, corners, at.direction)))
  if (most < 1) return []
  const cells = (by: number) =>
    corners.flatMap(({ group, sign }) => {
      const change = sign * at.direction * by
      return [{ total: group, change }, ...chosen.map((c, b) => ({ part: { b, c, group }, change }))]
    })
  const cost = open.reduce((sum, { group }) => sum + priceOf(at.table.totals[group]) * (1 + at.table.parts.length), 0)
  return [{ most, cost, hides: open.map(({ group }) => ({ total: group })), cells }]
}

function exchange(at: Working, { b, c }: Part, other: number, corners: readonly Corner[]): readonly Move[] {
  const backwards = at.direction === 1 ? -1 : 1
  const room = roomOf(at, { b, c }, corners, at.direction)
  const most = Math.min(room, roomOf(at, { b, c: other }, corners, backwards))
  if (most < 1) return []
  const touched = corners.flatMap(({ group }) => [
    { b, c, group },
    { b, c: other, group },
  ])
  const open = touched.filter((part) => !at.hidden.parts[b]?.[part.c]?.[part.group])
  if (open.some((part) => at.isFixed.parts[b]?.[part.c]?.[part.group])) return []
  const cells = (by: number) =>
    corners.flatMap(({ group, sign }) => {
      const change = sign * at.direction * by
      return [
        { part: { b, c, group }, change },
        { part: { b, c: other, group }, change: -change },
      ]
    })
  const cost = open.reduce((sum, part) => sum + priceOf(at.table.parts[b]?.[part.c]?.[part.group]), 0)
  return [{ most, cost, hides: open.map((part) => ({ part })), cells }]
}

/** A count below nothing would give the other table away as made up. */
const roomOf = ({ table }: Working, { b, c }: Part, corners: readonly Corner[], direction: 1 | -1): number =>
  Math.min(
    ...corners.flatMap(({ group, sign }) => (sign * direction === -1 ? [table.parts[b]?.[c]?.[group] ?? 0] : [])),
    enough,
  )

/** More than any walk is long. */
const enough = 1_000

const roomiest = (at: Working, b: number, corners: readonly Corner[]): number =>
  (at.table.parts[b] ?? []).reduce(
    (best, _, c) =>
      roomOf(at, { b, c }, corners, at.direction) > roomOf(at, { b, c: best }, corners, at.direction) ? c : best,
    0,
  )

const isGroupFixed = ({ isFixed }: Working, group: number): boolean => isFixed.totals[group] ?? false

const priceOf = (count: number | undefined): number => (count ?? 0) + 1
