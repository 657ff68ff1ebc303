/** What is remembered of failed attempts at one account, known or not. */
export type SignInFailures = Readonly<{ failures: number; retryAt: Date }>

/**
 * Seconds. A code has six digits and stands still for half a minute, so it could be guessed sooner than a password: with
 * five minutes between attempts, somebody who has the password needs years.
 */
export const longestWait = { 'sign-in': 60, 'second-factor': 300, recovery: 60 } as const

const freeFailures = 4
const forgottenAfterHours = 12

/**
 * The attempt that may be made now, or how long to wait. An attempt counts as failed until it succeeds, so that a
 * thousand guesses at the same moment are not each the first.
 *
 * The wait grows from 2 seconds after the fifth failure to one minute, and no further: that leaves a guesser some 1,440
 * attempts a day against a password stretched over 64 MiB, while somebody who keeps an account busy on purpose keeps
 * its owner waiting a minute, not a day.
 */
export function attempt(
  before: SignInFailures,
  now: Date,
  longest: number = longestWait['sign-in'],
): { allowed: true; after: SignInFailures } | { allowed: false; seconds: number } {
  if (before.retryAt > now) {
    return { allowed: false, seconds: Math.ceil((before.retryAt.getTime() - now.getTime()) / 1000) }
  }
  const failures = (isForgotten(before, now) ? 0 : before.failures) + 1
  return { allowed: true, after: { failures, retryAt: new Date(now.getTime() + waitAfter(failures, longest) * 1000) } }
}

/** Seconds to wait after this many failures in a row. */
export function waitAfter(failures: number, longest: number = longestWait['sign-in']): number {
  return failures <= freeFailures ? 0 : Math.min(longest, 2 ** (failures - freeFailures))
}

const isForgotten = ({ retryAt }: SignInFailures, now: Date): boolean =>
  now.getTime() - retryAt.getTime() > forgottenAfterHours * 3_600_000
