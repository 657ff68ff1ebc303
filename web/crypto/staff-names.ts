import type { Author } from './header.ts'
import { readHolders } from './seen-holders.ts'

type StaffAuthor = Extract<Author, { kind: 'staff' }>

/**
 * The name of a staff author, or null when no certificate under the pinned site key, or under that of a site it vouches
 * for, ties this holder to this signing key. A certificate renewed since (another role, another name) may stand beside the old one: the newest names.
 */
export type NameOfStaff = (author: StaffAuthor) => string | null

export function readStaffNames(certificates: readonly string[], siteKey: string, site: string): NameOfStaff {
  const newest = new Map<string, { name: string; issuedOn: string }>()
  for (const certified of readHolders(certificates, siteKey, site)) {
    if (certified.kind !== 'staff') continue
    const key = `${certified.holder} ${certified.signingKey}`
    const known = newest.get(key)
    if (!known || known.issuedOn <= certified.issuedOn) newest.set(key, certified)
  }
  return ({ holder, key }) => newest.get(`${holder} ${key}`)?.name ?? null
}
