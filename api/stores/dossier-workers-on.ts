import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossierGrants, dossierRecusals, dossiers } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { listWorkers, type Worker } from './dossier-workers.ts'
import type { DossierKey } from './dossiers.ts'
import { keyHoldersOf } from './key-holders.ts'

/** Who can open these dossiers now, in person or through a function, by dossier. In a few questions for all of them. */
export async function listWorkersByDossier(
  db: Database,
  site: string,
  ids: readonly string[],
  today: LocalDate,
): Promise<ReadonlyMap<string, readonly Worker[]>> {
  if (ids.length === 0) return new Map()
  const [granted, recused] = await Promise.all([
    db
      .select({ dossier: dossierGrants.dossierId, holder: dossierGrants.holderId })
      .from(dossierGrants)
      .innerJoin(
        dossiers,
        and(
          eq(dossiers.siteId, dossierGrants.siteId),
          eq(dossiers.id, dossierGrants.dossierId),
          eq(dossiers.epoch, dossierGrants.epoch),
        ),
      )
      .where(and(eq(dossierGrants.siteId, site), inArray(dossierGrants.dossierId, [...ids])))
      .orderBy(asc(dossierGrants.holderId)),
    db
      .select({ dossier: dossierRecusals.dossierId, holder: dossierRecusals.staffId })
      .from(dossierRecusals)
      .where(and(eq(dossierRecusals.siteId, site), inArray(dossierRecusals.dossierId, [...ids]))),
  ])
  const holders = [...new Set(granted.map(({ holder }) => holder))]
  const members = await keyHoldersOf(db, site, holders)
  const people = await listWorkers(db, site, [...new Set([...holders, ...members.map(({ holder }) => holder)])], today)
  const readsIt = (dossier: string, { holder }: Worker) => {
    const isGranted = (to: string) => granted.some((grant) => grant.dossier === dossier && grant.holder === to)
    const isOut = recused.some((one) => one.dossier === dossier && one.holder === holder)
    return !isOut && (isGranted(holder) || members.some((one) => one.holder === holder && isGranted(one.role)))
  }
  return new Map(ids.map((dossier) => [dossier, people.filter((person) => readsIt(dossier, person))]))
}

/** Who can open what is granted to these holders. */
export async function listWorkersHolding(
  db: Database,
  site: string,
  holders: readonly string[],
  today: LocalDate,
): Promise<readonly Worker[]> {
  const members = (await keyHoldersOf(db, site, holders)).map(({ holder }) => holder)
  return listWorkers(db, site, [...new Set([...holders, ...members])], today)
}

export const listWorkersOn = async (
  db: Database,
  { site, dossier }: DossierKey,
  today: LocalDate,
): Promise<Worker[]> => [...((await listWorkersByDossier(db, site, [dossier], today)).get(dossier) ?? [])]
