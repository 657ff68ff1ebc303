import { eq, lt } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accountCredentials, accounts, verifications } from '../../db/schema/accounts.ts'
import { twoFactors } from '../../db/schema/second-factors.ts'

/** A code counts at three moments, a minute and a half together. */
const usedForMilliseconds = 120_000

/**
 * Takes a code once. Whoever looks over a shoulder, or catches a code on its way, cannot use it again.
 * @param codeHash - of the account with the code; the code itself is kept nowhere.
 * @returns false for one that was used just now.
 */
export async function takeCode(db: Database, codeHash: string, now: Date): Promise<boolean> {
  const expiresAt = new Date(now.getTime() + usedForMilliseconds)
  const taken = await db
    .insert(verifications)
    .values({ id: codeHash, identifier: `used-${codeHash}`, value: '', expiresAt })
    .onConflictDoUpdate({ target: verifications.id, set: { expiresAt }, setWhere: lt(verifications.expiresAt, now) })
    .returning({ id: verifications.id })
  return taken.length > 0
}

export async function hasSecondFactor(db: Database, account: string): Promise<boolean> {
  const [row] = await db.select({ isOn: accounts.twoFactorEnabled }).from(accounts).where(eq(accounts.id, account))
  return row?.isOn ?? false
}

export async function emailOf(db: Database, account: string | undefined): Promise<string | null> {
  if (account === undefined) return null
  const [row] = await db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, account))
  return row?.email ?? null
}

/** Also for somebody who lost phone and codes, and proved in another way who they are. */
export async function dropSecondFactor(tx: Database, account: string): Promise<void> {
  await tx.update(accounts).set({ twoFactorEnabled: false }).where(eq(accounts.id, account))
  await tx.delete(twoFactors).where(eq(twoFactors.userId, account))
}

/** The hash of what the browser derives from the password; null for an account without one. */
export async function passwordHashOf(db: Database, account: string): Promise<string | null> {
  const rows = await db
    .select({ provider: accountCredentials.providerId, hash: accountCredentials.password })
    .from(accountCredentials)
    .where(eq(accountCredentials.userId, account))
  return rows.find(({ provider }) => provider === 'credential')?.hash ?? null
}
