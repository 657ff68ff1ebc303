import type { Database } from '../../db/connect.ts'
import type { Clock } from '../deps.ts'
import { isOfServer } from '../domain/mail.ts'
import type { Log } from '../http/log.ts'
import { claimMail, markMailSent, markMailTrouble } from '../stores/mails.ts'
import { composeMail, type MailHouse } from './compose-mail.ts'
import type { SendMail } from './mailer.ts'

export type Post = Readonly<{ db: Database; clock: Clock; log: Log; house: MailHouse; send: SendMail }>

/**
 * Sends what is due, one after the other. Any number of processes may do it at once: each mail is in one hand at a
 * time. A mail that is refused stops no other; trouble of the server itself ends the round, for all would meet it.
 */
export async function sendMails({ db, clock, log, house, send }: Post): Promise<void> {
  for (;;) {
    const mail = await claimMail(db, clock.now())
    if (!mail) return
    const trouble = await send(composeMail(mail, house))
    if (trouble === null) await markMailSent(db, mail, clock.today())
    else {
      await markMailTrouble(db, mail, trouble)
      log.error('mail not sent', { error: trouble })
      if (isOfServer(trouble)) return
    }
  }
}
