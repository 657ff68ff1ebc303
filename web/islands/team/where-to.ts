import { readNeighbour } from '../../crypto/neighbour.ts'
import type { ReadingPlace } from './reading-place.ts'

/** A site to which a report may go. `siteKey`: the one that was vouched for; null for that of the report itself. */
export type Destination = Readonly<{ site: string; name: string; siteKey: string | null }>

export type WhereTo = Readonly<{
  destinations: readonly Destination[]
  /** What the site of the report signed about the others. */
  statements: readonly string[]
}>

/**
 * Where a report can be shared from here: the site of the reader first. From its own site, to those which that vouches
 * for; from another, to colleagues there and back, because only its own site can say whom its reporter may trust.
 */
export function whereTo(
  place: ReadingPlace,
  report: Readonly<{ site: string; siteName: string; certificates: readonly string[] }>,
  siteKey: string,
): WhereTo {
  const { site, siteName } = report
  const own: Destination = { site, name: siteName, siteKey: null }
  if (place.home.site === site) {
    const others = place.neighbours.map((one) => ({ site: one.neighbour, name: one.name, siteKey: one.siteKey }))
    return { destinations: [own, ...others], statements: place.neighbours.map(({ statement }) => statement) }
  }
  const expect = { site, neighbour: place.home.site }
  const vouched = report.certificates.flatMap((statement) => {
    const said = readNeighbour(statement, siteKey, expect)
    return said ? [{ ...said, statement }] : []
  })
  const here = vouched.map((said) => ({ site: said.neighbour, name: place.home.name, siteKey: said.siteKey }))
  return { destinations: [...here, own], statements: vouched.map(({ statement }) => statement) }
}
