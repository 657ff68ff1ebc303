import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { recusals } from '../../db/schema/index.ts'
import { welcome } from './elsewhere.ts'
import type { ReportKey } from './reports.ts'

/** The staff members who stay out of a report because they are involved in it. */
export async function listRecused(db: Database, { site, report }: ReportKey): Promise<readonly string[]> {
  const rows = await db
    .select({ holder: recusals.staffId })
    .from(recusals)
    .where(and(eq(recusals.siteId, site), eq(recusals.reportId, report)))
    .orderBy(asc(recusals.staffId))
  return rows.map(({ holder }) => holder)
}

export async function recuse(tx: Database, { site, report }: ReportKey, holder: string): Promise<void> {
  await welcome(tx, site, [holder])
  await tx.insert(recusals).values({ siteId: site, reportId: report, staffId: holder }).onConflictDoNothing()
}
