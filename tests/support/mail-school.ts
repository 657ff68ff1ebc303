import { asc, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest'
import { doMail } from '../../api/jobs/mail-job.ts'
import { makeMailer } from '../../api/jobs/mailer.ts'
import { accounts, mails } from '../../db/schema/index.ts'
import { house } from './mail-process.ts'
import { type MailSink, readMail, startMailSink } from './mail-sink.ts'
import { mailOf, openSchool, ordinaryDay, type School } from './school.ts'

export type MailSchool = Readonly<{
  school(): School
  sink(): MailSink
  /** One round of mail. */
  work(): Promise<void>
  /** One round, and who got what since the last look. */
  sent(): Promise<readonly string[]>
  stored(): Promise<readonly (typeof mails.$inferSelect)[]>
  /** As if every pause were over. */
  waitOut(): Promise<void>
}>

/** A school that mails, for the tests of one file. Each begins on the same day, when nothing was told yet. */
export function useMailSchool(): MailSchool {
  let school: School
  let sink: MailSink
  let seen = 0
  beforeAll(async () => {
    school = await openSchool({ deps: { isMailSent: true } })
  })
  afterAll(() => school.close())
  beforeEach(async () => {
    seen = 0
    sink = await startMailSink()
    const { close } = sink
    onTestFinished(() => close())
    school.standOn(ordinaryDay)
    await school.deps.db.execute(sql`truncate mails, mail_rounds, reports, dossiers, absences cascade`)
    await school.deps.db.update(accounts).set({ blockedAt: null })
  })

  const work = () => doMail({ ...school.deps, house, send: makeMailer(sink.url) })
  const sent = async () => {
    await work()
    const fresh = sink.mails.slice(seen)
    seen = sink.mails.length
    return fresh.map((mail) => `${mail.to}: ${readMail(mail).header('Subject')}`).sort()
  }
  const stored = () => school.deps.db.select().from(mails).orderBy(asc(mails.dueAt), asc(mails.id))
  const waitOut = async () => void (await school.deps.db.update(mails).set({ claimedUntil: null }))
  return { school: () => school, sink: () => sink, work, sent, stored, waitOut }
}

const asSent = (subject: string, who: readonly string[]) => who.map((one) => `${mailOf(one)}: ${subject}`).sort()
export const news = (...who: string[]) => asSent('Er is iets nieuws in Vijfspoor', who)
export const reminders = (...who: string[]) => asSent('Er wacht nog iets in Vijfspoor', who)
export const toDo = (...who: string[]) => asSent('Er is iets voor je te doen in Vijfspoor', who)
export const urgent = (...who: string[]) => asSent('Kijk nu in Vijfspoor', who)
