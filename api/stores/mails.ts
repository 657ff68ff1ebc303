import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { type Database, rowsOf } from '../../db/connect.ts'
import { accounts, mailRounds, mails } from '../../db/schema/index.ts'
import { addDays, dayInTheNetherlands, type LocalDate } from '../domain/local-date.ts'
import {
  claimedUntil,
  longestPause,
  type MailKind,
  type MailTrouble,
  mailTroubles,
  mostAttempts,
  retryAt,
} from '../domain/mail.ts'
import { startOfDay } from '../domain/moments.ts'
import { transact } from './transact.ts'

export type NewMail = Readonly<{
  kind: MailKind
  account: string
  /**
   * What it is about, in the same words whoever asks: `invitation:<hash of the token>`, `news:<account>:<day> 07:30`.
   * A second mail for one occasion is the first one.
   */
  occasion: string
  /** Not before this. For an urgent mail the first moment of the day, so that nothing says when a report came. */
  dueAt: Date
  /** The one-time token of an invitation. */
  token?: string | undefined
}>

/** Puts a mail in the queue, in the transaction of what it tells about. A job sends it. @returns false if it was there. */
export async function queueMail(tx: Database, { kind, account, occasion, dueAt, token }: NewMail): Promise<boolean> {
  const added = await tx
    .insert(mails)
    .values({ id: randomUUID(), kind, accountId: account, occasion, dueAt, token: token ?? null })
    .onConflictDoNothing({ target: mails.occasion })
    .returning({ id: mails.id })
  return added.length > 0
}

export type ClaimedMail = Readonly<{
  id: string
  kind: MailKind
  address: string
  token: string | null
  /** How often it was tried, this time included. */
  attempts: number
}>

/**
 * Takes the oldest mail that is due and in nobody's hand, for a few minutes; null when there is none. Those minutes go
 * by the database's clock, the one that all processes have in common, and a claim that lies further ahead than any can
 * be was made by a clock that was wrong.
 */
export async function claimMail(db: Database, now: Date): Promise<ClaimedMail | null> {
  return transact(db, async (tx) => {
    const common = await commonClock(tx)
    const isFree = or(
      isNull(mails.claimedUntil),
      lte(mails.claimedUntil, common),
      gt(mails.claimedUntil, new Date(common.getTime() + longestPause)),
    )
    const [mail] = await tx
      .select({ id: mails.id, kind: mails.kind, token: mails.token, attempts: mails.attempts, address: accounts.email })
      .from(mails)
      .innerJoin(accounts, eq(accounts.id, mails.accountId))
      .where(
        and(
          ...[isNull(mails.sentOn), lte(mails.dueAt, now), lt(mails.attempts, mostAttempts), isFree],
          isNull(accounts.blockedAt),
        ),
      )
      .orderBy(asc(mails.dueAt), asc(mails.id))
      .limit(1)
      .for('update', { of: mails, skipLocked: true })
    if (!mail) return null
    const attempts = mail.attempts + 1
    await tx
      .update(mails)
      .set({ attempts, claimedUntil: claimedUntil(common) })
      .where(eq(mails.id, mail.id))
    return { ...mail, attempts }
  })
}

/** Leaves nothing of a mail that was sent but that it was, and on which day. */
export async function markMailSent(db: Database, { id }: ClaimedMail, today: LocalDate): Promise<void> {
  await db.update(mails).set({ sentOn: today, claimedUntil: null, token: null, trouble: null }).where(eq(mails.id, id))
}

export async function markMailTrouble(db: Database, mail: ClaimedMail, trouble: MailTrouble): Promise<void> {
  const next = retryAt(await commonClock(db), mail.attempts)
  await db.update(mails).set({ trouble, claimedUntil: next }).where(eq(mails.id, mail.id))
}

/** What the administrator sees: mail that was refused and still waits. */
export async function listMailTrouble(db: Database) {
  const rows = await db
    .select({ id: mails.id, address: accounts.email, dueAt: mails.dueAt, trouble: mails.trouble })
    .from(mails)
    .innerJoin(accounts, eq(accounts.id, mails.accountId))
    .where(and(isNull(mails.sentOn), isNotNull(mails.trouble), isNull(accounts.blockedAt)))
    .orderBy(asc(mails.dueAt), asc(accounts.email))
    .limit(200)
  return rows.map(({ dueAt, trouble, ...mail }) => ({
    ...mail,
    since: dayInTheNetherlands(dueAt),
    trouble: mailTroubles.find((known) => known === trouble) ?? 'refused',
  }))
}

/** Tries a mail again at once, as if it had never been refused. @returns false when there is no such mail. */
export async function retryMail(db: Database, id: string): Promise<boolean> {
  const retried = await db
    .update(mails)
    .set({ attempts: 0, claimedUntil: null })
    .where(and(eq(mails.id, id), isNull(mails.sentOn), isNotNull(mails.trouble)))
    .returning({ id: mails.id })
  return retried.length > 0
}

const keptDays = { sent: 60, unsent: 14, rounds: 7 }

/** Erases mail that was sent long ago, and what no longer is news. */
export async function forgetMails(db: Database, today: LocalDate): Promise<void> {
  await db.delete(mails).where(lt(mails.sentOn, addDays(today, -keptDays.sent)))
  const old = startOfDay(addDays(today, -keptDays.unsent))
  await db.delete(mails).where(and(isNull(mails.sentOn), lt(mails.dueAt, old)))
  await db.delete(mailRounds).where(lt(mailRounds.day, addDays(today, -keptDays.rounds)))
}

async function commonClock(db: Database): Promise<Date> {
  const [row] = await rowsOf<{ now: string }>(db, sql`select now()::text as now`)
  if (!row) throw new Error('a database without a clock')
  return new Date(row.now)
}
