import { tailsOf } from './hypergeometric.ts'
import { type Figure, figure, noFigure } from './outcome.ts'
import { checkCounts, checkShare, type Interval, type Share } from './share.ts'

/**
 * How many of all students would have said it, exactly: the whole numbers X of N for which what was found is not in a tail
 * of α/2, P(at least x | X) > α/2 and P(at most x | X) > α/2 (Clopper & Pearson 1934, Biometrika 26:404, with the
 * hypergeometric distribution in the place of the binomial; Buonaccorsi 1987, Am Stat 41:215). It is never too narrow,
 * and so mostly wider than Wilson's.
 *
 * @returns counts of students, not shares.
 */
export function exactInterval(
  share: Share,
  population: number,
  alpha = 0.05,
): Figure<Interval, 'nobody-answered' | 'more-than-population'> {
  checkShare(share)
  checkCounts([population])
  if (share.of > population) return noFigure('more-than-population')
  if (share.of === 0) return noFigure('nobody-answered')
  const tails = (having: number) => tailsOf({ population, having, drawn: share.of }, share.count)
  const fewest = share.count
  const most = population - share.of + share.count
  // Each tail goes one way only as X grows, so the end lies where it crosses.
  const low = firstWhere(fewest, most, (having) => tails(having).atLeast > alpha / 2)
  const high = firstWhere(fewest, most + 1, (having) => having > most || tails(having).atMost <= alpha / 2) - 1
  return figure({ low, high })
}

/** The first of from … to for which it holds, when it holds for all that follow; the last one is taken to hold. */
function firstWhere(from: number, to: number, holds: (value: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
