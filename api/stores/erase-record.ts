import { and, eq, like } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossierCards, dossierEntries, dossierRecords, dossierReminders } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { recordTombstone } from '../domain/retention/tombstone.ts'
import type { StoredDossier } from './dossiers.ts'
import { leaveTombstone } from './erase.ts'

/**
 * What is kept about one person in a dossier, which this transaction has locked: the words, every key of the record, and
 * the cards it is found by. The plain facts stay, by which the dossier stands where it stood.
 */
export async function eraseRecord(
  tx: Database,
  { site, dossier, openedOn }: StoredDossier,
  record: string,
  today: LocalDate,
): Promise<void> {
  await tx
    .update(dossierEntries)
    .set({ sealed: null })
    .where(
      and(
        ...[eq(dossierEntries.siteId, site), eq(dossierEntries.dossierId, dossier)],
        eq(dossierEntries.recordId, record),
      ),
    )
  await tx
    .delete(dossierRecords)
    .where(
      and(...[eq(dossierRecords.siteId, site), eq(dossierRecords.dossierId, dossier)], eq(dossierRecords.id, record)),
    )
  await tx
    .delete(dossierCards)
    .where(
      and(...[eq(dossierCards.siteId, site), eq(dossierCards.dossierId, dossier)], eq(dossierCards.recordId, record)),
    )
  await tx
    .delete(dossierReminders)
    .where(
      and(
        ...[eq(dossierReminders.siteId, site), eq(dossierReminders.dossierId, dossier)],
        like(dossierReminders.about, `% ${record}`),
      ),
    )
  await leaveTombstone(tx, site, recordTombstone(openedOn), today)
}
