import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/connect.ts'
import {
  classGroups,
  functionKeyShares,
  functionKeys,
  holders,
  memberships,
  staff,
  staffKeys,
} from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type ReceivingFunction, receivingFunctions } from '../domain/roles.ts'
import { isAtWork, isInForce } from './staff.ts'

export type Reader = Readonly<{ holder: string; name: string }>
/** `deputies`: hold the key for a while, and are not named in the certificate. */
export type FunctionOfSite = Readonly<{
  role: ReceivingFunction
  certificate: string
  members: readonly Reader[]
  deputies: readonly Reader[]
}>
export type CertifiedReader = Reader & Readonly<{ certificate: string }>

/**
 * The functions of a site that take reports: their key is signed and nobody holds it who should not, and every member
 * who holds it can get their own keys back with a recovery sheet.
 */
export async function functionsOf(db: Database, site: string, today: LocalDate): Promise<readonly FunctionOfSite[]> {
  const own = alias(holders, 'own')
  const rows = await db
    .select({
      role: memberships.role,
      certificate: holders.certificate,
      holder: staff.id,
      name: staff.name,
      confirmedOn: staffKeys.recoveryConfirmedOn,
      deputyFor: memberships.deputyFor,
      own: own.certificate,
    })
    .from(functionKeys)
    .innerJoin(
      holders,
      and(
        eq(holders.siteId, functionKeys.siteId),
        eq(holders.id, sql`${functionKeys.role}::text`),
        eq(holders.certificate, functionKeys.certificate),
      ),
    )
    .innerJoin(
      functionKeyShares,
      and(
        eq(functionKeyShares.siteId, functionKeys.siteId),
        eq(functionKeyShares.role, functionKeys.role),
        eq(functionKeyShares.generation, functionKeys.generation),
      ),
    )
    .innerJoin(
      memberships,
      and(
        eq(memberships.siteId, functionKeys.siteId),
        eq(memberships.role, functionKeys.role),
        eq(memberships.staffId, functionKeyShares.staffId),
      ),
    )
    .innerJoin(staff, and(eq(staff.siteId, memberships.siteId), eq(staff.id, memberships.staffId)))
    .innerJoin(staffKeys, eq(staffKeys.accountId, staff.accountId))
    .innerJoin(own, and(eq(own.siteId, staff.siteId), eq(own.id, staff.id)))
    .where(
      and(
        eq(functionKeys.siteId, site),
        isNull(functionKeys.retiredOn),
        isNotNull(functionKeyShares.sealed),
        isInForce(today),
        isAtWork(today),
      ),
    )
    .orderBy(asc(memberships.position), asc(staff.name))
  return receivingFunctions.flatMap((role) => {
    const keyHolders = rows.filter((row) => row.role === role)
    const certificate = keyHolders[0]?.certificate
    if (!certificate || keyHolders.some(({ confirmedOn }) => confirmedOn === null)) return []
    // A deputy, and somebody let in whom the director has yet to sign, hold the key and are not named in it. Browsers
    // take members that the certificate does not name for a forgery.
    const named = membersNamedIn(certificate)
    const members = keyHolders.filter(({ holder }) => named.includes(holder))
    if (members.length !== named.length) return []
    // Reporters are told of a deputy, and can do without the function then.
    const deputies = keyHolders.filter(({ deputyFor, own: signed }) => deputyFor !== null && signed !== null)
    return [{ role, certificate, members: members.map(toReader), deputies: deputies.map(toReader) }]
  })
}

const toReader = ({ holder, name }: Reader): Reader => ({ holder, name })

/** Only of what this database holds, which was checked when it was stored. */
const membersNamedIn = (certificate: string): readonly string[] => JSON.parse(certificate).certified.members

export type ClassGroup = Readonly<{ name: string; mentors: readonly Readonly<{ holder: string }>[] }>

/** Class groups with the mentors who can be written to: a new one waits for the director's signature. */
export async function classGroupsOf(db: Database, site: string, today: LocalDate): Promise<readonly ClassGroup[]> {
  const rows = await db
    .select({ name: classGroups.name, holder: classGroups.mentorId })
    .from(classGroups)
    .innerJoin(staff, and(eq(staff.siteId, classGroups.siteId), eq(staff.id, classGroups.mentorId)))
    .innerJoin(holders, and(eq(holders.siteId, classGroups.siteId), eq(holders.id, classGroups.mentorId)))
    .where(and(eq(classGroups.siteId, site), isNotNull(holders.certificate), isAtWork(today)))
  const names = [...new Set(rows.map(({ name }) => name))].sort((a, b) => a.localeCompare(b, 'nl', { numeric: true }))
  return names.map((name) => ({
    name,
    mentors: rows.filter((row) => row.name === name).map(({ holder }) => ({ holder })),
  }))
}

/** People who agreed to be found, by a part of their name; a wildcard typed by somebody is only a character. */
export function findStaffByName(
  db: Database,
  site: string,
  part: string,
  { most, today }: Readonly<{ most: number; today: LocalDate }>,
): Promise<readonly CertifiedReader[]> {
  const pattern = `%${part.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const isMeant = and(eq(staff.isFindable, true), sql`lower(${staff.name}) like ${pattern}`)
  return certifiedStaff(db, site, today, isMeant, most)
}

/** Staff whose holder id somebody already has, from the list of mentors or out of a message they wrote. */
export const findStaffByHolder = (
  db: Database,
  site: string,
  ids: readonly string[],
  today: LocalDate,
): Promise<readonly CertifiedReader[]> => certifiedStaff(db, site, today, inArray(staff.id, [...ids]), ids.length)

/** People who work at the site and whom the site key vouches for. */
async function certifiedStaff(
  db: Database,
  site: string,
  today: LocalDate,
  isMeant: SQL | undefined,
  most: number,
): Promise<readonly CertifiedReader[]> {
  const rows = await db
    .select({ holder: staff.id, name: staff.name, certificate: holders.certificate })
    .from(staff)
    .innerJoin(holders, and(eq(holders.siteId, staff.siteId), eq(holders.id, staff.id)))
    .where(and(eq(staff.siteId, site), isNotNull(holders.certificate), isAtWork(today), isMeant))
    .orderBy(asc(staff.name), asc(staff.id))
    .limit(most)
  return rows.flatMap(({ certificate, ...row }) => (certificate === null ? [] : [{ ...row, certificate }]))
}
