import { type Figure, figure, noFigure } from './outcome.ts'
import { checkCounts, checkShare, type Interval, sumOf, z95 } from './share.ts'
import { wilsonAt } from './wilson.ts'

/** Students of one school year and learning path: how many there are, and how many of them answered. */
export type Stratum = Readonly<{ population: number; answered: number }>

export type StrataRefusal = 'nobody-answered' | 'more-than-population' | 'stratum-without-answers'

/** The weight of one answer in each stratum. */
export type Weighting = Readonly<{
  weights: readonly number[]
  /** As how many equally weighted answers they count: how much the weighting costs. */
  effective: number
}>

/**
 * Weights that give each stratum the part it has among all students: w = (N_h/N) / (n_h/n) (poststratification: Holt &
 * Smith 1979, J R Stat Soc A 142:33), and what they are worth: n_eff = (Σw)²/Σw² (Kish 1965, Survey Sampling, 11.7).
 *
 * They do not bring back students who are bullied and stayed at home: within a stratum those who answered stand for all.
 *
 * A stratum without answers has nobody to stand for it: merge it with another.
 */
export function weigh(strata: readonly Stratum[]): Figure<Weighting, StrataRefusal> {
  checkCounts(strata.flatMap(({ population, answered }) => [population, answered]))
  if (strata.some(({ population, answered }) => answered > population)) return noFigure('more-than-population')
  const n = sumOf(strata.map(({ answered }) => answered))
  const all = sumOf(strata.map(({ population }) => population))
  if (n === 0) return noFigure('nobody-answered')
  if (strata.some(({ population, answered }) => answered === 0 && population > 0)) {
    return noFigure('stratum-without-answers')
  }
  const weights = strata.map(({ population, answered }) => (population === 0 ? 0 : (population * n) / (answered * all)))
  const summed = (power: 1 | 2) => sumOf(strata.map(({ answered }, h) => answered * (weights[h] ?? 0) ** power))
  return figure({ weights, effective: summed(1) ** 2 / summed(2) })
}

/** The weighted share Σw·x/Σw, with Wilson's interval for as many answers as the weights leave. No finite population. */
export function weightedShare(
  strata: readonly (Stratum & Readonly<{ count: number }>)[],
  z = z95,
): Figure<Readonly<{ share: number; interval: Interval; effective: number }>, StrataRefusal> {
  for (const { count, answered } of strata) checkShare({ count, of: answered })
  const weighing = weigh(strata)
  if (!weighing.ok) return weighing
  const { weights, effective } = weighing.value
  const n = sumOf(strata.map(({ answered }) => answered))
  // The weights sum to n, but for rounding; nobody and everybody must stay exact.
  const isAll = strata.every(({ count, answered }) => count === answered)
  const share = isAll ? 1 : Math.min(1, sumOf(strata.map(({ count }, h) => count * (weights[h] ?? 0))) / n)
  return figure({ share, interval: wilsonAt(share, effective, z), effective })
}
