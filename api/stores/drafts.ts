import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { attachmentChunks, drafts, spentSolutions } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Uploaded } from '../domain/submission.ts'

/** A place for encrypted chunks of a report or message that is not sent yet. */
export type Draft = Readonly<{ tokenHash: string; site: string; report: string | null }>

/** False when this solution was used before; each counts once. */
export async function spendSolution(db: Database, solutionHash: string, today: LocalDate): Promise<boolean> {
  const spent = await db
    .insert(spentSolutions)
    .values({ solutionHash, spentOn: today })
    .onConflictDoNothing()
    .returning({ solutionHash: spentSolutions.solutionHash })
  return spent.length === 1
}

export async function openDraft(
  db: Database,
  draft: { tokenHash: string; site: string; today: LocalDate },
): Promise<void> {
  await db.insert(drafts).values({ tokenHash: draft.tokenHash, siteId: draft.site, openedOn: draft.today })
}

/** Waits for whoever else is busy with this draft, so that a late chunk cannot slip past the count at submission. */
export async function lockDraft(tx: Database, tokenHash: string): Promise<Draft | null> {
  const [row] = await tx.select().from(drafts).where(eq(drafts.tokenHash, tokenHash)).for('update')
  return row ? { tokenHash: row.tokenHash, site: row.siteId, report: row.reportId } : null
}

export async function markSent(tx: Database, tokenHash: string, report: string): Promise<void> {
  await tx.update(drafts).set({ reportId: report }).where(eq(drafts.tokenHash, tokenHash))
}

/** The chunk numbers that lie ready under a draft, per attachment. */
export async function uploadedChunks(tx: Database, tokenHash: string): Promise<Uploaded> {
  const rows = await tx
    .select({ attachment: attachmentChunks.attachmentId, index: attachmentChunks.index })
    .from(attachmentChunks)
    .where(eq(attachmentChunks.draftHash, tokenHash))
  const uploaded = new Map<string, number[]>()
  for (const { attachment, index } of rows) uploaded.set(attachment, [...(uploaded.get(attachment) ?? []), index])
  return uploaded
}

/**
 * Stores one chunk, or puts it in the place of the one sent before under the same number. False when that place belongs
 * to another draft or to something already sent.
 */
export async function putChunk(
  tx: Database,
  draft: Draft,
  chunk: { attachment: string; index: number; sealed: Uint8Array },
): Promise<boolean> {
  const stored = await tx
    .insert(attachmentChunks)
    .values({
      siteId: draft.site,
      attachmentId: chunk.attachment,
      index: chunk.index,
      draftHash: draft.tokenHash,
      sealed: chunk.sealed,
    })
    .onConflictDoUpdate({
      target: [attachmentChunks.siteId, attachmentChunks.attachmentId, attachmentChunks.index],
      set: { sealed: chunk.sealed },
      setWhere: eq(attachmentChunks.draftHash, draft.tokenHash),
    })
    .returning({ index: attachmentChunks.index })
  return stored.length === 1
}

export async function dropAttachment(tx: Database, draft: Draft, attachment: string): Promise<void> {
  await tx
    .delete(attachmentChunks)
    .where(
      and(
        eq(attachmentChunks.siteId, draft.site),
        eq(attachmentChunks.attachmentId, attachment),
        eq(attachmentChunks.draftHash, draft.tokenHash),
      ),
    )
}
