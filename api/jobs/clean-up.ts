import { inArray, lt } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accountSessions, verifications } from '../../db/schema/accounts.ts'
import { attachmentChunks, drafts, spentSolutions } from '../../db/schema/attachments.ts'
import { reportAccess } from '../../db/schema/reports.ts'
import { signInFailures } from '../../db/schema/staff.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { forgetReminders } from '../stores/dossier-reminders.ts'
import { forgetMails } from '../stores/mails.ts'

const keptDays = 2

/** For so long an access code says that its report was erased. */
const toldDays = 366

/**
 * Erases drafts older than two days with the chunks that were never sent, the solutions that can no longer be used
 * again, sessions, half-way sign-ins, used codes and failed attempts that no longer count, mail that is long past, who was told of
 * terms in a dossier that is closed, and the access codes of what was erased long ago.
 * Any number of processes may do it at the same time: a draft that another one, or somebody who is sending it just now,
 * has in hand is left for tomorrow.
 */
export async function cleanUp(db: Database, today: LocalDate): Promise<void> {
  const before = addDays(today, -keptDays)
  await db.transaction(async (tx) => {
    const old = tx
      .select({ hash: drafts.tokenHash })
      .from(drafts)
      .where(lt(drafts.openedOn, before))
      .for('update', { skipLocked: true })
    const hashes = (await old).map(({ hash }) => hash)
    if (hashes.length === 0) return
    await tx.delete(attachmentChunks).where(inArray(attachmentChunks.draftHash, hashes))
    await tx.delete(drafts).where(inArray(drafts.tokenHash, hashes))
  })
  await db.delete(spentSolutions).where(lt(spentSolutions.spentOn, before))
  const moment = new Date(`${before}T00:00:00Z`)
  await db.delete(accountSessions).where(lt(accountSessions.expiresAt, moment))
  await db.delete(verifications).where(lt(verifications.expiresAt, moment))
  await db.delete(signInFailures).where(lt(signInFailures.retryAt, moment))
  await db.delete(reportAccess).where(lt(reportAccess.erasedOn, addDays(today, -toldDays)))
  await forgetMails(db, today)
  await forgetReminders(db)
}
