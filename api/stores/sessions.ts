import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accountSessions } from '../../db/schema/accounts.ts'

/** The sessions of one account that still count, newest first. */
export const listSessions = (db: Database, account: string, now: Date) =>
  db
    .select({ id: accountSessions.id, since: accountSessions.createdAt })
    .from(accountSessions)
    .where(and(eq(accountSessions.userId, account), gt(accountSessions.expiresAt, now)))
    .orderBy(desc(accountSessions.createdAt), desc(accountSessions.id))

/** Only ever one of the account's own. */
export async function endSession(db: Database, account: string, id: string): Promise<void> {
  await db.delete(accountSessions).where(and(eq(accountSessions.userId, account), eq(accountSessions.id, id)))
}

export async function endAllSessions(db: Database, account: string): Promise<void> {
  await db.delete(accountSessions).where(eq(accountSessions.userId, account))
}

/** All but the one at work. */
export async function endOtherSessions(db: Database, account: string, own: string): Promise<void> {
  await db.delete(accountSessions).where(and(eq(accountSessions.userId, account), ne(accountSessions.id, own)))
}
