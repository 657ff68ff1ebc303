import { checkShare, type Interval, type Share, sumOf, z95, z998 } from './share.ts'

/** Where a site stands: within what chance does, outside the warning limits (95%), or outside the alarm limits (99.8%). */
export type FunnelPlace = 'within' | 'above-warning' | 'below-warning' | 'above-alarm' | 'below-alarm'

export type FunnelPoint = Readonly<{ share: number; warning: Interval; alarm: Interval; place: FunnelPlace }>

/**
 * Between which shares a site of this size is expected when it is as all are together: p̄ ± z√(p̄(1−p̄)/n), cut off at 0 and 1
 * (Spiegelhalter 2005, Stat Med 24:1185).
 *
 * @returns null for a size of nobody.
 */
export function funnelLimits(overall: number, n: number, z: number): Interval | null {
  if (n === 0) return null
  const half = z * Math.sqrt((overall * (1 - overall)) / n)
  return { low: Math.max(0, overall - half), high: Math.min(1, overall + half) }
}

/** Each site in the funnel of all sites together; null for a site without answers. */
export function funnelOf(sites: readonly Share[]): readonly (FunnelPoint | null)[] {
  for (const site of sites) checkShare(site)
  const overall = sumOf(sites.map(({ count }) => count)) / sumOf(sites.map(({ of }) => of))
  return sites.map(({ count, of }) => {
    const [warning, alarm] = [funnelLimits(overall, of, z95), funnelLimits(overall, of, z998)]
    return warning && alarm && { share: count / of, warning, alarm, place: placeOf(count / of, warning, alarm) }
  })
}

function placeOf(share: number, warning: Interval, alarm: Interval): FunnelPlace {
  if (share > alarm.high) return 'above-alarm'
  if (share < alarm.low) return 'below-alarm'
  if (share > warning.high) return 'above-warning'
  return share < warning.low ? 'below-warning' : 'within'
}
