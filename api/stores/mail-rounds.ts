import type { Database } from '../../db/connect.ts'
import { mailRounds, sites } from '../../db/schema/index.ts'
import { isSchoolDay, type SchoolCalendar } from '../domain/calendar.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { accountsForUrgent, accountsWithNews, reminderDue } from '../domain/mail-readers.ts'
import { type ClockTime, momentInTheNetherlands, startOfDay } from '../domain/moments.ts'
import type { SchoolProtocol } from '../domain/protocol/numbers.ts'
import { termsOf } from '../domain/site-terms.ts'
import { remindOfDossiers } from './dossier-mails.ts'
import { queueErasureMails } from './erasure-mails.ts'
import { queueMail } from './mails.ts'
import { queuePlanMails } from './plan-mails.ts'
import type { ReportKey } from './reports.ts'
import { calendarsOf } from './sites.ts'
import { queueTaskMails } from './task-mails.ts'
import { transact } from './transact.ts'
import { listMailReaders, listWaiting, markMailed } from './waiting.ts'

export type Round = Readonly<{ day: LocalDate; time: ClockTime }>

/** What a school says of terms: within how many school days it answers, and those of its protocol. */
export type SchoolTerms = Readonly<{ answerWithinSchoolDays: number; protocol: SchoolProtocol }>

/** A site at which it is a school day. */
type OpenSite = Readonly<{ term: number; calendar: SchoolCalendar }>

/**
 * Queues what leaves at one of the fixed times: one mail for everybody with something new, reminders, tasks with keys,
 * what the yearly plan asks, terms in dossiers, and what will be erased. Whoever writes the round down first does it, whole or not at all; for
 * everybody after that it is done.
 */
export async function seeToRound(db: Database, { day, time }: Round, school: SchoolTerms): Promise<void> {
  await transact(db, async (tx) => {
    const [isMine] = await tx.insert(mailRounds).values({ day, time }).onConflictDoNothing().returning()
    if (!isMine) return
    const open = await openSites(tx, day, school.answerWithinSchoolDays)
    const staff = await listMailReaders(tx, day)
    const dueAt = momentInTheNetherlands(day, time)
    const withNews = new Set<string>()
    for (const report of await listWaiting(tx, day)) {
      const site = open.get(report.site)
      if (!site) continue
      const accounts = accountsWithNews(report, staff)
      for (const account of accounts) withNews.add(account)
      if (accounts.length > 0) await markMailed(tx, report, { mailedSequence: report.lastSequence })
      const reminder = reminderDue(report, staff, { ...site, today: day })
      if (!reminder) continue
      await markMailed(tx, report, { reminders: reminder.mark })
      for (const account of reminder.accounts)
        await queueMail(tx, { kind: 'reminder', account, occasion: `reminder:${account}:${day}`, dueAt })
    }
    for (const account of withNews)
      await queueMail(tx, { kind: 'news', account, occasion: `news:${account}:${day} ${time}`, dueAt })
    const ofKeys = await queueTaskMails(tx, open.keys(), { day, dueAt })
    const ofPlan = await queuePlanMails(tx, open, staff, { day, dueAt })
    const now = { today: day, hour: Number(time.slice(0, 2)) }
    const ofDossiers = await remindOfDossiers(tx, open, { ...now, staff, school: school.protocol })
    // That there is something to do is said once: a second mail in the same words would say nothing more.
    const told = [...ofKeys, ...ofPlan]
    const isUntold = (account: string) => !told.includes(account)
    const except = [...told, ...ofDossiers]
    await queueErasureMails(tx, open.keys(), staff, { day, dueAt, except })
    for (const account of ofDossiers.filter(isUntold))
      await queueMail(tx, { kind: 'task', account, occasion: `dossiers:${account}:${day} ${time}`, dueAt })
  })
}

/** Where it is a school day, with its term and calendar. */
export async function openSites(
  db: Database,
  day: LocalDate,
  schoolTerm: number,
): Promise<ReadonlyMap<string, OpenSite>> {
  const rows = await db
    .select({ id: sites.id, answerWithin: sites.answerWithin, remindAfter: sites.remindAfter })
    .from(sites)
  const calendars = await calendarsOf(
    db,
    rows.map(({ id }) => id),
  )
  const open = new Map<string, OpenSite>()
  for (const { id, ...own } of rows) {
    const calendar = calendars.get(id) ?? []
    if (isSchoolDay(day, calendar)) open.set(id, { term: termsOf(own, schoolTerm).remindAfter, calendar })
  }
  return open
}

/** An urgent report is mailed at once, to those it is addressed to and to nobody else. */
export async function queueUrgentMails(tx: Database, key: ReportKey, today: LocalDate): Promise<void> {
  const staff = await listMailReaders(tx, today)
  for (const report of await listWaiting(tx, today, key))
    for (const account of accountsForUrgent(report, staff))
      await queueMail(tx, {
        ...{ kind: 'urgent', account, occasion: `urgent:${key.report}:${account}` },
        dueAt: startOfDay(today),
      })
}
