import { eq, getTableName, lte, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { type Database, rowsOf } from '../../db/connect.ts'
import {
  attachmentChunks,
  attachments,
  dossierAnnouncements,
  dossierCards,
  dossierEntries,
  dossierGrants,
  dossierRecords,
  dossiers,
  grants,
  mails,
  messages,
  reportAccess,
  reporterGrants,
  reports,
  sweeps,
} from '../../db/schema/index.ts'

/** Where something sealed, or what leads to it, can be left behind in a dead row. The keys come first. */
const swept: readonly PgTable[] = [
  ...[grants, reporterGrants, dossierGrants, dossierRecords, dossierCards],
  ...[messages, dossierEntries, dossierAnnouncements, attachmentChunks, attachments],
  ...[reportAccess, reports, dossiers, mails],
]

/** Rewriting locks a table, for as long as copying it takes. What is larger is only vacuumed. */
const mostBytes = 1024 ** 3

/**
 * The first round cannot free what somebody else's transaction still sees, such as a backup that is being made; the one
 * an hour later can.
 */
export const sweepRounds = 2

/**
 * Rewrites the tables out of which something was erased: a deleted row stays in the file until then, and a plain vacuum
 * only says that its place may be used again. Any number of processes may do it at the same time.
 *
 * @returns whether there was anything to do.
 */
export async function sweep(db: Database): Promise<boolean> {
  // What is erased while this runs has a row of its own, and its round comes.
  const due = await db.select({ id: sweeps.id, rounds: sweeps.rounds }).from(sweeps)
  if (due.length === 0) return false
  for (const table of swept) await rewrite(db, getTableName(table))
  for (const { id, rounds } of due) {
    await db
      .update(sweeps)
      .set({ rounds: rounds - 1 })
      .where(eq(sweeps.id, id))
  }
  await db.delete(sweeps).where(lte(sweeps.rounds, 0))
  return true
}

async function rewrite(db: Database, name: string): Promise<void> {
  const [row] = await rowsOf<{ bytes: string }>(
    db,
    sql`select pg_total_relation_size(${name}::regclass)::text as bytes`,
  )
  const isSmall = Number(row?.bytes ?? 0) < mostBytes
  const table = sql.identifier(name)
  if (isSmall) {
    const isDone = await db.execute(sql`vacuum (full) ${table}`).then(
      () => true,
      // The time that a statement may take is over: then as a large table.
      () => false,
    )
    if (isDone) return
  }
  await db.execute(sql`vacuum ${table}`)
}
