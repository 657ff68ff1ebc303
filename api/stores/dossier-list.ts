import { and, asc, eq, getTableColumns, inArray, max, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossierEntries, dossierGrants, dossierRecusals, dossiers, sites } from '../../db/schema/index.ts'
import { holdersOf, type StaffAtSite } from '../domain/access.ts'
import type { DossierEntry } from '../domain/dossier/entry.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { rolesMay } from '../domain/permissions.ts'
import { toEntry } from './dossier-entries.ts'
import type { Worker } from './dossier-workers.ts'
import { listWorkersByDossier } from './dossier-workers-on.ts'
import { type StoredDossier, toDossier } from './dossiers.ts'

/** One dossier as the work list has it: plain facts only, from which the protocol works out what is next. */
export type ListedDossier = StoredDossier &
  Readonly<{
    siteName: string
    /** How far this person, or a function of theirs, has seen it. */
    readSequence: number
    entries: readonly DossierEntry[]
    workers: readonly Worker[]
  }>

type Wanted = Readonly<{ isOpen: boolean; today: LocalDate }>

/** Every dossier this person may read, of the open ones or of the closed ones, the oldest first. */
export async function listDossiersFor(
  db: Database,
  places: readonly StaffAtSite[],
  wanted: Wanted,
): Promise<readonly ListedDossier[]> {
  const workplaces = places.filter(({ roles }) => rolesMay(roles, 'work-dossiers'))
  const found = await Promise.all(workplaces.map((place) => listAt(db, place, wanted)))
  return found.flat()
}

async function listAt(db: Database, place: StaffAtSite, { isOpen, today }: Wanted): Promise<ListedDossier[]> {
  const { site, holder } = place
  const isOut = sql`exists (select 1 from ${dossierRecusals} where ${dossierRecusals.siteId} = ${dossiers.siteId}
    and ${dossierRecusals.dossierId} = ${dossiers.id} and ${dossierRecusals.staffId} = ${holder})`
  const rows = await db
    .select({
      dossier: getTableColumns(dossiers),
      siteName: sites.name,
      readSequence: max(dossierGrants.readSequence),
      epoch: max(dossierGrants.epoch),
    })
    .from(dossiers)
    .innerJoin(sites, eq(sites.id, dossiers.siteId))
    .innerJoin(dossierGrants, and(eq(dossierGrants.siteId, dossiers.siteId), eq(dossierGrants.dossierId, dossiers.id)))
    .where(
      and(
        ...[eq(dossiers.siteId, site), eq(dossiers.isOpen, isOpen), sql`not ${isOut}`],
        inArray(dossierGrants.holderId, [...holdersOf(place)]),
      ),
    )
    .groupBy(dossiers.siteId, dossiers.id, sites.name)
    .orderBy(asc(dossiers.openedOn), asc(dossiers.id))
  const readable = rows.filter(({ dossier, epoch }) => epoch === dossier.epoch)
  const ids = readable.map(({ dossier }) => dossier.id)
  const [entries, workers] = await Promise.all([listFacts(db, site, ids), listWorkersByDossier(db, site, ids, today)])
  return readable.map(({ dossier, siteName, readSequence }) => ({
    ...{ ...toDossier(dossier), siteName, readSequence: readSequence ?? 0 },
    ...{ entries: entries.get(dossier.id) ?? [], workers: workers.get(dossier.id) ?? [] },
  }))
}

/** What happened in these dossiers, without the words. */
export async function listFacts(db: Database, site: string, ids: readonly string[]) {
  const found = new Map<string, DossierEntry[]>()
  if (ids.length === 0) return found
  const { sealed: _, ...facts } = getTableColumns(dossierEntries)
  const rows = await db
    .select(facts)
    .from(dossierEntries)
    .where(and(eq(dossierEntries.siteId, site), inArray(dossierEntries.dossierId, [...ids])))
    .orderBy(asc(dossierEntries.sequence))
  for (const row of rows) found.set(row.dossierId, [...(found.get(row.dossierId) ?? []), toEntry(row)])
  return found
}
