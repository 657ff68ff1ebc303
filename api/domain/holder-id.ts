/**
 * How a site writes down who reads a report that stands there: its own people and functions by their id, those of
 * another site as `<site>/<id>`. No id of a function can be mistaken for a site: sites have no capitals.
 */

/** A holder of `home`, as `site` writes them down. */
export const holderSeenFrom = (site: string, home: string, holder: string): string =>
  site === home ? holder : `${home}/${holder}`

/** Where somebody belongs, and the id they have there. */
export function homeOf(site: string, holder: string): Readonly<{ site: string; holder: string }> {
  const slash = holder.indexOf('/')
  return slash === -1 ? { site, holder } : { site: holder.slice(0, slash), holder: holder.slice(slash + 1) }
}

export const isElsewhere = (holder: string): boolean => holder.includes('/')
