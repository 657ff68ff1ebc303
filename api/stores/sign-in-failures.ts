import { eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { signInFailures } from '../../db/schema/index.ts'
import type { SignInFailures } from '../domain/sign-in-delay.ts'

/** Waits for another attempt at the same account that is under way; the first attempt makes the row to wait at. */
export async function lockFailures(tx: Database, emailHash: string): Promise<SignInFailures> {
  const none = { failures: 0, retryAt: new Date(0) }
  await tx
    .insert(signInFailures)
    .values({ emailHash, ...none })
    .onConflictDoNothing()
  const [row] = await tx.select().from(signInFailures).where(eq(signInFailures.emailHash, emailHash)).for('update')
  return row ? { failures: row.failures, retryAt: row.retryAt } : none
}

export async function saveFailures(tx: Database, emailHash: string, failures: SignInFailures): Promise<void> {
  await tx.update(signInFailures).set(failures).where(eq(signInFailures.emailHash, emailHash))
}

export async function forgetFailures(db: Database, emailHash: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.emailHash, emailHash))
}
