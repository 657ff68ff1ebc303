import { normalTwoSided } from './chi-square-distribution.ts'
import { checkCounts, sumOf } from './share.ts'

export type RankComparison = Readonly<{
  /** In how many pairs the one stands higher than the other; a tie counts half. */
  u: number
  /** The same as a part of all pairs: above a half, the first group answers higher. */
  superiority: number
  z: number
  p: number
}>

/**
 * Whether one group answers higher on ordered options than another: Mann & Whitney 1947, Ann Math Stat 18:50, by the normal
 * approximation with correction for ties, σ² = n₁n₂/12 · ((n+1) − Σ(t³−t)/(n(n−1))), and for continuity (Lehmann 1975,
 * Nonparametrics, 1.4; R: `wilcox.test(exact = FALSE)`).
 *
 * @param one - how many chose each option, lowest first; `other` has the same options.
 * @returns null when a group has no answers or everybody chose the same option.
 */
export function compareRanks(one: readonly number[], other: readonly number[]): RankComparison | null {
  checkCounts([...one, ...other])
  if (one.length !== other.length) throw new RangeError('other options')
  const [n1, n2] = [sumOf(one), sumOf(other)]
  const n = n1 + n2
  if (n1 === 0 || n2 === 0) return null

  let [u, below] = [0, 0]
  for (const [option, count] of one.entries()) {
    const same = other[option] ?? 0
    u += count * (below + same / 2)
    below += same
  }
  const ties = sumOf(one.map((count, option) => count + (other[option] ?? 0)).map((tied) => tied ** 3 - tied))
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)))
  if (one.some((count, option) => count + (other[option] ?? 0) === n)) return null

  const away = u - (n1 * n2) / 2
  const z = (Math.sign(away) * Math.max(0, Math.abs(away) - 0.5)) / Math.sqrt(variance)
  return { u, superiority: u / (n1 * n2), z, p: normalTwoSided(z) }
}
