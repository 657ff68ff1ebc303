import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, auditEvents } from '../../db/schema/index.ts'
import { type LetterChange, letterChanges } from '../domain/letters/changes.ts'
import { dayInTheNetherlands } from '../domain/local-date.ts'
import { writeAudit } from './audit.ts'

const detailOf = (change: LetterChange) => `letter-${change}`

/** Writes down that somebody changed the text of a letter. Call it last in a transaction. */
export const writeLetterAudit = (
  tx: Database,
  { site, letter }: Readonly<{ site: string; letter: string }>,
  { account, at }: Readonly<{ account: string; at: Date }>,
  change: LetterChange,
): Promise<void> => {
  const what = { action: 'changed', subject: 'letter', subjectId: letter, detail: detailOf(change) } as const
  return writeAudit(tx, { site, account, ...what }, at)
}

const mostShown = 200

/** Who changed which text, newest first, as the log of the site has it. */
export async function listLetterHistory(db: Database, site: string) {
  const { siteId, subject, subjectId, detail, at, sequence, accountId } = auditEvents
  const rows = await db
    .select({ letter: subjectId, detail, at, name: accounts.name })
    .from(auditEvents)
    .leftJoin(accounts, eq(accounts.id, accountId))
    .where(and(eq(siteId, site), eq(subject, 'letter')))
    .orderBy(desc(sequence))
    .limit(mostShown)
  return rows.flatMap(({ letter, detail: stored, at: when, name }) => {
    const change = letterChanges.find((known) => detailOf(known) === stored)
    return change === undefined ? [] : [{ letter, change, on: dayInTheNetherlands(when), name }]
  })
}
