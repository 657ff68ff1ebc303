import { type Figure, figure, noFigure } from './outcome.ts'
import { checkCounts, sumOf } from './share.ts'

/** All that is kept of answers in numbers: how many, their sum, and the sum of their squares. */
export type Sums = Readonly<{ n: number; sum: number; squares: number }>

/** @returns null when nobody answered. */
export const meanOf = ({ n, sum }: Sums): number | null => (n === 0 ? null : sum / n)

/**
 * s² = (n·Σx² − (Σx)²) / (n(n−1)). Of whole numbers below 2⁵³ what is above the line is exact.
 *
 * @returns null when fewer than two answered.
 */
export function varianceOf({ n, sum, squares }: Sums): number | null {
  return n < 2 ? null : Math.max(0, (n * squares - sum ** 2) / (n * (n - 1)))
}

/** @returns null when fewer than two answered. */
export function deviationOf(sums: Sums): number | null {
  const variance = varianceOf(sums)
  return variance === null ? null : Math.sqrt(variance)
}

/**
 * The standard error of the mean, √(s²/n), and of what the mean of all students would be √(s²/n · (1 − n/N)) (Cochran 1977,
 * Sampling Techniques, 2.5): 0 when all answered.
 *
 * @param population - null where it is about the school and not about these students.
 */
export function errorOfMean(
  sums: Sums,
  population: number | null,
): Figure<number, 'too-few-answers' | 'more-than-population'> {
  const variance = varianceOf(sums)
  if (population !== null) {
    checkCounts([population])
    if (sums.n > population) return noFigure('more-than-population')
    if (sums.n === population && sums.n > 0) return figure(0)
  }
  if (variance === null) return noFigure('too-few-answers')
  return figure(Math.sqrt((variance / sums.n) * (population === null ? 1 : 1 - sums.n / population)))
}

export type StratifiedMean = Readonly<{ mean: number; error: number }>

/**
 * The mean over strata, each for the part that it is of all students: Σ(N_h/N)x̄_h, with √Σ(N_h/N)²·SE_h² as its standard
 * error (Cochran 1977, 5.3 and 5.4).
 *
 * @param isOfTheseStudents - about these students, so with the correction for a finite population; else about the school.
 */
export function stratifiedMean(
  strata: readonly Readonly<{ sums: Sums; population: number }>[],
  isOfTheseStudents: boolean,
): Figure<StratifiedMean, 'no-population' | 'too-few-answers' | 'more-than-population'> {
  const filled = strata.filter(({ sums, population }) => population > 0 || sums.n > 0)
  if (filled.some(({ sums, population }) => sums.n > population)) return noFigure('more-than-population')
  const all = sumOf(filled.map(({ population }) => population))
  if (all === 0) return noFigure('no-population')
  let [mean, variance] = [0, 0]
  for (const { sums, population } of filled) {
    const error = errorOfMean(sums, isOfTheseStudents ? population : null)
    const own = meanOf(sums)
    if (!error.ok) return error
    mean += (population / all) * (own ?? 0)
    variance += (population / all) ** 2 * error.value ** 2
  }
  return figure({ mean, error: Math.sqrt(variance) })
}
