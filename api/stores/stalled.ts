import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { holders, sites, staff } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { stalledWith } from '../domain/mail-readers.ts'
import { openSites } from './mail-rounds.ts'
import { listMailReaders, listWaiting } from './waiting.ts'

export type Stalled = Readonly<{ site: string; siteName: string; holder: string; name: string }>

/** With whom reports lie that nobody opened, each once and without how many: for whoever is mailed about them. */
export async function listStalled(
  db: Database,
  who: Readonly<{ account: string; today: LocalDate; answerWithinSchoolDays: number }>,
): Promise<readonly Stalled[]> {
  const { account, today, answerWithinSchoolDays } = who
  const open = await openSites(db, today, answerWithinSchoolDays)
  const readers = await listMailReaders(db, today)
  const found = new Set<string>()
  for (const report of await listWaiting(db, today)) {
    const terms = open.get(report.site)
    if (!terms) continue
    for (const { site, holder } of stalledWith(report, readers, { account, today, ...terms }))
      found.add(`${site}/${holder}`)
  }
  if (found.size === 0) return []
  const rows = await db
    .select({ site: holders.siteId, siteName: sites.name, holder: holders.id, name: staff.name })
    .from(holders)
    .innerJoin(sites, eq(sites.id, holders.siteId))
    .leftJoin(staff, and(eq(staff.siteId, holders.siteId), eq(staff.id, holders.id)))
    .orderBy(asc(sites.name), asc(staff.name), asc(holders.id))
  return rows
    .filter(({ site, holder }) => found.has(`${site}/${holder}`))
    .map(({ name, ...row }) => ({ ...row, name: name ?? row.holder }))
}
