import type { ClockTime } from './moments.ts'

/** What is mailed to staff. None says who wrote, to whom or about what. */
export const mailKinds = ['invitation', 'news', 'urgent', 'reminder', 'task'] as const
export type MailKind = (typeof mailKinds)[number]

/** When news leaves on a school day. Only then: a mail at any other moment would say when a report came. */
export const newsTimes = ['07:30', '12:30', '16:00'] as const satisfies readonly ClockTime[]

/** The last of the fixed times that is past, by the clock in the Netherlands; null before the first one. */
export const lastNewsTime = (clock: ClockTime): ClockTime | null => newsTimes.findLast((time) => time <= clock) ?? null

/** Why a mail did not leave, as far as the administrator can do something about it. */
export const mailTroubles = ['address', 'login', 'unreachable', 'security', 'refused', 'busy'] as const
export type MailTrouble = (typeof mailTroubles)[number]

/** Trouble of the mail server itself: the next mail would meet it as well. */
export const isOfServer = (trouble: MailTrouble): boolean =>
  trouble === 'login' || trouble === 'unreachable' || trouble === 'security'

/** What a failure of the mail library comes to: its own `code`, and the `responseCode` and `command` of SMTP. */
export function mailTrouble(failure: unknown): MailTrouble {
  const { code, responseCode, command }: Readonly<Record<string, unknown>> =
    typeof failure === 'object' && failure !== null ? { ...failure } : {}
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') return 'login'
  if (code === 'ETLS' || code === 'EREQUIRETLS') return 'security'
  const answer = typeof responseCode === 'number' ? responseCode : 0
  if (answer >= 500) return command === 'RCPT TO' ? 'address' : 'refused'
  if (answer >= 400) return 'busy'
  return code === 'EENVELOPE' ? 'address' : 'unreachable'
}

const minute = 60_000
/** After the first failure, the second, and so on; the last one repeats. */
const pauses = [5, 15, 60, 240, 480].map((minutes) => minutes * minute)
export const longestPause = Math.max(...pauses) + 15 * minute

/** After so many failures only an administrator tries again: a week of trouble is no longer news. */
export const mostAttempts = 25

/**
 * When a mail is tried again. Rounded up to a quarter of an hour, because it waits in the database, and an urgent mail
 * is first tried at the moment its report came.
 */
export const retryAt = (now: Date, attempts: number): Date =>
  roundedUp(now.getTime() + (pauses[Math.min(attempts, pauses.length) - 1] ?? 0), 15 * minute)

/** Until when one process has a mail in hand: longer than sending can take, and rounded for the same reason. */
export const claimedUntil = (now: Date): Date => roundedUp(now.getTime() + 3 * minute, 5 * minute)

const roundedUp = (time: number, step: number): Date => new Date(Math.ceil(time / step) * step)
