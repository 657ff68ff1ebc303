import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { messages } from '../../db/schema/index.ts'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import { type ReportKey, type StoredReport, updateReport } from './reports.ts'

export type StoredMessage = Readonly<{
  sequence: number
  id: string
  epoch: number
  isFromReporter: boolean
  sentOn: LocalDate
  sealed: Uint8Array
}>

const isOf = ({ site, report }: ReportKey) => and(eq(messages.siteId, site), eq(messages.reportId, report))

const toMessage = (row: typeof messages.$inferSelect): StoredMessage => ({
  sequence: row.sequence,
  id: row.id,
  epoch: row.epoch,
  isFromReporter: row.isFromReporter,
  sentOn: localDate(row.sentOn),
  sealed: row.sealed,
})

export async function listMessages(db: Database, key: ReportKey): Promise<readonly StoredMessage[]> {
  const rows = await db.select().from(messages).where(isOf(key)).orderBy(asc(messages.sequence))
  return rows.map(toMessage)
}

/** The report itself. */
export async function findFirstMessage(db: Database, key: ReportKey): Promise<StoredMessage | null> {
  const [row] = await db.select().from(messages).where(isOf(key)).orderBy(asc(messages.sequence)).limit(1)
  return row ? toMessage(row) : null
}

export async function findMessage(db: Database, key: ReportKey, id: string): Promise<StoredMessage | null> {
  const [row] = await db
    .select()
    .from(messages)
    .where(and(isOf(key), eq(messages.id, id)))
  return row ? toMessage(row) : null
}

/** Puts a message after the last one. The report must be locked by this transaction. */
export async function appendMessage(
  tx: Database,
  report: StoredReport,
  message: Omit<StoredMessage, 'sequence'>,
): Promise<number> {
  const sequence = report.lastSequence + 1
  await tx.insert(messages).values({ siteId: report.site, reportId: report.report, sequence, ...message })
  await updateReport(tx, report, { lastSequence: sequence })
  return sequence
}
