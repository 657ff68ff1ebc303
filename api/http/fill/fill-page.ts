/**
 * Built pages hold places such as `<!--fill:people-->`, where the server puts HTML made from the database. The functions
 * beside this file make that HTML, and escape every value in it.
 *
 * A place that is not in `places` stays a comment and shows nothing.
 */
export function fillPage(html: string, places: Readonly<Record<string, string>>): string {
  return html.replace(/<!--fill:([a-z0-9-]+)-->/gi, (place, name: string) =>
    Object.hasOwn(places, name) ? (places[name] ?? '') : place,
  )
}

/** Whether a page has anything to fill. */
export const hasPlaces = (html: string): boolean => html.includes('<!--fill:')
