/** Where a poster leads: the site, and the fingerprint of its key to hold the server to. */
export type Poster = Readonly<{ site: string; fingerprint: string }>

/** Reads `#<site>.<fingerprint>`. 'unknown' is something else: the poster cannot be trusted, or was misread. */
export function readPoster(hash: string): Poster | 'unknown' | null {
  // Another fragment, such as the link to the content, is no poster.
  if (!hash.includes('.')) return null
  const [, site, fingerprint] = /^#([a-z0-9]+(?:-[a-z0-9]+)*)\.([0-9A-Za-z-]{32,39})$/.exec(hash) ?? []
  return site !== undefined && fingerprint !== undefined ? { site, fingerprint } : 'unknown'
}
