import type { StaffAtSite } from './access.ts'
import { sitesWith } from './permissions.ts'

/**
 * Whose rows somebody may see: whole chains of sites, of the school's chain what concerns the people of those sites,
 * and beyond that only what concerns themselves.
 */
export type AuditAccess = Readonly<{
  sites: readonly string[]
  account: string
  holders: readonly Readonly<{ site: string; holder: string }>[]
}>

/** A director sees the chain of their own site; everybody what they did and what was done to them. */
export const auditAccess = (account: string, places: readonly StaffAtSite[]): AuditAccess => ({
  sites: sitesWith(places, 'read-audit'),
  account,
  holders: places.map(({ site, holder }) => ({ site, holder })),
})
