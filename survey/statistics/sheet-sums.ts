import type { Sums } from './moments.ts'
import { sumOf } from './share.ts'

/** How many options each item has, and which items together form a scale. */
export type Shape = Readonly<{ options: readonly number[]; scales: readonly (readonly number[])[] }>

/** The chosen option of each item, 1 for the first; null where it was skipped. */
export type Answers = readonly (number | null)[]

/**
 * All that is kept of the sheets on which every item of a scale is answered (listwise): Σx of each item, and Σxx′ of each pair,
 * an item with itself among them: (1,1) (1,2) … (1,k) (2,2) … (k,k).
 */
export type ScaleSums<Numbers = readonly number[]> = Readonly<{ sums: Numbers; products: Numbers }> & { n: number }

/**
 * All that is kept of a group of sheets. Its size depends on the questionnaire and not on how many sheets there are. As plain
 * numbers, so that it can be stored as it is.
 *
 * The products tell much about a few sheets. Where a group is suppressed, they go with it (see `release/`).
 */
export type SheetSums = {
  sheets: number
  /** By item and option: how many chose it. */
  counts: number[][]
  scales: ScaleSums<number[]>[]
}

export const emptySums = ({ options, scales }: Shape): SheetSums => ({
  sheets: 0,
  counts: options.map((size) => zeros(size)),
  scales: scales.map(({ length }) => ({ n: 0, sums: zeros(length), products: zeros((length * (length + 1)) / 2) })),
})

/** Adds one sheet to what is there; that changes it, because a million sheets go by. A sheet that does not fit changes nothing. */
export function addSheet(into: SheetSums, answers: Answers, shape: Shape): void {
  checkAnswers(answers, shape)
  into.sheets++
  for (const [item, answer] of answers.entries()) {
    const counts = into.counts[item]
    if (answer !== null && counts) counts[answer - 1] = (counts[answer - 1] ?? 0) + 1
  }
  for (const [s, items] of shape.scales.entries()) {
    const scale = into.scales[s]
    if (!scale || items.some((item) => answers[item] === null)) continue
    scale.n++
    let pair = 0
    for (const [i, item] of items.entries()) {
      const answer = answers[item] ?? 0
      scale.sums[i] = (scale.sums[i] ?? 0) + answer
      for (let j = i; j < items.length; j++, pair++) {
        scale.products[pair] = (scale.products[pair] ?? 0) + answer * (answers[items[j] ?? 0] ?? 0)
      }
    }
  }
}

/** The sums of both groups of sheets together; exactly those of one pass over all, because everything is a whole number. */
export function mergeSums(one: SheetSums, other: SheetSums): SheetSums {
  if (shapeOf(one) !== shapeOf(other)) throw new RangeError('sums of different questionnaires')
  return {
    sheets: one.sheets + other.sheets,
    counts: one.counts.map((counts, item) => added(counts, other.counts[item])),
    scales: one.scales.map(({ n, sums, products }, s) => ({
      n: n + (other.scales[s]?.n ?? 0),
      sums: added(sums, other.scales[s]?.sums),
      products: added(products, other.scales[s]?.products),
    })),
  }
}

/** n, Σx and Σx² of one item, from how many chose each option. */
export const sumsOfItem = (counts: readonly number[]): Sums => ({
  n: sumOf(counts),
  sum: sumOf(counts.map((count, option) => count * (option + 1))),
  squares: sumOf(counts.map((count, option) => count * (option + 1) ** 2)),
})

/** By the names of the groups that were laid down before the first sheet came in, so that their number is bounded too. */
export type Cells = ReadonlyMap<string, SheetSums>

export const emptyCells = (names: readonly string[], shape: Shape): Cells =>
  new Map(names.map((name) => [name, emptySums(shape)]))

/** Adds a sheet to each group it belongs to, or to none when one of them is unknown. */
export function addToCells(cells: Cells, names: readonly string[], answers: Answers, shape: Shape): void {
  const belongsTo = [...new Set(names)].map((name) => {
    const sums = cells.get(name)
    if (!sums) throw new RangeError('a group that was not laid down')
    return sums
  })
  for (const sums of belongsTo) addSheet(sums, answers, shape)
}

function checkAnswers(answers: Answers, { options }: Shape): void {
  if (answers.length !== options.length) throw new RangeError('a sheet of another questionnaire')
  for (const [item, answer] of answers.entries()) {
    if (answer === null) continue
    if (!Number.isInteger(answer) || answer < 1 || answer > (options[item] ?? 0)) throw new RangeError('no such option')
  }
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0)

const added = (one: readonly number[], other: readonly number[] = []): number[] =>
  one.map((number, index) => number + (other[index] ?? 0))

const shapeOf = ({ counts, scales }: SheetSums): string =>
  [counts.map(({ length }) => length), scales.map(({ sums }) => sums.length)].join(';')
