import type { Database } from '../../db/connect.ts'
import type { AuditAction, AuditEvent } from '../domain/audit.ts'
import { holderSeenFrom, homeOf } from '../domain/holder-id.ts'
import { writeAudit, writeAuditOnce } from './audit.ts'
import type { ReportReader } from './report-reader.ts'
import type { ReportKey } from './reports.ts'

/** What a reader did with a report. `holder`: who was given it or reads it no more, as the report's site knows them. */
export type ReportAct = Readonly<{ action: AuditAction; detail?: string | undefined; holder?: string }>

export type Doer = Readonly<{ account: string; reader: ReportReader }>

/** In the log of the site where the report stands, and in that of every other site whose people it is about. */
export async function writeReportAudit(tx: Database, key: ReportKey, doer: Doer, act: ReportAct, at: Date) {
  for (const event of eventsOf(key, doer, act)) await writeAudit(tx, event, at)
}

export async function writeReportAuditOnce(
  db: Database,
  key: ReportKey,
  doer: Doer,
  act: ReportAct,
  { at, since }: Readonly<{ at: Date; since: Date }>,
) {
  for (const event of eventsOf(key, doer, act)) await writeAuditOnce(db, event, at, since)
}

function eventsOf({ site, report }: ReportKey, { account, reader }: Doer, act: ReportAct): readonly AuditEvent[] {
  const about = act.holder === undefined ? null : homeOf(site, act.holder)
  // In one order, so that two who write in the same chains do not wait for each other.
  const logs = [...new Set([site, reader.home, about?.site ?? site])].sort()
  return logs.map((log) => ({
    ...{ site: log, account, action: act.action, subject: 'report' as const, subjectId: report },
    detail: about ? holderSeenFrom(log, about.site, about.holder) : act.detail,
  }))
}
