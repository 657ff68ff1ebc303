import { randomUUID } from 'node:crypto'
import type { Database } from '../../db/connect.ts'
import { mails } from '../../db/schema/index.ts'
import type { MailKind } from '../domain/mail.ts'

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
