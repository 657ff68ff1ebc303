import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, holders, memberships, staff } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { CertifiedReader } from './readers.ts'
import { isAtWork, isInForce } from './staff.ts'

/** Who the protocol wants beside whoever an urgent report was told to (2.6). */
const broughtIn = ['mentor', 'teamLeader'] as const

/** Mentors and team leaders who can read: at work, not blocked, and signed by the site key. */
export async function listToBringIn(
  db: Database,
  site: string,
  today: LocalDate,
): Promise<readonly (CertifiedReader & Readonly<{ isTeamLeader: boolean }>)[]> {
  const rows = await db
    .select({ holder: staff.id, name: staff.name, certificate: holders.certificate, role: memberships.role })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .innerJoin(holders, and(eq(holders.siteId, staff.siteId), eq(holders.id, staff.id)))
    .innerJoin(memberships, and(eq(memberships.siteId, staff.siteId), eq(memberships.staffId, staff.id)))
    .where(
      and(
        ...[eq(staff.siteId, site), isAtWork(today), isInForce(today), isNull(accounts.blockedAt)],
        ...[isNotNull(holders.certificate), inArray(memberships.role, [...broughtIn])],
      ),
    )
    .orderBy(asc(staff.name), asc(staff.id), asc(memberships.role))
  const leaders = new Set(rows.filter(({ role }) => role === 'teamLeader').map(({ holder }) => holder))
  const known = new Map(rows.map((row) => [row.holder, row]))
  return [...known.values()].flatMap(({ role: _, certificate, ...row }) =>
    certificate === null ? [] : [{ ...row, certificate, isTeamLeader: leaders.has(row.holder) }],
  )
}
