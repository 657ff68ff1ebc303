import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/connect.ts'
import { absences, accounts, classGroups, holders, memberships, staff } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { isReceivingFunction } from '../domain/roles.ts'
import { isAtWork, isToBeHeld } from './staff.ts'

/** Somebody is not there today: until when, and who reads what comes in for them in person. */
export type Away = Readonly<{ holder: string; until: string; deputy: string; certificate: string }>

/**
 * What a reporter needs to know of those who are away, and no more: neither since when nor what is planned.
 *
 * @param isPublic - only of mentors and of people who agreed to be found, because anybody may ask.
 */
export async function listAway(
  db: Database,
  site: string,
  ids: readonly string[],
  { today, isPublic }: Readonly<{ today: LocalDate; isPublic: boolean }>,
): Promise<readonly Away[]> {
  if (ids.length === 0) return []
  const absent = alias(staff, 'absent')
  const isMentor = sql`exists (select 1 from ${classGroups}
    where ${classGroups.siteId} = ${absences.siteId} and ${classGroups.mentorId} = ${absences.staffId})`
  const rows = await db
    .select({
      ...{ holder: absences.staffId, until: absences.lastDay, deputy: absences.deputyId },
      certificate: holders.certificate,
    })
    .from(absences)
    .innerJoin(absent, and(eq(absent.siteId, absences.siteId), eq(absent.id, absences.staffId)))
    .innerJoin(staff, and(eq(staff.siteId, absences.siteId), eq(staff.id, absences.deputyId)))
    .innerJoin(accounts, and(eq(accounts.id, staff.accountId), isNull(accounts.blockedAt)))
    .innerJoin(holders, and(eq(holders.siteId, absences.siteId), eq(holders.id, absences.deputyId)))
    .where(
      and(
        ...[eq(absences.siteId, site), inArray(absences.staffId, [...ids])],
        ...[lte(absences.firstDay, today), gte(absences.lastDay, today)],
        ...[isNotNull(holders.certificate), isAtWork(today)],
        isPublic ? or(eq(absent.isFindable, true), isMentor) : undefined,
      ),
    )
  return rows.flatMap(({ certificate, ...row }) => (certificate === null ? [] : [{ ...row, certificate }]))
}

/** Who holds a function for a while, or soon will: whoever leaves such a person out does without the function. */
export async function listFunctionDeputies(db: Database, site: string, today: LocalDate) {
  const rows = await db
    .select({ role: memberships.role, holder: memberships.staffId, since: memberships.since })
    .from(memberships)
    .where(and(eq(memberships.siteId, site), isNotNull(memberships.deputyFor), isToBeHeld(today)))
    .orderBy(asc(memberships.role), asc(memberships.staffId))
  return rows.flatMap(({ role, holder, since }) =>
    isReceivingFunction(role) ? [{ role, holder, hasBegun: since === null || since <= today }] : [],
  )
}
