import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { neighbours, sites } from '../../db/schema/index.ts'

/** Another site of the school; `statement` is what this one signed about its key and did not withdraw. */
export type NeighbourSite = Readonly<{ site: string; name: string; siteKey: string | null; statement: string | null }>

export const listNeighbours = (db: Database, site: string): Promise<readonly NeighbourSite[]> =>
  db
    .select({ site: sites.id, name: sites.name, siteKey: sites.siteKey, statement: neighbours.statement })
    .from(sites)
    .leftJoin(
      neighbours,
      and(eq(neighbours.siteId, site), eq(neighbours.neighbourId, sites.id), isNull(neighbours.withdrawnOn)),
    )
    .orderBy(asc(sites.position), asc(sites.id))
    .then((rows) => rows.filter((row) => row.site !== site))

/** The other sites whose holders can be given a report that stands here. */
export async function vouchedSites(db: Database, site: string): Promise<readonly string[]> {
  const rows = await db
    .select({ neighbour: neighbours.neighbourId })
    .from(neighbours)
    .where(and(eq(neighbours.siteId, site), isNull(neighbours.withdrawnOn)))
  return rows.map(({ neighbour }) => neighbour)
}

/** What was signed about these sites, withdrawn or not: what their people wrote must still be checked. */
export async function statementsAbout(db: Database, site: string, about: readonly string[]) {
  if (about.length === 0) return []
  const rows = await db
    .select({ statement: neighbours.statement })
    .from(neighbours)
    .where(and(eq(neighbours.siteId, site), inArray(neighbours.neighbourId, [...about])))
    .orderBy(asc(neighbours.neighbourId))
  return rows.map(({ statement }) => statement)
}

/** What this site signed about others and did not withdraw. */
export async function statementsOf(db: Database, site: string): Promise<readonly string[]> {
  return (await listNeighbours(db, site)).flatMap(({ statement }) => statement ?? [])
}

export async function storeNeighbour(tx: Database, site: string, neighbour: string, statement: string): Promise<void> {
  const said = { statement, withdrawnOn: null }
  await tx
    .insert(neighbours)
    .values({ siteId: site, neighbourId: neighbour, ...said })
    .onConflictDoUpdate({ target: [neighbours.siteId, neighbours.neighbourId], set: said })
}
