export const siteNameLimit = 60
const longestId = 40

/** Addresses that the pages have already. */
const taken = new Set(['site'])

/** The part of public addresses that a new site gets for ever: `/wie-helpt/<id>/`. '' when nothing of the name is left. */
export function siteIdOf(name: string): string {
  const id = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestId)
    .replace(/^-+|-+$/g, '')
  return taken.has(id) ? `${id}-1` : id
}
