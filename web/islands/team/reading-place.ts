import { staffSeenAt } from '../../../api/domain/access.ts'
import { holderSeenFrom } from '../../../api/domain/holder-id.ts'
import type { OpenWorkplace } from './staff-keys.ts'

/**
 * From where somebody reads a report, with every id as the report's own site knows it. `site` is that of the report;
 * `home` is where they work, the same one unless the report was shared by another.
 */
export type ReadingPlace = Omit<OpenWorkplace, 'siteKey'> &
  Readonly<{
    home: Readonly<{ site: string; name: string }>
    /** The site key they go by; null when nobody at their own site compared that of the other. */
    siteKey: string | null
  }>

/** @param holders - to whom the report was given: of who works at several sites, the place that is one of these counts. */
export function readingPlace(
  workplaces: readonly OpenWorkplace[],
  site: string,
  holders: readonly string[],
): ReadingPlace | undefined {
  const places = workplaces.map((place) => seenAt(site, place))
  const own = places.filter(({ home }) => home.site === site)
  const isGiven = ({ holder, identities }: ReadingPlace) =>
    [holder, ...Object.keys(identities)].some((one) => holders.includes(one))
  return [...own, ...places].find(isGiven) ?? own[0] ?? places[0]
}

function seenAt(site: string, place: OpenWorkplace): ReadingPlace {
  const home = { site: place.site, name: place.siteName }
  if (place.site === site) return { ...place, home }
  const { holder } = staffSeenAt(site, { ...place, functions: [] })
  const identities = Object.entries(place.identities).map(([id, keys]) => [holderSeenFrom(site, place.site, id), keys])
  const siteKey = place.neighbours.find(({ neighbour }) => neighbour === site)?.siteKey ?? null
  return { ...place, site, home, holder, siteKey, identities: Object.fromEntries(identities) }
}
