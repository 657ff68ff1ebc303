import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { siteHolidays, sites } from '../../db/schema/index.ts'
import { holidaysOf } from '../../db/school-holidays.ts'
import { type FreeDays, type FreeDaysRefusal, overlap, refuseFreeDays } from '../domain/free-days.ts'
import { localDate } from '../domain/local-date.ts'
import { calendarOf } from './sites.ts'

/** Adds days off, or puts them in the place of those that begin on `instead`. @returns why not, or null. */
export async function saveFreeDays(
  tx: Database,
  site: string,
  days: FreeDays,
  instead: string | null = null,
): Promise<FreeDaysRefusal | 'days-unknown' | null> {
  await lockSite(tx, site)
  const known = await calendarOf(tx, site)
  const others = known.filter(({ firstDay }) => firstDay !== instead)
  if (instead !== null && others.length === known.length) return 'days-unknown'
  const refusal = refuseFreeDays(days, others)
  if (refusal !== null) return refusal
  if (instead !== null) await removeFreeDays(tx, site, instead)
  await tx.insert(siteHolidays).values({ siteId: site, ...days })
  return null
}

/** @returns false when there are none that begin on this day. */
export async function removeFreeDays(tx: Database, site: string, firstDay: string): Promise<boolean> {
  const removed = await tx
    .delete(siteHolidays)
    .where(and(eq(siteHolidays.siteId, site), eq(siteHolidays.firstDay, firstDay)))
    .returning({ firstDay: siteHolidays.firstDay })
  return removed.length > 0
}

/** Puts the holidays of the region back. Days of the school's own that fall inside one of them go; all others stay. */
export async function restoreNationalHolidays(tx: Database, site: string): Promise<void> {
  await lockSite(tx, site)
  const [place] = await tx.select({ region: sites.region }).from(sites).where(eq(sites.id, site))
  const national = nationalHolidays(place?.region ?? '')
  for (const days of await calendarOf(tx, site)) {
    if (national.some((holiday) => overlap(holiday, days))) await removeFreeDays(tx, site, days.firstDay)
  }
  if (national.length > 0) await tx.insert(siteHolidays).values(national.map((days) => ({ siteId: site, ...days })))
}

export const nationalHolidays = (region: string): readonly FreeDays[] =>
  region === 'noord' || region === 'midden' || region === 'zuid'
    ? holidaysOf(region).map(({ name, firstDay, lastDay }) => ({
        ...{ name, firstDay: localDate(firstDay), lastDay: localDate(lastDay) },
      }))
    : []

/** Two people who edit the same calendar at once wait for each other, so that nothing overlaps afterwards. */
const lockSite = (tx: Database, site: string) =>
  tx.select({ id: sites.id }).from(sites).where(eq(sites.id, site)).for('update')
