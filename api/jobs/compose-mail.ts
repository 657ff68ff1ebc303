import { fill } from '../../web/text/fill.ts'
import texts from '../../web/text/nl/team-mailed.ts'
import type { ClaimedMail } from '../stores/mails.ts'

/** What every mail of this school has in common. */
export type MailHouse = Readonly<{ portalName: string; origin: string; from: string }>

/** Plain text only: nothing to load, nothing to follow anybody with, and it looks the same everywhere. */
export type ComposedMail = Readonly<{ to: string; from: string; subject: string; text: string; messageId: string }>

export function composeMail(mail: ClaimedMail, { portalName, origin, from }: MailHouse): ComposedMail {
  const { subject, text } = texts[mail.kind]
  const link = mail.kind === 'invitation' ? `${origin}/team/welkom/#${mail.token ?? ''}` : `${origin}/team/`
  const values = { portal: portalName, link }
  return {
    to: mail.address,
    from,
    subject: fill(subject, values),
    text: [...text.map((line) => fill(line, values)), texts.footer, ''].join('\n\n'),
    // The same for every attempt: a mail server that got it twice can tell that it is one mail.
    messageId: `<${mail.id}@${new URL(origin).hostname}>`,
  }
}
