import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { attempt, longestWait } from '../domain/sign-in-delay.ts'
import { keyedHash } from '../stores/hashes.ts'
import { forgetFailures, lockFailures, saveFailures } from '../stores/sign-in-failures.ts'
import { transact } from '../stores/transact.ts'
import { refusalStatus } from './refusals.ts'

/**
 * Passwords are counted by address, known or not. Codes of the second factor are counted by account and apart from
 * them: only somebody with the password comes that far, so nobody else can keep the owner waiting there.
 */
export type Guessed = keyof typeof longestWait

export type Attempt =
  | Readonly<{ allowed: true; succeeded(): Promise<void> }>
  | Readonly<{ allowed: false; seconds: number }>

/** Counts an attempt as failed, before it is known what comes of it; `succeeded` forgets it and those before. */
export async function countAttempt(
  { db, clock, instance }: Pick<Deps, 'db' | 'clock' | 'instance'>,
  guessed: Guessed,
  who: string,
): Promise<Attempt> {
  const hash = keyedHash(instance.secret, guessed, who)
  const tried = await transact(db, async (tx) => {
    const outcome = attempt(await lockFailures(tx, hash), clock.now(), longestWait[guessed])
    if (outcome.allowed) await saveFailures(tx, hash, outcome.after)
    return outcome
  })
  return tried.allowed ? { allowed: true, succeeded: () => forgetFailures(db, hash) } : tried
}

export function refuseForNow(c: Context, seconds: number) {
  c.header('retry-after', String(seconds))
  return c.json({ refusal: 'sign-in-later', seconds } as const, refusalStatus['sign-in-later'])
}
