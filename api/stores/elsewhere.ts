import { and, asc, eq, inArray, like, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { holders } from '../../db/schema/index.ts'
import type { StaffAtSite } from '../domain/access.ts'
import { homeOf, isElsewhere } from '../domain/holder-id.ts'
import { isReceivingFunction } from '../domain/roles.ts'

/** A holder at a site, by the id under which that site knows them. */
export type Standing = Readonly<{ site: string; holder: string }>

/** Everywhere a person or function can have been given a report: at their own site, and at those that shared one. */
export async function standingsOf(db: Database, site: string, holder: string): Promise<Standing[]> {
  const rows = await db
    .select({ site: holders.siteId, holder: holders.id })
    .from(holders)
    .where(eq(holders.id, `${site}/${holder}`))
    .orderBy(asc(holders.siteId))
  return [{ site, holder }, ...rows]
}

/** The places at which somebody, or a function of theirs, was given something by another site. */
export async function listElsewhere(db: Database, places: readonly StaffAtSite[]): Promise<readonly Standing[]> {
  const ids = places.flatMap(({ site, holder, functions }) => [holder, ...functions].map((one) => `${site}/${one}`))
  if (ids.length === 0) return []
  return db.select({ site: holders.siteId, holder: holders.id }).from(holders).where(inArray(holders.id, ids))
}

/** The other sites at which holders of this one stand. */
export async function sitesThatKnow(db: Database, site: string): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ site: holders.siteId })
    .from(holders)
    .where(like(holders.id, `${site}/%`))
    .orderBy(asc(holders.siteId))
  return rows.map((row) => row.site)
}

/** The other sites of which holders stand at this one. */
export async function homesAt(db: Database, site: string): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ home: sql<string>`split_part(${holders.id}, '/', 1)` })
    .from(holders)
    .where(and(eq(holders.siteId, site), like(holders.id, '%/%')))
  return rows.map(({ home }) => home).sort()
}

/** Whoever gets something for the first time has no place at this site yet. */
export async function welcome(tx: Database, site: string, ids: readonly string[]): Promise<void> {
  const foreign = [...new Set(ids)].filter(isElsewhere)
  if (foreign.length === 0) return
  const kindOf = (id: string) => (isReceivingFunction(homeOf(site, id).holder) ? 'function' : 'staff')
  await tx
    .insert(holders)
    .values(foreign.map((id) => ({ siteId: site, id, kind: kindOf(id) }) as const))
    .onConflictDoNothing()
}

/** By the site they belong to, with the ids they have there. */
export function byHome(site: string, ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const homes = new Map<string, string[]>()
  for (const id of ids) {
    const home = homeOf(site, id)
    homes.set(home.site, [...(homes.get(home.site) ?? []), home.holder])
  }
  return homes
}
