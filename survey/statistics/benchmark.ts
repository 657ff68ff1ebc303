import { sumOf } from './share.ts'

/** What one site has: how many answered, and the sum of their answers (for a share, how many said it). */
export type SiteSum = Readonly<{ n: number; sum: number }>

export type Benchmark = Readonly<{
  /** Σ sums / Σ n of the others: each student counts once. */
  perStudent: number
  /** The mean of the means of the others: each site counts once. */
  perSite: number
  /** How many others had answers. When it is one, the benchmark is that site. */
  others: number
}>

/**
 * What a site is held against: the mean of the others without itself, because a large site would else be held against itself.
 *
 * @returns null when no other site has answers.
 */
export function benchmarkFor(site: number, sites: readonly SiteSum[]): Benchmark | null {
  const others = sites.filter(({ n }, index) => index !== site && n > 0)
  if (others.length === 0) return null
  return {
    perStudent: sumOf(others.map(({ sum }) => sum)) / sumOf(others.map(({ n }) => n)),
    perSite: sumOf(others.map(({ n, sum }) => sum / n)) / others.length,
    others: others.length,
  }
}
