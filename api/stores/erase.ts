import { randomUUID } from 'node:crypto'
import { and, eq, inArray, like, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import {
  attachmentChunks,
  attachments,
  dossierAnnouncements,
  dossierCards,
  dossierEntries,
  dossierGrants,
  dossierLinks,
  dossierRecords,
  dossierRecusals,
  dossierReminders,
  dossierReports,
  dossiers,
  drafts,
  grants,
  mails,
  messages,
  recusals,
  reportAccess,
  reporterGrants,
  reports,
  standIns,
  sweeps,
  tombstones,
} from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Tombstone } from '../domain/retention/tombstone.ts'
import type { DossierKey } from './dossiers.ts'
import { isReport, type ReportKey } from './reports.ts'
import { sweepRounds } from './sweep.ts'

/** Everything of one dossier, which this transaction has locked: what was written, every key of it, and who read it. */
export async function eraseDossier(tx: Database, { site, dossier }: DossierKey): Promise<void> {
  const parts = [dossierReports, dossierGrants, dossierRecusals, dossierRecords, dossierEntries] as const
  for (const part of [...parts, dossierAnnouncements, dossierReminders, dossierCards])
    await tx.delete(part).where(and(eq(part.siteId, site), eq(part.dossierId, dossier)))
  const isLinked = or(eq(dossierLinks.dossierId, dossier), eq(dossierLinks.earlierId, dossier))
  await tx.delete(dossierLinks).where(and(eq(dossierLinks.siteId, site), isLinked))
  await tx
    .update(dossiers)
    .set({ joinedTo: null })
    .where(and(eq(dossiers.siteId, site), eq(dossiers.joinedTo, dossier)))
  await tx.delete(dossiers).where(and(eq(dossiers.siteId, site), eq(dossiers.id, dossier)))
}

/**
 * Everything of one report, which this transaction has locked. Of the access code nothing is left but the two hashes, so
 * that whoever has it hears what happened and does not think that they typed it wrong.
 */
export async function eraseReport(tx: Database, key: ReportKey, today: LocalDate): Promise<void> {
  const { site, report } = key
  const files = tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.siteId, site), eq(attachments.reportId, report)))
  await tx
    .delete(attachmentChunks)
    .where(and(eq(attachmentChunks.siteId, site), inArray(attachmentChunks.attachmentId, files)))
  for (const part of [attachments, messages, reporterGrants, grants, recusals, standIns] as const)
    await tx.delete(part).where(and(eq(part.siteId, site), eq(part.reportId, report)))
  await tx
    .update(reportAccess)
    .set({ reportId: null, erasedOn: today })
    .where(and(eq(reportAccess.siteId, site), eq(reportAccess.reportId, report)))
  await tx
    .update(drafts)
    .set({ reportId: null })
    .where(and(eq(drafts.siteId, site), eq(drafts.reportId, report)))
  await tx.delete(mails).where(like(mails.occasion, `urgent:${report}:%`))
  await tx.delete(reports).where(isReport(key))
}

/** Counts what was erased, and asks for the tables to be rewritten; in the transaction of the erasing. */
export async function leaveTombstone(
  tx: Database,
  site: string,
  tombstone: Tombstone,
  today: LocalDate,
): Promise<void> {
  await tx
    .insert(tombstones)
    .values({ siteId: site, ...tombstone, number: 1 })
    .onConflictDoUpdate({
      target: [tombstones.siteId, tombstones.kind, tombstones.begunIn, tombstones.way, tombstones.outcome],
      set: { number: sql`${tombstones.number} + 1` },
    })
  await askForSweep(tx, today)
}

export async function askForSweep(tx: Database, today: LocalDate): Promise<void> {
  await tx.insert(sweeps).values({ id: randomUUID(), erasedOn: today, rounds: sweepRounds })
}
