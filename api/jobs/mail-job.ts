import type { Database } from '../../db/connect.ts'
import type { Clock } from '../deps.ts'
import { lastNewsTime } from '../domain/mail.ts'
import { timeInTheNetherlands } from '../domain/moments.ts'
import { type SchoolTerms, seeToRound } from '../stores/mail-rounds.ts'
import { type Post, sendMails } from './send-mails.ts'

export type MailJob = Post & Readonly<{ school: SchoolTerms }>

/** Queues what is due at the fixed time that is past, if nobody did yet, and sends everything that waits. */
export async function doMail({ school, ...post }: MailJob): Promise<void> {
  await seeToLastRound(post, school)
  await sendMails(post)
}

async function seeToLastRound(
  { db, clock }: Readonly<{ db: Database; clock: Clock }>,
  school: SchoolTerms,
): Promise<void> {
  const time = lastNewsTime(timeInTheNetherlands(clock.now()))
  if (time !== null) await seeToRound(db, { day: clock.today(), time }, school)
}
