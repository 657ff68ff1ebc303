import type { Difference } from './difference.ts'
import { errorOfMean, meanOf, type Sums, varianceOf } from './moments.ts'
import { type Figure, figure, noFigure } from './outcome.ts'
import type { Interval } from './share.ts'
import { t95, tTwoSided } from './student-t.ts'

/**
 * The 95% interval of a mean, x̄ ± t·SE with n−1 degrees of freedom (Student 1908, Biometrika 6:1).
 *
 * @param population - for what the mean of all students would be; null where it is about the school.
 */
export function meanInterval(
  sums: Sums,
  population: number | null,
): Figure<Interval, 'too-few-answers' | 'more-than-population'> {
  const error = errorOfMean(sums, population)
  if (!error.ok) return error
  const mean = meanOf(sums)
  if (mean === null) return noFigure('too-few-answers')
  const half = error.value === 0 ? 0 : t95(sums.n - 1) * error.value
  return figure({ low: mean - half, high: mean + half })
}

/**
 * How much higher one mean is than another, with 95% interval and p, by Welch's test for unequal spreads: SE² = s₁²/n₁ + s₂²/n₂, and
 * SE⁴ / ((s₁²/n₁)²/(n₁−1) + (s₂²/n₂)²/(n₂−1)) degrees of freedom (Welch 1947, Biometrika 34:28), rounded down, which makes it a
 * little more careful. Without correction for a finite population, as shares are compared.
 */
export function meanDifference(
  one: Sums,
  other: Sums,
): Figure<Difference & Readonly<{ p: number; df: number }>, 'too-few-answers' | 'no-spread'> {
  const [v1, v2, m1, m2] = [varianceOf(one), varianceOf(other), meanOf(one), meanOf(other)]
  if (v1 === null || v2 === null || m1 === null || m2 === null) return noFigure('too-few-answers')
  const [e1, e2] = [v1 / one.n, v2 / other.n]
  if (e1 + e2 === 0) return noFigure('no-spread')
  // Never below the smaller group's, but for rounding.
  const least = Math.min(one.n, other.n) - 1
  const df = Math.max(least, Math.floor((e1 + e2) ** 2 / (e1 ** 2 / (one.n - 1) + e2 ** 2 / (other.n - 1))))
  const error = Math.sqrt(e1 + e2)
  const difference = m1 - m2
  const half = t95(df) * error
  return figure({
    difference,
    interval: { low: difference - half, high: difference + half },
    p: tTwoSided(difference / error, df),
    df,
  })
}
