/**
 * One way in which counts are laid out: sites, periods. With a total the last place on the axis is the sum of the others,
 * and it is published too; without one the places have nothing to do with each other.
 */
export type Axis = Readonly<{ size: number; hasTotal: boolean }>

/**
 * Counts of one thing over all groups, a group being one place on each axis. Each breakdown splits the same total into
 * categories in another way, so what is hidden in one could be computed from another.
 */
export type Table<Count = number> = Readonly<{
  /** By group. */
  totals: readonly Count[]
  /** By breakdown, category and group. */
  parts: readonly (readonly (readonly Count[])[])[]
}>

/** A group together with the way in which its counts go when those of the first one go up: along or against. */
export type Corner = Readonly<{ group: number; sign: 1 | -1 }>

export const widthOf = ({ size, hasTotal }: Axis): number => size + (hasTotal ? 1 : 0)

export const groupCount = (axes: readonly Axis[]): number => axes.reduce((count, axis) => count * widthOf(axis), 1)

/** The number of a group, by its place on each axis. */
export const groupAt = (places: readonly number[], axes: readonly Axis[]): number =>
  axes.reduce((group, axis, index) => group * widthOf(axis) + (places[index] ?? 0), 0)

export function placesOf(group: number, axes: readonly Axis[]): readonly number[] {
  let rest = group
  return axes
    .toReversed()
    .map((axis) => {
      const place = rest % widthOf(axis)
      rest = Math.floor(rest / widthOf(axis))
      return place
    })
    .reverse()
}

/** Adds up what the totals of the axes and the total over the categories are. @param cells - by breakdown and category; in it by group, totals left out. */
export function tableFrom(axes: readonly Axis[], cells: readonly (readonly (readonly number[])[])[]): Table {
  const parts = cells.map((categories) => categories.map((counts) => summed(counts, axes)))
  const [first = [], ...others] = parts.map((categories) => sumOf(categories, groupCount(axes)))
  for (const other of others) {
    if (other.some((count, group) => count !== first[group])) throw new Error('two breakdowns of different things')
  }
  return { totals: first, parts }
}

const sumOf = (rows: readonly (readonly number[])[], length: number): readonly number[] =>
  Array.from({ length }, (_, index) => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0))

function summed(counts: readonly number[], axes: readonly Axis[]): readonly number[] {
  const inner = axes.map(({ size }) => ({ size, hasTotal: false }))
  const all = new Array<number>(groupCount(axes)).fill(0)
  counts.forEach((count, index) => {
    const places = placesOf(index, inner)
    const ways = axes.map(({ size, hasTotal }, axis) => (hasTotal ? [places[axis] ?? 0, size] : [places[axis] ?? 0]))
    for (const into of product(ways)) {
      const group = groupAt(into, axes)
      all[group] = (all[group] ?? 0) + count
    }
  })
  return all
}

/**
 * The ways in which the counts of a group can change while every sum along every axis stays right: together with its own
 * total, or against another place. (The corners of a hypercube, after Repsilber; a total counts as a place with the other sign.)
 */
export function cornersAt(group: number, axes: readonly Axis[]): readonly (readonly Corner[])[] {
  const places = placesOf(group, axes)
  const pairs = axes.map((axis, index): readonly (readonly Step[])[] => {
    const own = places[index] ?? 0
    if (!axis.hasTotal) return [[{ place: own, sign: 1 }]]
    const isTotal = (place: number) => place === axis.size
    return Array.from({ length: widthOf(axis) }, (_, place) => place)
      .filter((place) => place !== own)
      .map((place) => [
        { place: own, sign: 1 },
        { place, sign: isTotal(own) || isTotal(place) ? 1 : -1 },
      ])
  })
  return product(pairs).map((chosen) =>
    product(chosen).map((steps) => ({
      group: groupAt(
        steps.map(({ place }) => place),
        axes,
      ),
      sign: steps.filter(({ sign }) => sign === -1).length % 2 === 1 ? -1 : 1,
    })),
  )
}

type Step = Readonly<{ place: number; sign: 1 | -1 }>

const product = <Value>(lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] =>
  lists.reduce<readonly (readonly Value[])[]>(
    (made, list) => made.flatMap((before) => list.map((value) => [...before, value])),
    [[]],
  )
