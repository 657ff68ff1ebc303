import type { Sums } from './moments.ts'
import { type Figure, figure, noFigure } from './outcome.ts'
import { sumOf } from './share.ts'
import type { ScaleSums } from './sheet-sums.ts'

export type Reliability = Readonly<{
  /** Of how many sheets: those on which every item of the scale is answered. */
  n: number
  alpha: number
  /** Of items brought to the same spread; null where an item has no spread. */
  standardized: number | null
  /** The mean correlation between two items; null where an item has no spread. */
  meanCorrelation: number | null
  /** α of the scale without this item; null where one item is left or the others have no spread. */
  withoutItem: readonly (number | null)[]
}>

/**
 * How well the items of a scale go together: α = k/(k−1) · (1 − Σs²ᵢ/s²ₜ) (Cronbach 1951, Psychometrika 16:297), standardized
 * k·r̄/(1+(k−1)·r̄) with r̄ the mean correlation (R: `psych::alpha`). From n, Σx and Σxx′ alone: the covariances times n(n−1),
 * n·Σxx′ − Σx·Σx′, are whole numbers, and the factor falls out.
 *
 * @param isReversed - for each item whether a high answer means little of what the scale measures.
 */
export function reliabilityOf(
  scale: ScaleSums,
  isReversed: readonly boolean[],
): Figure<Reliability, 'one-item' | 'too-few-sheets' | 'no-spread'> {
  const items = [...scale.sums.keys()]
  if (items.length < 2) return noFigure('one-item')
  if (scale.n < 2) return noFigure('too-few-sheets')
  const covariance = covariancesOf(scale, isReversed)
  const alpha = alphaOf(covariance, items)
  if (alpha === null) return noFigure('no-spread')
  const r = meanCorrelationOf(covariance, items)
  return figure({
    n: scale.n,
    alpha,
    standardized: r === null ? null : finiteOrNull((items.length * r) / (1 + (items.length - 1) * r)),
    meanCorrelation: r,
    withoutItem: items.map((left) =>
      alphaOf(
        covariance,
        items.filter((item) => item !== left),
      ),
    ),
  })
}

/**
 * n, Σt and Σt² of the total of a scale on each sheet, reversed items turned (options + 1 − x) first. The mean score of a
 * scale is the mean total divided by how many items it has.
 */
export function totalsOf(scale: ScaleSums, isReversed: readonly boolean[], options: readonly number[]): Sums {
  const turned = options.map((size, item) => (isReversed[item] ? size + 1 : 0))
  const constant = sumOf(turned)
  const sum = sumOf(scale.sums.map((x, item) => signOf(isReversed, item) * x))
  const items = [...scale.sums.keys()]
  const squares = sumOf(
    items.flatMap((i) =>
      items.map(
        (j) => signOf(isReversed, i) * signOf(isReversed, j) * (scale.products[pairAt(i, j, items.length)] ?? 0),
      ),
    ),
  )
  return {
    n: scale.n,
    sum: sum + scale.n * constant,
    squares: squares + 2 * constant * sum + scale.n * constant ** 2,
  }
}

type Matrix = (i: number, j: number) => number

/** Covariances of the items times n(n−1); turning an item round changes only the sign of its own with the others. */
function covariancesOf({ n, sums, products }: ScaleSums, isReversed: readonly boolean[]): Matrix {
  return (i, j) =>
    signOf(isReversed, i) *
    signOf(isReversed, j) *
    (n * (products[pairAt(i, j, sums.length)] ?? 0) - (sums[i] ?? 0) * (sums[j] ?? 0))
}

function alphaOf(covariance: Matrix, items: readonly number[]): number | null {
  const total = sumOf(items.flatMap((i) => items.map((j) => covariance(i, j))))
  if (items.length < 2 || total === 0) return null
  const own = sumOf(items.map((i) => covariance(i, i)))
  return (items.length / (items.length - 1)) * (1 - own / total)
}

function meanCorrelationOf(covariance: Matrix, items: readonly number[]): number | null {
  if (items.some((i) => covariance(i, i) === 0)) return null
  const all = items.flatMap((i) =>
    items.filter((j) => j > i).map((j) => covariance(i, j) / Math.sqrt(covariance(i, i) * covariance(j, j))),
  )
  return sumOf(all) / all.length
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

const signOf = (isReversed: readonly boolean[], item: number): 1 | -1 => (isReversed[item] ? -1 : 1)

/** Where the product of two items stands among `ScaleSums.products`. */
function pairAt(i: number, j: number, size: number): number {
  const [first, second] = i < j ? [i, j] : [j, i]
  return first * size - (first * (first - 1)) / 2 + (second - first)
}
