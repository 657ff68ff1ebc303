import { createHash } from 'node:crypto'
import { desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { auditEvents, instance } from '../../db/schema/index.ts'
import { type AuditEvent, type ChainedEvent, eventText, genesisText } from '../domain/audit.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const hashOfEvent = (event: ChainedEvent): string => sha256(eventText(event))

/**
 * Appends to the chain of one site, inside the transaction of what is written down: both happen or neither. Whoever
 * appends to the same chain waits until this transaction ends, so call it last.
 */
export async function writeAudit(tx: Database, event: AuditEvent, at: Date): Promise<void> {
  // The lock is of the chain alone, and any process of this school takes the same one.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`vijfspoor audit ${event.site}`}, 0))`)
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

/** Where the chain of a site begins. */
export async function genesisOf(db: Database, site: string): Promise<string> {
  const [own] = await db.select({ slug: instance.slug, salt: instance.salt }).from(instance)
  if (!own) throw new Error('a chain without an instance')
  return sha256(genesisText(own, site))
}
