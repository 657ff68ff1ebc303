import { and, eq, gte, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { type Database, rowsOf } from '../../db/connect.ts'
import {
  absences,
  accounts,
  functionKeyShares,
  grants as grantTable,
  memberships,
  messages,
  recusals,
  staff,
  staffKeys,
} from '../../db/schema/index.ts'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import type { MailReader, WaitingReport } from '../domain/mail-readers.ts'
import { isReceivingFunction, type Role } from '../domain/roles.ts'
import type { ReportKey } from './reports.ts'
import { isAtWork, isInForce } from './staff.ts'
import { isKeptBack, ofGrant } from './stand-ins.ts'

export type WaitingAt = ReportKey & WaitingReport & Readonly<{ lastSequence: number }>

/** Everybody who can be mailed: at work, with keys, and not blocked. */
export async function listMailReaders(db: Database, today: LocalDate): Promise<readonly MailReader[]> {
  const rows = await db
    .select({
      ...{ site: staff.siteId, holder: staff.id, account: staff.accountId },
      ...{ role: memberships.role, deputy: absences.deputyId },
      hasKey: sql<boolean>`exists (select 1 from ${functionKeyShares} where ${functionKeyShares.siteId} = ${staff.siteId}
        and ${functionKeyShares.role} = ${memberships.role} and ${functionKeyShares.staffId} = ${staff.id} and ${functionKeyShares.sealed} is not null)`,
    })
    .from(staff)
    .innerJoin(accounts, and(eq(accounts.id, staff.accountId), isNull(accounts.blockedAt)))
    .innerJoin(staffKeys, eq(staffKeys.accountId, staff.accountId))
    .leftJoin(
      memberships,
      and(eq(memberships.siteId, staff.siteId), eq(memberships.staffId, staff.id), isInForce(today)),
    )
    .leftJoin(
      absences,
      and(
        ...[eq(absences.siteId, staff.siteId), eq(absences.staffId, staff.id)],
        ...[lte(absences.firstDay, today), gte(absences.lastDay, today), isNotNull(absences.deputyId)],
      ),
    )
    .where(isAtWork(today))
  const people = new Map<string, MailReader & { roles: Role[]; functions: string[] }>()
  for (const { role, hasKey, ...person } of rows) {
    const key = `${person.site}/${person.holder}`
    const known = people.get(key) ?? { ...person, roles: [], functions: [] }
    if (role !== null && !known.roles.includes(role)) {
      known.roles.push(role)
      if (hasKey && isReceivingFunction(role)) known.functions.push(role)
    }
    people.set(key, known)
  }
  return [...people.values()]
}

type GrantRow = ReportKey & WaitingReport['holders'][number] & { lastSequence: number }

/** Every report with something that a holder who may read today may not have read; `only` looks at one. */
export async function listWaiting(db: Database, today: LocalDate, only?: ReportKey): Promise<readonly WaitingAt[]> {
  const isOne = only ? sql`and r.site_id = ${only.site} and r.id = ${only.report}` : sql``
  const grants = await rowsOf<GrantRow>(
    db,
    sql`
    select r.site_id as site, r.id as report, r.last_sequence as "lastSequence", g.holder_id as holder, max(every.read_sequence) as read,
      max(every.mailed_sequence) as mailed, max(every.reminders) as reminders
    from reports r
    join grants g on g.site_id = r.site_id and g.report_id = r.id and g.epoch = r.epoch
    join grants every on every.site_id = r.site_id and every.report_id = r.id and every.holder_id = g.holder_id
    where exists (
      select 1 from grants late join messages m on m.site_id = late.site_id and m.report_id = late.report_id
      where late.site_id = r.site_id and late.report_id = r.id and late.epoch = r.epoch
        and m.is_from_reporter and m.sequence > late.read_sequence) ${isOne}
      and not ${isKeptBack(ofGrant('g'), today)}
    group by r.site_id, r.id, r.last_sequence, g.holder_id`,
  )
  const waiting = new Map<string, WaitingAt>()
  for (const { site, report, lastSequence, ...holder } of grants) {
    const known = waiting.get(report) ?? { ...(await findWaiting(db, { site, report })), lastSequence }
    waiting.set(report, { ...known, holders: [...known.holders, holder] })
  }
  return [...waiting.values()]
}

async function findWaiting(db: Database, key: ReportKey): Promise<ReportKey & WaitingReport> {
  const [asked, recused] = await Promise.all([
    db
      .select({ sequence: messages.sequence, on: messages.sentOn })
      .from(messages)
      .where(and(eq(messages.siteId, key.site), eq(messages.reportId, key.report), eq(messages.isFromReporter, true)))
      .orderBy(messages.sequence),
    db
      .select({ holder: recusals.staffId })
      .from(recusals)
      .where(and(eq(recusals.siteId, key.site), eq(recusals.reportId, key.report))),
  ])
  return {
    ...key,
    asked: asked.map(({ sequence, on }) => ({ sequence, on: localDate(on) })),
    holders: [],
    recused: recused.map(({ holder }) => holder),
  }
}

/** Tells at the grants of those who may read a report up to which message was mailed, or how far the reminders went. */
export async function markMailed(
  tx: Database,
  { site, report, holders }: WaitingAt,
  mark: Readonly<{ mailedSequence: number } | { reminders: number }>,
): Promise<void> {
  await tx
    .update(grantTable)
    .set(mark)
    .where(
      and(
        ...[eq(grantTable.siteId, site), eq(grantTable.reportId, report)],
        inArray(
          grantTable.holderId,
          holders.map(({ holder }) => holder),
        ),
      ),
    )
}
