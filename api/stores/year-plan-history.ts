import { and, desc, eq, like, or } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, auditEvents } from '../../db/schema/index.ts'
import { dayInTheNetherlands } from '../domain/local-date.ts'
import { type PlanChange, planChanges } from '../domain/year-plan/plan.ts'
import { writeAudit } from './audit.ts'
import type { PlanKey } from './year-plans.ts'

type Actor = Readonly<{ account: string; at: Date }>

const detailOf = (change: PlanChange) => `plan-${change}`

/** Writes down what happened to a plan, or to one item of it. Call it last in a transaction. */
export async function writePlanAudit(
  tx: Database,
  { site, year }: PlanKey,
  { account, at }: Actor,
  changes: readonly PlanChange[],
  item?: string,
): Promise<void> {
  const subjectId = item === undefined ? `${year}` : `${year}/${item}`
  for (const change of changes) {
    const what = { action: 'changed', subject: 'year-plan', subjectId, detail: detailOf(change) } as const
    await writeAudit(tx, { site, account, ...what }, at)
  }
}

const mostShown = 500

/** Who changed what, newest first, as the log of the site has it. `item` is null for the plan as a whole. */
export async function listPlanHistory(db: Database, { site, year }: PlanKey) {
  const { siteId, subject, subjectId, detail, at, sequence, accountId } = auditEvents
  const rows = await db
    .select({ subjectId, detail, at, name: accounts.name })
    .from(auditEvents)
    .leftJoin(accounts, eq(accounts.id, accountId))
    .where(
      and(...[eq(siteId, site), eq(subject, 'year-plan')], or(eq(subjectId, `${year}`), like(subjectId, `${year}/%`))),
    )
    .orderBy(desc(sequence))
    .limit(mostShown)
  return rows.flatMap((row) => {
    const change = planChanges.find((known) => detailOf(known) === row.detail)
    if (change === undefined) return []
    const item = row.subjectId.split('/')[1] ?? null
    return [{ item, change, on: dayInTheNetherlands(row.at), name: row.name }]
  })
}
