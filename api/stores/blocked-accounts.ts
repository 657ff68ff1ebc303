import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accountSessions, accounts } from '../../db/schema/accounts.ts'
import { staff } from '../../db/schema/staff.ts'
import { writeAudit } from './audit.ts'
import { transact } from './transact.ts'

type Blocking = Readonly<{ site: string; holder: string; by: string; isBlocked: boolean; at: Date }>

/** Blocks the account of somebody who works at a site, or lets it in again. Blocking ends every session it has. */
export const setBlocked = (db: Database, { site, holder, by, isBlocked, at }: Blocking) =>
  transact(db, async (tx): Promise<'done' | 'staff-unknown' | 'own-account'> => {
    const [person] = await tx
      .select({ account: staff.accountId, blockedAt: accounts.blockedAt })
      .from(staff)
      .innerJoin(accounts, eq(accounts.id, staff.accountId))
      .where(and(eq(staff.siteId, site), eq(staff.id, holder)))
      .for('update', { of: accounts })
    if (!person) return 'staff-unknown'
    if (person.account === by) return 'own-account'
    if ((person.blockedAt !== null) === isBlocked) return 'done'
    await tx
      .update(accounts)
      .set({ blockedAt: isBlocked ? at : null })
      .where(eq(accounts.id, person.account))
    if (isBlocked) await tx.delete(accountSessions).where(eq(accountSessions.userId, person.account))
    const action = isBlocked ? 'blocked' : 'unblocked'
    await writeAudit(tx, { site, account: by, action, subject: 'account', subjectId: person.account }, at)
    return 'done'
  })

export async function mayStillSignIn(db: Database, account: string): Promise<boolean> {
  const rows = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, account), isNull(accounts.blockedAt)))
  return rows.length > 0
}
