import { and, asc, eq, gt } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { auditEvents } from '../../db/schema/index.ts'
import { genesisOf, hashOfEvent } from './audit.ts'

/** What is found of one chain. `firstWrong` is the number of the first row that does not follow on the one before. */
export type ChainCheck = Readonly<{ site: string; rows: number; head: string; firstWrong: number | null }>

const batch = 1_000

export async function listChains(db: Database): Promise<readonly string[]> {
  const rows = await db.selectDistinct({ site: auditEvents.siteId }).from(auditEvents).orderBy(asc(auditEvents.siteId))
  return rows.map(({ site }) => site)
}

/** Does every sum of a chain again. Rows that are added meanwhile are seen or not; neither is a fault. */
export async function checkChain(db: Database, site: string): Promise<ChainCheck> {
  let head = await genesisOf(db, site)
  for (let rows = 0; ; ) {
    const found = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.siteId, site), gt(auditEvents.sequence, rows)))
      .orderBy(asc(auditEvents.sequence))
      .limit(batch)
    for (const { siteId, accountId: account, detail, ...row } of found) {
      const isNext = row.sequence === rows + 1 && row.previousHash === head
      const event = { ...row, site: siteId, account, detail: detail ?? undefined }
      if (!isNext || row.hash !== hashOfEvent(event)) return { site, rows, head, firstWrong: rows + 1 }
      rows += 1
      head = row.hash
    }
    if (found.length < batch) return { site, rows, head, firstWrong: null }
  }
}

/** Whether the chain once ended with this: a head that was written down must still be in it. */
export async function hasHash(db: Database, site: string, hash: string): Promise<boolean> {
  const [row] = await db
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .where(and(eq(auditEvents.siteId, site), eq(auditEvents.hash, hash)))
  return row !== undefined
}
