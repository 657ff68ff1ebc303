import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { reportAccess, reports } from '../../db/schema/index.ts'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import type { ReportState } from '../domain/report.ts'

/** A report is known by its site and its id together, so that the tables can be spread over servers by site. */
export type ReportKey = Readonly<{ site: string; report: string }>

export type StoredReport = ReportKey &
  Readonly<{
    epoch: number
    isUrgent: boolean
    state: ReportState
    receivedOn: LocalDate
    lastSequence: number
    /** The last message in which the reporter says something; the school has answered up to `answeredSequence`. */
    askedSequence: number
    answeredSequence: number
    /** When the school first did. */
    firstAnsweredOn: LocalDate | null
    /** Nothing more is written until there is a new key, because somebody has the present one who should not. */
    isKeyDue: boolean
  }>

const toReport = (row: typeof reports.$inferSelect): StoredReport => ({
  site: row.siteId,
  report: row.id,
  epoch: row.epoch,
  isUrgent: row.isUrgent,
  state: row.state,
  receivedOn: localDate(row.receivedOn),
  lastSequence: row.lastSequence,
  askedSequence: row.askedSequence,
  answeredSequence: row.answeredSequence,
  firstAnsweredOn: row.firstAnsweredOn === null ? null : localDate(row.firstAnsweredOn),
  isKeyDue: row.isKeyDue,
})

export const isReport = ({ site, report }: ReportKey) => and(eq(reports.siteId, site), eq(reports.id, report))

export async function findReport(db: Database, key: ReportKey): Promise<StoredReport | null> {
  const [row] = await db.select().from(reports).where(isReport(key))
  return row ? toReport(row) : null
}

/** Writers of one conversation wait for each other here, so that its sequence has no gaps and no doubles. */
export async function lockReport(tx: Database, key: ReportKey): Promise<StoredReport | null> {
  const [row] = await tx.select().from(reports).where(isReport(key)).for('update')
  return row ? toReport(row) : null
}

export type NewReport = ReportKey &
  Readonly<{ isUrgent: boolean; today: LocalDate; lookupHash: string; proofHash: string }>

export async function insertReport(
  tx: Database,
  { site, report: id, isUrgent, today, lookupHash, proofHash }: NewReport,
): Promise<StoredReport> {
  const sequences = { lastSequence: 0, askedSequence: 1, answeredSequence: 0, firstAnsweredOn: null }
  const state = { epoch: 1, isUrgent, state: 'received', receivedOn: today, isKeyDue: false, ...sequences } as const
  await tx.insert(reports).values({ siteId: site, id, ...state })
  await tx.insert(reportAccess).values({ lookupHash, proofHash, siteId: site, reportId: id })
  return { site, report: id, ...state }
}

export async function updateReport(
  tx: Database,
  key: ReportKey,
  change: Partial<
    Pick<
      StoredReport,
      'epoch' | 'state' | 'lastSequence' | 'askedSequence' | 'answeredSequence' | 'firstAnsweredOn' | 'isKeyDue'
    >
  >,
): Promise<void> {
  await tx.update(reports).set(change).where(isReport(key))
}

/** `report` is null once it was erased. */
export type Access = Readonly<{ site: string; report: string | null; proofHash: string }>

export async function findAccess(db: Database, lookupHash: string): Promise<Access | null> {
  const [row] = await db.select().from(reportAccess).where(eq(reportAccess.lookupHash, lookupHash))
  return row ? { site: row.siteId, report: row.reportId, proofHash: row.proofHash } : null
}
