import { type Figure, figure, noFigure } from './outcome.ts'
import { checkCounts, checkShare, type Interval, type Share, z95 } from './share.ts'

/**
 * Wilson's score interval of a share, for what could have come out at a school like this one: whether it changes, and
 * whether it differs from others. Without correction for a finite population.
 *
 * (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 *
 * Wilson 1927, J Am Stat Assoc 22:209; Newcombe 1998, Stat Med 17:857, method 3.
 *
 * @returns null when nobody answered.
 */
export function wilson(share: Share, z = z95): Interval | null {
  checkShare(share)
  return share.of === 0 ? null : wilsonAt(share.count / share.of, share.of, z)
}

/**
 * Wilson's interval of the share among all students, had every one answered: n* = n(N−1)/(N−n) in the place of n, after
 * the variance p(1−p)/n · (N−n)/(N−1) of a draw without putting back (Cochran 1977, Sampling Techniques, 3.2). When all
 * answered, nothing is uncertain and the interval is the share itself.
 *
 * Not for changes between years: they are of the school, not of these students.
 */
export function wilsonOfPopulation(
  share: Share,
  population: number,
  z = z95,
): Figure<Interval, 'nobody-answered' | 'more-than-population'> {
  checkShare(share)
  checkCounts([population])
  if (share.of > population) return noFigure('more-than-population')
  if (share.of === 0) return noFigure('nobody-answered')
  const p = share.count / share.of
  if (share.of === population) return figure({ low: p, high: p })
  return figure(wilsonAt(p, (share.of * (population - 1)) / (population - share.of), z))
}

/** @param n - how many answers the share is worth; need not be whole. */
export function wilsonAt(p: number, n: number, z = z95): Interval {
  const scale = 1 + z ** 2 / n
  const centre = (p + z ** 2 / (2 * n)) / scale
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / scale
  // Where nobody or everybody said it the end is exact; rounding would leave it a hair off, and on the wrong side.
  return { low: p === 0 ? 0 : Math.max(0, centre - half), high: p === 1 ? 1 : Math.min(1, centre + half) }
}
