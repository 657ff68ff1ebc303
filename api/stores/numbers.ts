import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { countedMonths, monthCounts, publishedCounts, publishedPeriods } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Measure, MonthCount } from '../domain/numbers/measures.ts'
import type { Month, PeriodId } from '../domain/numbers/period.ts'
import type { PublishedCount, SiteCount } from '../domain/numbers/publish.ts'

export async function listCountedMonths(db: Database, site: string): Promise<ReadonlySet<string>> {
  const rows = await db.select().from(countedMonths).where(eq(countedMonths.siteId, site))
  return new Set(rows.map(({ month }) => month))
}

/** Keeps what was counted, unless another process did. */
export async function keepMonth(
  db: Database,
  { site, month }: Readonly<{ site: string; month: Month }>,
  counts: readonly MonthCount[],
): Promise<void> {
  await db.transaction(async (tx) => {
    const made = await tx.insert(countedMonths).values({ siteId: site, month }).onConflictDoNothing().returning()
    if (made.length === 0 || counts.length === 0) return
    await tx.insert(monthCounts).values(counts.map((count) => ({ siteId: site, month, ...count })))
  })
}

export async function listCounts(tx: Database, months: readonly Month[]): Promise<readonly SiteCount[]> {
  const rows = await tx
    .select()
    .from(monthCounts)
    .where(inArray(monthCounts.month, [...months]))
  return rows.map(({ siteId, measure, code, count }) => ({ site: siteId, measure: measure as Measure, code, count }))
}

/** The counts of a published year are no longer needed, and no longer there. */
export const forgetMonths = (tx: Database, months: readonly Month[]) =>
  tx.delete(countedMonths).where(inArray(countedMonths.month, [...months]))

export type Period = Readonly<{ id: PeriodId; isDemonstration: boolean }>

/** The newest first. */
export const listPeriods = (db: Database): Promise<Period[]> =>
  db
    .select({ id: publishedPeriods.id, isDemonstration: publishedPeriods.isDemonstration })
    .from(publishedPeriods)
    .orderBy(desc(publishedPeriods.id))

/** @returns false when it was published before. */
export async function publishPeriod(
  tx: Database,
  { id, isDemonstration }: Period,
  publishedOn: LocalDate,
  counts: readonly PublishedCount[],
): Promise<boolean> {
  const made = await tx
    .insert(publishedPeriods)
    .values({ id, publishedOn, isDemonstration })
    .onConflictDoNothing()
    .returning()
  if (made.length === 0) return false
  if (counts.length > 0) {
    await tx
      .insert(publishedCounts)
      .values(counts.map(({ site, ...count }) => ({ siteId: site, period: id, ...count })))
  }
  return true
}

/**
 * Publishes more of a site in periods that are published already.
 *
 * @returns false when that was done before, or a period was not published.
 */
export async function publishMore(tx: Database, site: string, counts: readonly PublishedMore[]): Promise<boolean> {
  const periods = [...new Set(counts.map(({ period }) => period))]
  const known = await tx.select().from(publishedPeriods).where(inArray(publishedPeriods.id, periods)).for('update')
  if (known.length !== periods.length) return false
  const rows = counts.map((count) => ({ siteId: site, ...count }))
  const made = await tx
    .insert(publishedCounts)
    .values(rows)
    .onConflictDoNothing()
    .returning({ code: publishedCounts.code })
  if (made.length > 0 && made.length < rows.length) throw new Error('half of it was published before')
  return made.length > 0
}

type PublishedMore = Readonly<{ period: PeriodId; measure: string; code: string; count: number | null }>

/** What was published of these periods, of these sites or of the mark for the whole school. */
export async function listPublished(db: Database, periods: readonly PeriodId[], sites?: readonly string[]) {
  const rows = await db
    .select()
    .from(publishedCounts)
    .where(
      and(
        inArray(publishedCounts.period, [...periods]),
        sites === undefined ? undefined : inArray(publishedCounts.siteId, [...sites]),
      ),
    )
    .orderBy(asc(publishedCounts.siteId), asc(publishedCounts.period), asc(publishedCounts.measure))
  return rows.map(({ siteId, ...row }) => ({ site: siteId, ...row }))
}
