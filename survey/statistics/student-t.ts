import { z95 } from './share.ts'

/**
 * The chance that Student's t of so many degrees of freedom is so far from 0 or further, to either side: the finite sums for
 * whole degrees (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4).
 */
export function tTwoSided(t: number, df: number): number {
  if (!Number.isSafeInteger(df) || df < 1) throw new RangeError('not degrees of freedom')
  const angle = Math.atan(Math.abs(t) / Math.sqrt(df))
  const isOdd = df % 2 === 1
  let term = isOdd ? Math.cos(angle) : 1
  let sum = df === 1 ? 0 : term
  for (let power = isOdd ? 3 : 2; power <= df - 2; power += 2) {
    term *= (Math.cos(angle) ** 2 * (power - 1)) / power
    sum += term
  }
  const within = isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
  return Math.max(0, 1 - within)
}

/** How far Student's t goes to either side in 95%. Above 200 degrees by its distance from the normal (26.7.5), which is then 12 digits good. */
export function t95(df: number): number {
  if (df > 200) return farFromNormal(z95, df)
  let [low, high] = [0, 16]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (tTwoSided(middle, df) > 0.05) low = middle
    else high = middle
  }
  return high
}

const farFromNormal = (z: number, df: number): number =>
  z +
  (z ** 3 + z) / (4 * df) +
  (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df ** 2) +
  (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * df ** 3) +
  (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * df ** 4)
