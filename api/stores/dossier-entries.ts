import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossierAnnouncements, dossierEntries } from '../../db/schema/index.ts'
import type { DossierEntry } from '../domain/dossier/entry.ts'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import { type DossierKey, type StoredDossier, updateDossier } from './dossiers.ts'

/** An entry as it is kept: its plain facts, and beside them what was written, sealed; null once that was erased. */
export type StoredEntry = DossierEntry & Readonly<{ sequence: number; epoch: number; sealed: Uint8Array | null }>

/** Who reads from here on, in its place between the entries. */
export type Announcement = Readonly<{ sequence: number; id: string; epoch: number; by: string; sealed: Uint8Array }>

const isOf = ({ site, dossier }: DossierKey) =>
  and(eq(dossierEntries.siteId, site), eq(dossierEntries.dossierId, dossier))
const isAnnouncementOf = ({ site, dossier }: DossierKey) =>
  and(eq(dossierAnnouncements.siteId, site), eq(dossierAnnouncements.dossierId, dossier))

const dayOrNull = (day: string | null): LocalDate | null => (day === null ? null : localDate(day))

/** The plain facts alone. */
export const toEntry = (row: Omit<typeof dossierEntries.$inferSelect, 'sealed'>): DossierEntry => ({
  id: row.id,
  kind: row.kind,
  code: row.code,
  record: row.recordId,
  happenedOn: localDate(row.happenedOn),
  hour: row.hour,
  recordedOn: localDate(row.recordedOn),
  by: row.byStaffId,
  refersTo: row.refersTo,
  dueOn: dayOrNull(row.dueOn),
  isOverride: row.isOverride,
})

const toStored = (row: typeof dossierEntries.$inferSelect): StoredEntry => ({
  ...toEntry(row),
  ...{ sequence: row.sequence, epoch: row.epoch, sealed: row.sealed },
})

export async function listEntries(db: Database, key: DossierKey): Promise<readonly StoredEntry[]> {
  const rows = await db.select().from(dossierEntries).where(isOf(key)).orderBy(asc(dossierEntries.sequence))
  return rows.map(toStored)
}

export async function findEntry(db: Database, key: DossierKey, id: string): Promise<StoredEntry | null> {
  const [row] = await db
    .select()
    .from(dossierEntries)
    .where(and(isOf(key), eq(dossierEntries.id, id)))
  return row ? toStored(row) : null
}

export async function listAnnouncements(db: Database, key: DossierKey): Promise<readonly Announcement[]> {
  const rows = await db
    .select()
    .from(dossierAnnouncements)
    .where(isAnnouncementOf(key))
    .orderBy(asc(dossierAnnouncements.sequence))
  return rows.map(toAnnouncement)
}

export async function findAnnouncement(db: Database, key: DossierKey, id: string): Promise<Announcement | null> {
  const [row] = await db
    .select()
    .from(dossierAnnouncements)
    .where(and(isAnnouncementOf(key), eq(dossierAnnouncements.id, id)))
  return row ? toAnnouncement(row) : null
}

const toAnnouncement = ({ sequence, id, epoch, byStaffId: by, sealed }: typeof dossierAnnouncements.$inferSelect) => ({
  ...{ sequence, id, epoch, by, sealed },
})

/** Puts an entry after the last thing in the dossier, which must be locked by this transaction. */
export async function appendEntry(
  tx: Database,
  dossier: StoredDossier,
  { record, by, ...facts }: DossierEntry,
  sealed: Uint8Array,
): Promise<number> {
  const sequence = dossier.lastSequence + 1
  const { site: siteId, dossier: dossierId, epoch } = dossier
  await tx
    .insert(dossierEntries)
    .values({ siteId, dossierId, sequence, epoch, ...facts, recordId: record, byStaffId: by, sealed })
  await updateDossier(tx, dossier, { lastSequence: sequence })
  return sequence
}

/** As for an entry. */
export async function appendAnnouncement(
  tx: Database,
  dossier: StoredDossier,
  { id, by, sealed }: Pick<Announcement, 'id' | 'by' | 'sealed'>,
): Promise<number> {
  const sequence = dossier.lastSequence + 1
  const { site: siteId, dossier: dossierId, epoch } = dossier
  await tx.insert(dossierAnnouncements).values({ siteId, dossierId, sequence, id, epoch, byStaffId: by, sealed })
  await updateDossier(tx, dossier, { lastSequence: sequence })
  return sequence
}
