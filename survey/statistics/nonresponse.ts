import { type Figure, figure, noFigure } from './outcome.ts'
import { checkCounts, checkShare, type Interval, type Share } from './share.ts'

/**
 * Between which shares the truth lies whatever those who did not answer think: x/N when none of them would have said it,
 * (x+N−n)/N when all would (Manski 1989, J Hum Resour 24:343; Cochran 1977, 13.2). When nobody answered that is 0 to 1, which
 * is true.
 */
export function worstCase(
  share: Share,
  population: number,
): Figure<Interval, 'no-population' | 'more-than-population'> {
  checkShare(share)
  checkCounts([population])
  if (share.of > population) return noFigure('more-than-population')
  if (population === 0) return noFigure('no-population')
  const silent = population - share.of
  return figure({ low: share.count / population, high: (share.count + silent) / population })
}
