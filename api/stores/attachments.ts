import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { attachmentChunks, attachments } from '../../db/schema/index.ts'
import type { AttachmentClaim } from '../domain/submission.ts'
import type { ReportKey } from './reports.ts'

const isOf = ({ site, report }: ReportKey) => and(eq(attachments.siteId, site), eq(attachments.reportId, report))

export const listAttachments = (db: Database, key: ReportKey): Promise<AttachmentClaim[]> =>
  db
    .select({ id: attachments.id, chunks: attachments.chunks })
    .from(attachments)
    .where(isOf(key))
    .orderBy(asc(attachments.id))

/** From now on the chunks belong to the report, and no longer to the draft they were sent under. */
export async function attach(
  tx: Database,
  key: ReportKey,
  tokenHash: string,
  claims: readonly AttachmentClaim[],
): Promise<void> {
  if (claims.length === 0) return
  const { site, report } = key
  await tx.insert(attachments).values(claims.map(({ id, chunks }) => ({ siteId: site, reportId: report, id, chunks })))
  const ids = claims.map(({ id }) => id)
  await tx
    .update(attachmentChunks)
    .set({ draftHash: null })
    .where(
      and(
        eq(attachmentChunks.siteId, site),
        inArray(attachmentChunks.attachmentId, ids),
        eq(attachmentChunks.draftHash, tokenHash),
      ),
    )
}

/** One sealed chunk of an attachment of this report, or null. */
export async function findChunk(
  db: Database,
  key: ReportKey,
  attachment: string,
  index: number,
): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ sealed: attachmentChunks.sealed })
    .from(attachments)
    .innerJoin(
      attachmentChunks,
      and(eq(attachmentChunks.siteId, attachments.siteId), eq(attachmentChunks.attachmentId, attachments.id)),
    )
    .where(and(isOf(key), eq(attachments.id, attachment), eq(attachmentChunks.index, index)))
  return row?.sealed ?? null
}
