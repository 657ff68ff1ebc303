import type { StaffAtSite } from '../access.ts'
import { sitesWith } from '../permissions.ts'

/** Of which sites somebody sees the numbers, beside those of the school as a whole. */
export function sitesSeenBy(places: readonly StaffAtSite[], all: readonly string[]): readonly string[] {
  if (sitesWith(places, 'see-numbers-of-all-sites').length > 0) return all
  const own = sitesWith(places, 'see-numbers')
  return all.filter((site) => own.includes(site))
}
