import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { memberships, sites, staff } from '../../db/schema/index.ts'
import { publishedFunctions } from '../domain/roles.ts'

/** The sites as the public pages show them, in the school's order. */
export const listPublicSites = (db: Database) =>
  db
    .select({
      id: sites.id,
      name: sites.name,
      region: sites.region,
      schoolTypes: sites.schoolTypes,
      phone: sites.phone,
      siteKey: sites.siteKey,
    })
    .from(sites)
    .orderBy(asc(sites.position), asc(sites.id))

/** Whom a pupil can go to at a site, in the order the school gave them. */
export async function listPublishedPeople(db: Database, site: string) {
  const rows = await db
    .select({ role: memberships.role, name: staff.name, reach: staff.reach, hours: staff.hours })
    .from(memberships)
    .innerJoin(staff, and(eq(staff.siteId, memberships.siteId), eq(staff.id, memberships.staffId)))
    .where(and(eq(memberships.siteId, site), inArray(memberships.role, [...publishedFunctions])))
    .orderBy(asc(memberships.position), asc(staff.name))
  return rows.flatMap(({ role, ...person }) => {
    const published = publishedFunctions.find((name) => name === role)
    return published ? [{ role: published, ...person }] : []
  })
}
