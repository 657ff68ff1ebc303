import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, holders, memberships, staff } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { rolesByPermission } from '../domain/permissions.ts'
import type { CertifiedReader } from './readers.ts'
import { isAtWork, isInForce } from './staff.ts'

/** Staff whom a colleague can give a report, by a part of their name: also those whom a reporter does not find. */
export async function findColleagues(
  db: Database,
  site: string,
  part: string,
  { most, today }: Readonly<{ most: number; today: LocalDate }>,
): Promise<readonly CertifiedReader[]> {
  const pattern = `%${part.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .selectDistinct({ holder: staff.id, name: staff.name, certificate: holders.certificate })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .innerJoin(holders, and(eq(holders.siteId, staff.siteId), eq(holders.id, staff.id)))
    .innerJoin(memberships, and(eq(memberships.siteId, staff.siteId), eq(memberships.staffId, staff.id)))
    .where(
      and(
        ...[eq(staff.siteId, site), isAtWork(today), isInForce(today), isNull(accounts.blockedAt)],
        ...[isNotNull(holders.certificate), sql`lower(${staff.name}) like ${pattern}`],
        inArray(memberships.role, [...rolesByPermission['handle-reports']]),
      ),
    )
    .orderBy(asc(staff.name), asc(staff.id))
    .limit(most)
  return rows.flatMap(({ certificate, ...row }) => (certificate === null ? [] : [{ ...row, certificate }]))
}
