import { squaredGap } from './chi-square.ts'
import { chiSquareTail } from './chi-square-distribution.ts'
import { type Figure, figure, noFigure } from './outcome.ts'
import { checkCounts, sumOf } from './share.ts'
import type { Stratum } from './strata.ts'

export type Representativeness = Readonly<{
  /** For each stratum its part of the answers less its part of the population. */
  gaps: readonly number[]
  /** The largest of them, to either side. */
  largestGap: number
  chiSquare: number
  df: number
  p: number
}>

/**
 * Whether those who answered are spread over the strata as all students are: Σ(n_h−nN_h/N)²/(nN_h/N), on as many degrees of freedom as
 * there are strata less one (Pearson 1900, Phil Mag 50:157), times (N−1)/(N−n) because nobody answers twice and so a draw of most
 * students cannot be far off (the variance of the multivariate hypergeometric distribution: Johnson, Kotz & Balakrishnan 1997, ch. 39).
 * Without that factor a response of nine in ten would always seem to be fine. When all answered there is no gap and p is 1.
 */
export function representativenessOf(
  strata: readonly Stratum[],
): Figure<Representativeness, 'nobody-answered' | 'more-than-population' | 'one-stratum'> {
  checkCounts(strata.flatMap(({ population, answered }) => [population, answered]))
  if (strata.some(({ population, answered }) => answered > population)) return noFigure('more-than-population')
  const n = sumOf(strata.map(({ answered }) => answered))
  const all = sumOf(strata.map(({ population }) => population))
  if (n === 0) return noFigure('nobody-answered')
  const filled = strata.filter(({ population }) => population > 0)
  const df = filled.length - 1
  if (df < 1) return noFigure('one-stratum')

  const gaps = strata.map(({ population, answered }) => answered / n - population / all)
  const spread = sumOf(filled.map(({ population, answered }) => squaredGap(answered, (n * population) / all)))
  const chiSquare = n === all ? 0 : (spread * (all - 1)) / (all - n)
  return figure({ gaps, largestGap: Math.max(...gaps.map(Math.abs)), chiSquare, df, p: chiSquareTail(chiSquare, df) })
}
