import { normalTwoSided } from './chi-square-distribution.ts'
import { checkShare, type Share, sumOf } from './share.ts'

/** A share, and where on the line it stands: its year. */
export type Point = Share & Readonly<{ at: number }>

export type Trend = Readonly<{
  /** Above 0 it rises. */
  z: number
  p: number
  /** By how much the share rises for each step on the line: the weighted straight line through the points. */
  slope: number
}>

/**
 * Whether a share goes up or down over more than two years: with t̄ the mean year of all answers,
 * z = Σ(t−t̄)x / √(p̄(1−p̄) Σn(t−t̄)²) (Cochran 1954, Biometrics 10:417; Armitage 1955, Biometrics 11:375; R: `prop.trend.test`,
 * whose chi-square is z²). Years in which nobody answered are left out; a year in between that lacks leaves its gap.
 *
 * @returns null when fewer than two years are left, or nobody or everybody said it.
 */
export function trendOf(points: readonly Point[]): Trend | null {
  for (const point of points) {
    checkShare(point)
    if (!Number.isFinite(point.at)) throw new RangeError('not a place')
  }
  const n = sumOf(points.map(({ of }) => of))
  const count = sumOf(points.map((point) => point.count))
  const places = new Set(points.filter(({ of }) => of > 0).map(({ at }) => at))
  if (places.size < 2 || count === 0 || count === n) return null

  const mean = sumOf(points.map(({ at, of }) => at * of)) / n
  const along = sumOf(points.map((point) => (point.at - mean) * point.count))
  const spread = sumOf(points.map(({ at, of }) => (at - mean) ** 2 * of))
  const overall = count / n
  const z = along / Math.sqrt(overall * (1 - overall) * spread)
  return { z, p: normalTwoSided(z), slope: along / spread }
}
