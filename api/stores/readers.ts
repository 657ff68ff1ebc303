import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { classGroups, holders, memberships, staff } from '../../db/schema/index.ts'
import { type ReceivingFunction, receivingFunctions } from '../domain/roles.ts'

export type Reader = Readonly<{ holder: string; name: string }>
export type FunctionOfSite = Readonly<{ role: ReceivingFunction; certificate: string; members: readonly Reader[] }>
export type CertifiedReader = Reader & Readonly<{ certificate: string }>

/** The functions of a site that have a key and at least one member who holds it. */
export async function functionsOf(db: Database, site: string): Promise<readonly FunctionOfSite[]> {
  const rows = await db
    .select({ role: memberships.role, certificate: holders.certificate, holder: staff.id, name: staff.name })
    .from(memberships)
    .innerJoin(staff, and(eq(staff.siteId, memberships.siteId), eq(staff.id, memberships.staffId)))
    .innerJoin(holders, and(eq(holders.siteId, memberships.siteId), eq(holders.id, sql`${memberships.role}::text`)))
    .where(and(eq(memberships.siteId, site), sql`${memberships.functionKey} is not null`))
    .orderBy(asc(memberships.position), asc(staff.name))
  return receivingFunctions.flatMap((role) => {
    const members = rows.filter((row) => row.role === role)
    const certificate = members[0]?.certificate
    return certificate ? [{ role, certificate, members: members.map(({ holder, name }) => ({ holder, name })) }] : []
  })
}

export type ClassGroup = Readonly<{ name: string; mentors: readonly Readonly<{ holder: string }>[] }>

export async function classGroupsOf(db: Database, site: string): Promise<readonly ClassGroup[]> {
  const rows = await db
    .select({ name: classGroups.name, holder: classGroups.mentorId })
    .from(classGroups)
    .where(eq(classGroups.siteId, site))
  const names = [...new Set(rows.map(({ name }) => name))].sort((a, b) => a.localeCompare(b, 'nl', { numeric: true }))
  return names.map((name) => ({
    name,
    mentors: rows.filter((row) => row.name === name).map(({ holder }) => ({ holder })),
  }))
}

/** People who agreed to be found, by a part of their name; a wildcard typed by somebody is only a character. */
export function findStaffByName(db: Database, site: string, part: string, most: number): Promise<CertifiedReader[]> {
  const pattern = `%${part.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return certifiedStaff(db)
    .where(and(eq(staff.siteId, site), eq(staff.isFindable, true), sql`lower(${staff.name}) like ${pattern}`))
    .orderBy(asc(staff.name), asc(staff.id))
    .limit(most)
}

/** Staff whose holder id somebody already has, from the list of mentors or out of a message they wrote. */
export const findStaffByHolder = (db: Database, site: string, ids: readonly string[]): Promise<CertifiedReader[]> =>
  certifiedStaff(db)
    .where(and(eq(staff.siteId, site), inArray(staff.id, [...ids])))
    .orderBy(asc(staff.name), asc(staff.id))

const certifiedStaff = (db: Database) =>
  db
    .select({ holder: staff.id, name: staff.name, certificate: holders.certificate })
    .from(staff)
    .innerJoin(holders, and(eq(holders.siteId, staff.siteId), eq(holders.id, staff.id)))

/** Which of these the site has. */
export async function knownHolders(db: Database, site: string, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: holders.id })
    .from(holders)
    .where(and(eq(holders.siteId, site), inArray(holders.id, [...ids])))
  return rows.map(({ id }) => id)
}

/** Everybody at the site who is a member of one of these functions. */
export async function membersOf(
  db: Database,
  site: string,
  functions: readonly string[],
): Promise<readonly Readonly<{ role: string; holder: string }>[]> {
  const roles = receivingFunctions.filter((role) => functions.includes(role))
  if (roles.length === 0) return []
  return db
    .select({ role: memberships.role, holder: memberships.staffId })
    .from(memberships)
    .where(and(eq(memberships.siteId, site), inArray(memberships.role, roles)))
}

/**
 * The certificates somebody needs to check a conversation: of everybody it was ever granted to, and of the members of
 * those functions, who sign what they write with their own key.
 */
export async function certificatesFor(
  db: Database,
  site: string,
  granted: readonly string[],
): Promise<readonly string[]> {
  const members = await membersOf(db, site, granted)
  const ids = [...new Set([...granted, ...members.map(({ holder }) => holder)])]
  if (ids.length === 0) return []
  const rows = await db
    .select({ certificate: holders.certificate })
    .from(holders)
    .where(and(eq(holders.siteId, site), inArray(holders.id, ids)))
    .orderBy(asc(holders.id))
  return rows.map(({ certificate }) => certificate)
}
