import { createHash } from 'node:crypto'
import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { auditEvents, instance } from '../../db/schema/index.ts'
import {
  type AuditAction,
  type AuditEvent,
  type ChainedEvent,
  eventText,
  genesisText,
  wholeSchool,
} from '../domain/audit.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { listStaffAtSites } from './staff.ts'
import { transact } from './transact.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const hashOfEvent = (event: ChainedEvent): string => sha256(eventText(event))

/**
 * Appends to the chain of one site, inside the transaction of what is written down: both happen or neither. Whoever
 * appends to the same chain waits until this transaction ends, so call it last.
 */
export async function writeAudit(tx: Database, event: AuditEvent, at: Date): Promise<void> {
  await lockChain(tx, event.site)
  const [last] = await tx
    .select({ sequence: auditEvents.sequence, hash: auditEvents.hash })
    .from(auditEvents)
    .where(eq(auditEvents.siteId, event.site))
    .orderBy(desc(auditEvents.sequence))
    .limit(1)
  const sequence = (last?.sequence ?? 0) + 1
  const previousHash = last?.hash ?? (await genesisOf(tx, event.site))
  await tx.insert(auditEvents).values({
    ...{ siteId: event.site, sequence, at, accountId: event.account },
    ...{ action: event.action, subject: event.subject, subjectId: event.subjectId, detail: event.detail ?? null },
    ...{ previousHash, hash: hashOfEvent({ ...event, sequence, at, previousHash }) },
  })
}

/** Of the chain alone; any process of this school takes the same lock. */
const lockChain = (tx: Database, site: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`vijfspoor audit ${site}`}, 0))`)

/** For what somebody does many times a day, such as opening a report: written down unless it was since that moment. */
export async function writeAuditOnce(db: Database, event: AuditEvent, at: Date, since: Date): Promise<void> {
  if (await isWritten(db, event, since)) return
  await transact(db, async (tx) => {
    await lockChain(tx, event.site)
    if (!(await isWritten(tx, event, since))) await writeAudit(tx, event, at)
  })
}

async function isWritten(db: Database, event: AuditEvent, since: Date): Promise<boolean> {
  const { site, account, action, subject, subjectId, detail } = event
  const [row] = await db
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .where(
      and(
        ...[eq(auditEvents.siteId, site), eq(auditEvents.accountId, account), eq(auditEvents.action, action)],
        ...[eq(auditEvents.subject, subject), eq(auditEvents.subjectId, subjectId), gte(auditEvents.at, since)],
        detail === undefined ? isNull(auditEvents.detail) : eq(auditEvents.detail, detail),
      ),
    )
    .limit(1)
  return row !== undefined
}

type AccountEvent = Readonly<{
  /** Who did it. */
  account: string
  action: AuditAction
  /** Whose account it is about; the same one when somebody did something to their own. */
  about: string
  detail?: string
}>

/** What was done to an account concerns every site where its owner works; it is written in each of those chains. */
export async function writeAccountAudit(
  tx: Database,
  { about, ...event }: AccountEvent,
  { now, today }: Readonly<{ now: Date; today: LocalDate }>,
): Promise<void> {
  const places = (await listStaffAtSites(tx, about, today)).map(({ site }) => site)
  for (const site of places.length > 0 ? places : [wholeSchool])
    await writeAudit(tx, { ...event, site, subject: 'account', subjectId: about }, now)
}

/** Where the chain of a site begins. */
export async function genesisOf(db: Database, site: string): Promise<string> {
  const [own] = await db.select({ slug: instance.slug, salt: instance.salt }).from(instance)
  if (!own) throw new Error('a chain without an instance')
  return sha256(genesisText(own, site))
}
