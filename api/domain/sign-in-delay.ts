/** What is remembered of failed attempts at one account, known or not. */
export type SignInFailures = Readonly<{ failures: number; retryAt: Date }>

const freeFailures = 4
const longestSeconds = 60
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
): { allowed: true; after: SignInFailures } | { allowed: false; seconds: number } {
  if (before.retryAt > now) {
    return { allowed: false, seconds: Math.ceil((before.retryAt.getTime() - now.getTime()) / 1000) }
  }
  const failures = (isForgotten(before, now) ? 0 : before.failures) + 1
  return { allowed: true, after: { failures, retryAt: new Date(now.getTime() + waitAfter(failures) * 1000) } }
}

/** Seconds to wait after this many failures in a row. */
export function waitAfter(failures: number): number {
  return failures <= freeFailures ? 0 : Math.min(longestSeconds, 2 ** (failures - freeFailures))
}

const isForgotten = ({ retryAt }: SignInFailures, now: Date): boolean =>
  now.getTime() - retryAt.getTime() > forgottenAfterHours * 3_600_000
