import { checkShare, type Interval, type Share, z95 } from './share.ts'
import { wilson } from './wilson.ts'

/** Hoger, lager, geen aantoonbaar verschil. */
export const changes = ['higher', 'lower', 'not-shown'] as const
export type Change = (typeof changes)[number]

export type Difference = Readonly<{ difference: number; interval: Interval }>

/**
 * How much larger one share is than another, by Newcombe's hybrid of two Wilson intervals (l, u):
 *
 * L = d − √((p₁−l₁)² + (u₂−p₂)²), U = d + √((u₁−p₁)² + (p₂−l₂)²)
 *
 * Newcombe 1998, Stat Med 17:873, method 10. Without correction for a finite population: with a high response every
 * single student would make a difference.
 *
 * @returns null when in one of the two nobody answered.
 */
export function differenceOf(one: Share, other: Share, z = z95): Difference | null {
  checkShare(one)
  checkShare(other)
  const [first, second] = [wilson(one, z), wilson(other, z)]
  if (!first || !second) return null
  const [p1, p2] = [one.count / one.of, other.count / other.of]
  const difference = p1 - p2
  return {
    difference,
    interval: {
      low: Math.max(-1, difference - Math.hypot(p1 - first.low, second.high - p2)),
      high: Math.min(1, difference + Math.hypot(first.high - p1, p2 - second.low)),
    },
  }
}

/**
 * What may be said of a difference. An end that is 0 shows nothing yet.
 *
 * @param stands - whether it is among what is left after the correction for how many differences are shown (see
 * `multiple.ts`); true where only this one is looked at.
 */
export function changeOf({ low, high }: Interval, stands: boolean): Change {
  if (!stands) return 'not-shown'
  if (low > 0) return 'higher'
  return high < 0 ? 'lower' : 'not-shown'
}
