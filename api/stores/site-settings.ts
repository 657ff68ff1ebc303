import { randomUUID } from 'node:crypto'
import { eq, max } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, holders, memberships, siteHolidays, sites, staff } from '../../db/schema/index.ts'
import type { OwnTerms } from '../domain/site-terms.ts'
import type { TimelinePart } from '../domain/timeline.ts'
import { nationalHolidays } from './free-days.ts'

export type SiteSettings = OwnTerms &
  Readonly<{ name: string; phone: string | null; schoolTypes: readonly string[]; timeline: readonly TimelinePart[] }>

export async function findSiteSettings(db: Database, site: string) {
  const [row] = await db.select().from(sites).where(eq(sites.id, site))
  return row ?? null
}

export const saveSiteSettings = (tx: Database, site: string, { schoolTypes, timeline, ...settings }: SiteSettings) =>
  tx
    .update(sites)
    .set({ ...settings, schoolTypes: [...schoolTypes], timeline: [...timeline] })
    .where(eq(sites.id, site))

export type NewSite = Readonly<{
  id: string
  name: string
  region: string
  schoolTypes: readonly string[]
  phone: string | null
}>

/**
 * A site of the school, with the holidays of its region and one person: whoever adds it administers it. It has no key
 * yet, so it takes no reports. @returns false when the school has a site under this id.
 */
export async function addSite(
  tx: Database,
  { id, region, schoolTypes, ...site }: NewSite,
  account: string,
): Promise<boolean> {
  const [last] = await tx.select({ position: max(sites.position) }).from(sites)
  const added = await tx
    .insert(sites)
    .values({ id, region, ...site, schoolTypes: [...schoolTypes], position: (last?.position ?? -1) + 1 })
    .onConflictDoNothing({ target: sites.id })
    .returning({ id: sites.id })
  if (added.length === 0) return false
  const holidays = nationalHolidays(region)
  if (holidays.length > 0) await tx.insert(siteHolidays).values(holidays.map((days) => ({ siteId: id, ...days })))

  const [person] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, account))
  if (!person) throw new Error('somebody who is signed in without an account')
  const staffId = randomUUID()
  await tx.insert(holders).values({ siteId: id, id: staffId, kind: 'staff' })
  await tx.insert(staff).values({ siteId: id, id: staffId, accountId: account, name: person.name })
  await tx.insert(memberships).values({ siteId: id, role: 'systemAdministrator', staffId })
  return true
}
