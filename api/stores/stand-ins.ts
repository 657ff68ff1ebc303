import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { grants, reports, standIns } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Pair } from '../domain/ownership.ts'
import type { ReportKey } from './reports.ts'

/** Who has a report in person only because somebody is away. */
export async function noteStandIns(tx: Database, { site, report }: ReportKey, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return
  await tx
    .insert(standIns)
    .values(pairs.map(({ absent, deputy }) => ({ siteId: site, reportId: report, staffId: deputy, absentId: absent })))
    .onConflictDoNothing()
}

/** Those of somebody who reads it no more, and those for whom others stood in: they read on as anybody. */
export async function dropStandInsOf(tx: Database, { site, report }: ReportKey, holders: readonly string[]) {
  if (holders.length === 0) return
  const isOneOf = or(inArray(standIns.staffId, [...holders]), inArray(standIns.absentId, [...holders]))
  await tx.delete(standIns).where(and(eq(standIns.siteId, site), eq(standIns.reportId, report), isOneOf))
}

/**
 * That this person got this report for somebody else's absence, which is not now: planned, or over. Until and after
 * those days the key lies here and is not given out.
 */
export const isKeptBack = (of: Readonly<{ site: SQL; report: SQL; holder: SQL }>, today: LocalDate): SQL => sql`exists (
  select 1 from stand_ins held
  where held.site_id = ${of.site} and held.report_id = ${of.report} and held.staff_id = ${of.holder}
    and not exists (select 1 from absences away
      where away.site_id = held.site_id and away.staff_id = held.absent_id and away.deputy_id = held.staff_id
        and away.first_day <= ${today} and away.last_day >= ${today}))`

/** The columns of a row of grants under this name. */
export const ofGrant = (name: 'g') => ({
  site: sql.raw(`${name}.site_id`),
  report: sql.raw(`${name}.report_id`),
  holder: sql.raw(`${name}.holder_id`),
})

/** Who has a key of this report that is not given out today. */
export async function listKeptBack(db: Database, { site, report }: ReportKey, today: LocalDate) {
  const isOf = isKeptBack(
    { site: sql`${standIns.siteId}`, report: sql`${standIns.reportId}`, holder: sql`${standIns.staffId}` },
    today,
  )
  const rows = await db
    .selectDistinct({ holder: standIns.staffId })
    .from(standIns)
    .where(and(eq(standIns.siteId, site), eq(standIns.reportId, report), isOf))
  return rows.map(({ holder }) => holder)
}

/**
 * Takes back what a deputy got in person for this absence. What the other does not hold any more has become the
 * deputy's own, and stays.
 */
export async function endStandIns(tx: Database, site: string, { absent, deputy }: Pair): Promise<void> {
  const isPair = and(eq(standIns.siteId, site), eq(standIns.absentId, absent), eq(standIns.staffId, deputy))
  const ended = await tx.delete(standIns).where(isPair).returning({ report: standIns.reportId })
  const ids = ended.map(({ report }) => report)
  if (ids.length === 0) return
  const stillHeld = await tx
    .select({ report: grants.reportId })
    .from(grants)
    .innerJoin(
      reports,
      and(eq(reports.siteId, grants.siteId), eq(reports.id, grants.reportId), eq(reports.epoch, grants.epoch)),
    )
    .where(and(eq(grants.siteId, site), eq(grants.holderId, absent), inArray(grants.reportId, ids)))
  const taken = stillHeld.map(({ report }) => report)
  if (taken.length === 0) return
  await tx
    .delete(grants)
    .where(and(eq(grants.siteId, site), eq(grants.holderId, deputy), inArray(grants.reportId, taken)))
  await tx
    .update(reports)
    .set({ isKeyDue: true })
    .where(and(eq(reports.siteId, site), inArray(reports.id, taken)))
}

/** Those whose absence is not there any more: a report may come in for one that was ended meanwhile. */
export async function listStrayStandIns(tx: Database): Promise<readonly (Pair & Readonly<{ site: string }>)[]> {
  return tx
    .selectDistinct({ site: standIns.siteId, absent: standIns.absentId, deputy: standIns.staffId })
    .from(standIns)
    .where(
      sql`not exists (select 1 from absences away where away.site_id = ${standIns.siteId}
        and away.staff_id = ${standIns.absentId} and away.deputy_id = ${standIns.staffId})`,
    )
}
