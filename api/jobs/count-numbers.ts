import type { Database } from '../../db/connect.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { countMonth } from '../domain/numbers/count-month.ts'
import { usualCodes } from '../domain/numbers/measures.ts'
import {
  firstDayOfMonth,
  type Half,
  halfId,
  halfOf,
  halvesOver,
  monthsOf,
  monthsOver,
  yearId,
} from '../domain/numbers/period.ts'
import { publishHalf } from '../domain/numbers/publish.ts'
import type { SchoolProtocol } from '../domain/protocol/numbers.ts'
import { findProtocol } from '../domain/protocol/registry.ts'
import {
  forgetMonths,
  keepMonth,
  listCountedMonths,
  listCounts,
  listPeriods,
  listPublished,
  publishPeriod,
} from '../stores/numbers.ts'
import { siteFacts } from '../stores/site-facts.ts'
import { listSites } from '../stores/sites.ts'
import { transact } from '../stores/transact.ts'

export type Counting = Readonly<{
  today: LocalDate
  /** The first day of this installation: before it there is nothing to count. */
  since: LocalDate
  school: SchoolProtocol
}>

/**
 * Counts the months that are over and publishes the half years that are. Any number of processes may do it at once, and
 * one that was off for a year does what was left.
 */
export async function countNumbers(db: Database, counting: Counting): Promise<void> {
  const { today, since, school } = counting
  const published = new Set((await listPeriods(db)).map(({ id }) => id))
  const months = monthsOver(since, today).filter((month) => !published.has(halfId(halfOf(firstDayOfMonth(month)))))
  const sites = (await listSites(db)).map(({ id }) => id)
  for (const site of sites) {
    const counted = await listCountedMonths(db, site)
    const missing = months.filter((month) => !counted.has(month))
    if (missing.length === 0) continue
    const facts = await siteFacts(db, site, school)
    for (const month of missing) await keepMonth(db, { site, month }, countMonth(facts, month))
  }
  for (const half of halvesOver(since, today)) {
    if (!published.has(halfId(half))) await publish(db, half, sites.toSorted(), counting)
  }
}

async function publish(db: Database, half: Half, sites: readonly string[], { today, school }: Counting): Promise<void> {
  const protocol = findProtocol(school)
  if (!protocol) throw new Error('a school without a protocol')
  const before: Half = { year: half.year, half: 1 }
  await transact(db, async (tx) => {
    const periods = (await listPeriods(tx)).map(({ id }) => id)
    const hasFirst = half.half === 2 && periods.includes(halfId(before))
    const first = hasFirst
      ? { counts: await listCounts(tx, monthsOf(before)), published: await listPublished(tx, [halfId(before)]) }
      : null
    const counts = await listCounts(tx, monthsOf(half))
    const made = publishHalf({ sites, first, counts, usual: usualCodes(protocol) })
    const period = { id: halfId(half), isDemonstration: false }
    if (!(await publishPeriod(tx, period, today, made.half))) return
    if (hasFirst) await publishPeriod(tx, { ...period, id: yearId(half.year) }, today, made.year)
    if (half.half === 2) await forgetMonths(tx, [...monthsOf(before), ...monthsOf(half)])
  })
}
