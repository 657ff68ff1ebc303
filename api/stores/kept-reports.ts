import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { reports } from '../../db/schema/index.ts'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import type { Kept } from '../domain/retention/keeping.ts'
import { periodEnd, type RetentionPeriods } from '../domain/retention/periods.ts'
import { isReport, type ReportKey } from './reports.ts'

/** A closed report as far as its erasing is concerned. */
export type KeptReport = ReportKey &
  Readonly<{ receivedOn: LocalDate; isUrgent: boolean; isCounted: boolean; kept: Kept }>

const lastOn = sql<string>`(select max(m.sent_on) from messages m
  where m.site_id = reports.site_id and m.report_id = reports.id)::text`

/** What the school wrote itself need not be read by it. */
const isRead = sql<boolean>`coalesce((select max(m.sequence) from messages m
    where m.site_id = reports.site_id and m.report_id = reports.id and m.is_from_reporter), 0)
  <= coalesce((select max(g.read_sequence) from grants g
    where g.site_id = reports.site_id and g.report_id = reports.id), 0)`

const isNeeded = sql<boolean>`exists (select 1 from dossier_reports d
  where d.site_id = reports.site_id and d.report_id = reports.id)`

/** Reports to a vertrouwenspersoon are counted nowhere, also not once they are gone. */
const isCounted = sql<boolean>`not exists (select 1 from grants g
  where g.site_id = reports.site_id and g.report_id = reports.id
    and (g.holder_id = 'confidentialAdviser' or g.holder_id like '%/confidentialAdviser'))`

/**
 * The closed reports of a site. Nothing is written in a report after its closing unless somebody comes back to it, so the
 * period runs from the last message. As long as there is a dossier about it, it is kept with that, also under its hold.
 *
 * @param only - one of them; whoever acts on the answer has locked it.
 */
export async function listKeptReports(
  db: Database,
  site: string,
  periods: RetentionPeriods,
  only?: string,
): Promise<readonly KeptReport[]> {
  const rows = await db
    .select({ ...getTableColumns(reports), lastOn, isRead, isNeeded, isCounted })
    .from(reports)
    .where(
      and(
        ...[eq(reports.siteId, site), eq(reports.state, 'closed')],
        only === undefined ? undefined : eq(reports.id, only),
      ),
    )
    .orderBy(asc(reports.id))
  return rows.map((row) => {
    const lastAddedOn = localDate(row.lastOn)
    const warnedOn = row.eraseWarnedOn === null ? null : localDate(row.eraseWarnedOn)
    const said = { isRead: row.isRead, isNeeded: row.isNeeded, isHeld: false, warnedOn, lastAddedOn }
    return {
      ...{ site, report: row.id, receivedOn: localDate(row.receivedOn), isUrgent: row.isUrgent },
      isCounted: row.isCounted,
      kept: { ...said, endsOn: periodEnd('report', lastAddedOn, periods) },
    }
  })
}

export async function warnOfReport(tx: Database, key: ReportKey, today: LocalDate): Promise<void> {
  await tx.update(reports).set({ eraseWarnedOn: today }).where(isReport(key))
}
