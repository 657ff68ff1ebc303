import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { memberships, sites, staff } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { publishedFunctions } from '../domain/roles.ts'
import { isAtWork, isInForce } from './staff.ts'

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

/** Changes with the picture, so that no browser shows the one before. */
const photoMark = sql<string | null>`left(md5(${staff.photo}), 12)`

const isPublished = (site: string, today: LocalDate) =>
  and(
    eq(memberships.siteId, site),
    inArray(memberships.role, [...publishedFunctions]),
    isInForce(today),
    isAtWork(today),
  )

/** Whom a pupil can go to at a site, in the order the school gave them. */
export async function listPublishedPeople(db: Database, site: string, today: LocalDate) {
  const rows = await db
    .select({
      role: memberships.role,
      holder: staff.id,
      name: staff.name,
      reach: staff.reach,
      hours: staff.hours,
      isExternal: staff.isExternal,
      photoMark,
    })
    .from(memberships)
    .innerJoin(staff, and(eq(staff.siteId, memberships.siteId), eq(staff.id, memberships.staffId)))
    .where(isPublished(site, today))
    .orderBy(asc(memberships.position), asc(staff.name))
  return rows.flatMap(({ role, ...person }) => {
    const published = publishedFunctions.find((name) => name === role)
    return published ? [{ role: published, ...person }] : []
  })
}

/** The picture of somebody whom the public page of the site names now; of nobody else. */
export async function findPublishedPhoto(
  db: Database,
  { site, holder }: Readonly<{ site: string; holder: string }>,
  today: LocalDate,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [row] = await db
    .select({ photo: staff.photo })
    .from(memberships)
    .innerJoin(staff, and(eq(staff.siteId, memberships.siteId), eq(staff.id, memberships.staffId)))
    .where(and(isPublished(site, today), eq(staff.id, holder)))
    .limit(1)
  return row?.photo ? new Uint8Array(Buffer.from(row.photo, 'base64')) : null
}
