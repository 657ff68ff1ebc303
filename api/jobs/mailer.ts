import { createTransport } from 'nodemailer'
import { type MailTrouble, mailTrouble } from '../domain/mail.ts'
import type { ComposedMail } from './compose-mail.ts'

/** Hands one mail to the mail server of the school. @returns null when it took the mail. */
export type SendMail = (mail: ComposedMail) => Promise<MailTrouble | null>

const seconds = 1_000

/** No wait is longer than a process keeps a mail in hand, all of them together. */
const patience = {
  dnsTimeout: 10 * seconds,
  connectionTimeout: 15 * seconds,
  greetingTimeout: 15 * seconds,
  socketTimeout: 30 * seconds,
}

/**
 * @param url - as SMTP_URL: `smtps://user:password@host` or `smtp://host:port?requireTLS=true`.
 */
export function makeMailer(url: string): SendMail {
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true })
  return async (mail) => {
    try {
      await transport.sendMail({
        ...mail,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        xMailer: false,
      })
      return null
    } catch (failure) {
      return mailTrouble(failure)
    }
  }
}
