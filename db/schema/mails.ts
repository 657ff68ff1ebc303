import { date, index, integer, pgEnum, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { mailKinds } from '../../api/domain/mail.ts'
import { accounts } from './accounts.ts'

export const mailKind = pgEnum('mail_kind', mailKinds)

const at = () => timestamp({ withTimezone: true })

/** Mail to staff that waits, was sent or could not be sent. Its text is made when it leaves. */
export const mails = pgTable(
  'mails',
  {
    id: text().primaryKey(),
    kind: mailKind().notNull(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** What makes two requests for one mail the same mail, whichever process asks and however often. */
    occasion: text().notNull().unique(),
    /** The one-time token of an invitation, until it is sent. */
    token: text(),
    /** One of the fixed times of a day; its first moment for mail that cannot wait. */
    dueAt: at().notNull(),
    /** A process that is sending it; after this moment another may try. */
    claimedUntil: at(),
    attempts: integer().notNull().default(0),
    /** The day only: an urgent mail leaves when the report came. */
    sentOn: date({ mode: 'string' }),
    /** The mail server's refusal, as a code; null when nothing is wrong. */
    trouble: text(),
  },
  (table) => [index('mails_due').on(table.sentOn, table.dueAt)],
)

/** The fixed times of a day that were seen to: whoever writes the row first does the work, in the same transaction. */
export const mailRounds = pgTable(
  'mail_rounds',
  {
    day: date({ mode: 'string' }).notNull(),
    time: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.time] })],
)
