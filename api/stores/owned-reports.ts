import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { grants, recusals, reports, standIns } from '../../db/schema/index.ts'
import type { OwnedReport, Pair } from '../domain/ownership.ts'

/** The reports of a site, with whoever has the key in force. @param only - one of them. */
export async function loadReports(
  db: Database,
  site: string,
  only: string | undefined,
): Promise<readonly OwnedReport[]> {
  const isMeant = and(eq(reports.siteId, site), only === undefined ? undefined : eq(reports.id, only))
  const [rows, granted, involved, standing] = await Promise.all([
    db
      .select({ report: reports.id, state: reports.state, isKeyDue: reports.isKeyDue })
      .from(reports)
      .where(isMeant)
      .orderBy(asc(reports.id)),
    db
      .select({ report: grants.reportId, holder: grants.holderId })
      .from(grants)
      .innerJoin(
        reports,
        and(eq(reports.siteId, grants.siteId), eq(reports.id, grants.reportId), eq(reports.epoch, grants.epoch)),
      )
      .where(isMeant)
      .orderBy(asc(grants.holderId)),
    db
      .select({ report: recusals.reportId, holder: recusals.staffId })
      .from(recusals)
      .where(and(eq(recusals.siteId, site), only === undefined ? undefined : eq(recusals.reportId, only))),
    db
      .select({ report: standIns.reportId, absent: standIns.absentId, deputy: standIns.staffId })
      .from(standIns)
      .where(and(eq(standIns.siteId, site), only === undefined ? undefined : eq(standIns.reportId, only))),
  ])
  const standInsBy = new Map<string, Pair[]>()
  for (const { report, ...pair } of standing) standInsBy.set(report, [...(standInsBy.get(report) ?? []), pair])
  const holdersBy = groupByReport(granted)
  const recusedBy = groupByReport(involved)
  return rows.map(({ report, state, isKeyDue }) => ({
    report,
    isOpen: state !== 'closed',
    holders: holdersBy.get(report) ?? [],
    recused: recusedBy.get(report) ?? [],
    standIns: standInsBy.get(report) ?? [],
    isKeyDue,
  }))
}

function groupByReport(rows: readonly Readonly<{ report: string; holder: string }>[]): Map<string, string[]> {
  const holdersBy = new Map<string, string[]>()
  for (const { report, holder } of rows) holdersBy.set(report, [...(holdersBy.get(report) ?? []), holder])
  return holdersBy
}
