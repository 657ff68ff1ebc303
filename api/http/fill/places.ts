/**
 * The places in built pages that the server fills with what the school edits, so that it shows without JavaScript.
 * In a page a place is the comment `<!--fill:NAME-->`; `fillPage` puts escaped HTML there.
 *
 * On /wie-helpt/, /melden/ and /mijn-melding/:   site-links                      from `sitesPlaces`
 * On /wie-helpt/<site>/ (built once, as wie-helpt/site/):   site-name, site-people, site-phone,
 * site-tell, site-key   from `peoplePlaces`
 */
export const siteListPlaces = ['site-links'] as const
export const sitePlaces = ['site-name', 'site-people', 'site-phone', 'site-tell', 'site-key'] as const
export type PlaceName = (typeof siteListPlaces)[number] | (typeof sitePlaces)[number]

/** HTML that is safe to put in a page: made by the `html` tag, which escapes. */
export type Places = Readonly<Partial<Record<PlaceName, string>>>

/** @throws when the page has a place that is not filled: half a page must not go out. */
export function fillPage(page: string, places: Places): string {
  // A function as replacement, because `$&` in a name must stay `$&`.
  return page.replace(/<!--fill:([a-z-]+)-->/g, (_, name: PlaceName) => {
    const filled = places[name]
    if (filled === undefined) throw new Error(`nothing to fill the place ${name} with`)
    return filled
  })
}
