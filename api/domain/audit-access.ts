import type { StaffAtSite } from './access.ts'
import { wholeSchool } from './audit.ts'
import { sitesWith } from './permissions.ts'

/** Whose rows somebody may see: whole chains, and beyond those only what concerns themselves. */
export type AuditAccess = Readonly<{
  sites: readonly string[]
  account: string
  holders: readonly Readonly<{ site: string; holder: string }>[]
}>

/** A director sees the chain of their own site and of the school; everybody what they did and what was done to them. */
export function auditAccess(account: string, places: readonly StaffAtSite[]): AuditAccess {
  const sites = sitesWith(places, 'read-audit')
  return {
    sites: sites.length === 0 ? [] : [...sites, wholeSchool],
    account,
    holders: places.map(({ site, holder }) => ({ site, holder })),
  }
}
