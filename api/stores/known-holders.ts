import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { functionKeys, holders, memberships, staff } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { receivingFunctions } from '../domain/roles.ts'
import { isAtWork } from './staff.ts'

/** Which of these can be written to: with a certificate, at work, and for a function with a key that nobody else has. */
export async function knownHolders(
  db: Database,
  site: string,
  ids: readonly string[],
  today: LocalDate,
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: holders.id })
    .from(holders)
    .leftJoin(staff, and(eq(staff.siteId, holders.siteId), eq(staff.id, holders.id)))
    .leftJoin(
      functionKeys,
      and(
        eq(functionKeys.siteId, holders.siteId),
        eq(sql`${functionKeys.role}::text`, holders.id),
        eq(functionKeys.certificate, holders.certificate),
        isNull(functionKeys.retiredOn),
      ),
    )
    .where(
      and(
        eq(holders.siteId, site),
        inArray(holders.id, [...ids]),
        isNotNull(holders.certificate),
        or(and(isNotNull(staff.id), isAtWork(today)), isNotNull(functionKeys.role)),
      ),
    )
  return rows.map(({ id }) => id)
}

/** Everybody at the site who holds one of these functions. */
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
