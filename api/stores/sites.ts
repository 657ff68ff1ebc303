import { asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { siteHolidays, sites } from '../../db/schema/index.ts'
import type { SchoolCalendar } from '../domain/calendar.ts'
import { localDate } from '../domain/local-date.ts'
import type { TimelinePart } from '../domain/timeline.ts'

export type Site = Readonly<{
  id: string
  name: string
  siteKey: string | null
  answerWithin: number | null
  timeline: readonly TimelinePart[]
}>

export const listSites = (db: Database) =>
  db
    .select({ id: sites.id, name: sites.name, region: sites.region, schoolTypes: sites.schoolTypes })
    .from(sites)
    .orderBy(asc(sites.position), asc(sites.id))

export async function findSite(db: Database, id: string): Promise<Site | null> {
  const { name, siteKey, answerWithin, timeline } = sites
  const [row] = await db
    .select({ id: sites.id, name, siteKey, answerWithin, timeline })
    .from(sites)
    .where(eq(sites.id, id))
  return row ?? null
}

/** Within how many school days each of these sites answers. @param school - the term of sites without one of their own. */
export async function answerTermsOf(
  db: Database,
  ids: readonly string[],
  school: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: sites.id, answerWithin: sites.answerWithin })
    .from(sites)
    .where(inArray(sites.id, [...ids]))
  return new Map(rows.map(({ id, answerWithin }) => [id, answerWithin ?? school]))
}

export async function calendarsOf(db: Database, ids: Iterable<string>): Promise<ReadonlyMap<string, SchoolCalendar>> {
  return new Map(await Promise.all([...ids].map(async (id) => [id, await calendarOf(db, id)] as const)))
}

export async function calendarOf(db: Database, site: string): Promise<SchoolCalendar> {
  const rows = await db
    .select()
    .from(siteHolidays)
    .where(eq(siteHolidays.siteId, site))
    .orderBy(asc(siteHolidays.firstDay))
  return rows.map(({ firstDay, lastDay, name }) => ({
    firstDay: localDate(firstDay),
    lastDay: localDate(lastDay),
    name,
  }))
}
