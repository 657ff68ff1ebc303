import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossierReminders, dossiers } from '../../db/schema/index.ts'
import type { DossierEntry } from '../domain/dossier/entry.ts'
import type { ReminderMark } from '../domain/dossier/reminder-mark.ts'
import { listFacts } from './dossier-list.ts'
import { type DossierKey, type StoredDossier, toDossier } from './dossiers.ts'
import { loadOwnedDossiers } from './owned-dossiers.ts'

/** An open dossier as far as its terms and its readers are concerned: no words, and no key. */
export type WatchedDossier = StoredDossier &
  Readonly<{ entries: readonly DossierEntry[]; holders: readonly string[]; recused: readonly string[] }>

/** The open dossiers of a site. */
export async function listWatchedDossiers(db: Database, site: string): Promise<readonly WatchedDossier[]> {
  const rows = await db
    .select()
    .from(dossiers)
    .where(and(eq(dossiers.siteId, site), eq(dossiers.isOpen, true)))
    .orderBy(asc(dossiers.id))
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [entries, owned] = await Promise.all([listFacts(db, site, ids), loadOwnedDossiers(db, site, undefined)])
  const ownedById = new Map(owned.map((one) => [one.report, one]))
  return rows.map((row) => {
    const { holders = [], recused = [] } = ownedById.get(row.id) ?? {}
    return { ...toDossier(row), entries: entries.get(row.id) ?? [], holders, recused }
  })
}

/** Writes down who is told what. @returns those who were not told before, whichever process told them. */
export async function markReminded(
  tx: Database,
  { site, dossier }: DossierKey,
  marks: readonly ReminderMark[],
): Promise<readonly string[]> {
  if (marks.length === 0) return []
  const rows = marks.map(({ holder, ...mark }) => ({ siteId: site, dossierId: dossier, ...mark, staffId: holder }))
  const added = await tx
    .insert(dossierReminders)
    .values(rows)
    .onConflictDoNothing()
    .returning({ holder: dossierReminders.staffId })
  return [...new Set(added.map(({ holder }) => holder))]
}

/** A dossier that is closed has no terms. Opened again, what is late in it is told again. */
export async function forgetReminders(db: Database): Promise<void> {
  const closed = db.select({ id: dossiers.id }).from(dossiers).where(eq(dossiers.isOpen, false))
  await db.delete(dossierReminders).where(inArray(dossierReminders.dossierId, closed))
}
