import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossierGrants, dossierRecusals } from '../../db/schema/index.ts'
import type { GrantedHolder } from '../domain/access.ts'
import type { DossierKey } from './dossiers.ts'
import type { Grant } from './grants.ts'

const isGrantOf = ({ site, dossier }: DossierKey) =>
  and(eq(dossierGrants.siteId, site), eq(dossierGrants.dossierId, dossier))

/** What a holder already has stays as it is. */
export async function insertDossierGrants(tx: Database, key: DossierKey, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return
  const { site: siteId, dossier: dossierId } = key
  await tx
    .insert(dossierGrants)
    .values(grants.map(({ epoch, holder: holderId, sealed }) => ({ siteId, dossierId, epoch, holderId, sealed })))
    .onConflictDoNothing()
}

/** Who was granted what, without the keys. */
export const listDossierHolders = (db: Database, key: DossierKey): Promise<readonly GrantedHolder[]> =>
  db
    .select({ holder: dossierGrants.holderId, epoch: dossierGrants.epoch })
    .from(dossierGrants)
    .where(isGrantOf(key))
    .orderBy(asc(dossierGrants.epoch), asc(dossierGrants.holderId))

export const listDossierGrants = (
  db: Database,
  key: DossierKey,
  holders: readonly string[],
): Promise<readonly Grant[]> =>
  db
    .select({ holder: dossierGrants.holderId, epoch: dossierGrants.epoch, sealed: dossierGrants.sealed })
    .from(dossierGrants)
    .where(and(isGrantOf(key), inArray(dossierGrants.holderId, [...holders])))
    .orderBy(asc(dossierGrants.epoch), asc(dossierGrants.holderId))

/** @param epoch - that one alone; without it every key they had. */
export async function dropDossierGrants(
  tx: Database,
  key: DossierKey,
  holders: readonly string[],
  epoch?: number,
): Promise<void> {
  if (holders.length === 0) return
  const isMeant = epoch === undefined ? undefined : eq(dossierGrants.epoch, epoch)
  await tx.delete(dossierGrants).where(and(isGrantOf(key), inArray(dossierGrants.holderId, [...holders]), isMeant))
}

/** Marks up to where these holders have seen it; never back. */
export async function markDossierRead(
  tx: Database,
  key: DossierKey,
  holders: readonly string[],
  sequence: number,
): Promise<void> {
  await tx
    .update(dossierGrants)
    .set({ readSequence: sequence })
    .where(and(isGrantOf(key), inArray(dossierGrants.holderId, [...holders]), lt(dossierGrants.readSequence, sequence)))
}

/** Staff who stay out because they are involved. */
export async function listDossierRecused(db: Database, { site, dossier }: DossierKey): Promise<readonly string[]> {
  const rows = await db
    .select({ holder: dossierRecusals.staffId })
    .from(dossierRecusals)
    .where(and(eq(dossierRecusals.siteId, site), eq(dossierRecusals.dossierId, dossier)))
    .orderBy(asc(dossierRecusals.staffId))
  return rows.map(({ holder }) => holder)
}

export async function recuseFromDossier(tx: Database, key: DossierKey, holders: readonly string[]): Promise<void> {
  if (holders.length === 0) return
  await tx
    .insert(dossierRecusals)
    .values(holders.map((staffId) => ({ siteId: key.site, dossierId: key.dossier, staffId })))
    .onConflictDoNothing()
}
