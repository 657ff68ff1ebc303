import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossierCards, dossierRecords, dossierRecusals } from '../../db/schema/index.ts'
import type { DossierKey } from './dossiers.ts'

/** The key of one record of one epoch. */
export type RecordKey = Readonly<{ record: string; epoch: number; sealed: Uint8Array }>

export async function insertRecordKeys(tx: Database, key: DossierKey, keys: readonly RecordKey[]): Promise<void> {
  if (keys.length === 0) return
  const { site: siteId, dossier: dossierId } = key
  await tx
    .insert(dossierRecords)
    .values(keys.map(({ record: id, epoch, sealed }) => ({ siteId, dossierId, id, epoch, sealed })))
}

export const listRecordKeys = (db: Database, { site, dossier }: DossierKey): Promise<readonly RecordKey[]> =>
  db
    .select({ record: dossierRecords.id, epoch: dossierRecords.epoch, sealed: dossierRecords.sealed })
    .from(dossierRecords)
    .where(and(eq(dossierRecords.siteId, site), eq(dossierRecords.dossierId, dossier)))
    .orderBy(asc(dossierRecords.id), asc(dossierRecords.epoch))

/** Who a record is about, for one keeper of dossiers. */
export type Card = Readonly<{ record: string; holder: string; sealed: Uint8Array }>

/** A card made again takes the place of the one before: a name was put right. */
export async function putCards(tx: Database, key: DossierKey, by: string, cards: readonly Card[]): Promise<void> {
  if (cards.length === 0) return
  const ofDossier = { siteId: key.site, dossierId: key.dossier, byStaffId: by }
  await tx
    .insert(dossierCards)
    .values(
      cards.map(({ record: recordId, holder: holderId, sealed }) => ({ ...ofDossier, recordId, holderId, sealed })),
    )
    .onConflictDoUpdate({
      target: [dossierCards.siteId, dossierCards.dossierId, dossierCards.recordId, dossierCards.holderId],
      set: { sealed: sql`excluded.sealed`, byStaffId: sql`excluded.by_staff_id` },
    })
}

export type StoredCard = Card & Readonly<{ dossier: string; by: string }>
export type CardCursor = Readonly<{ dossier: string; record: string }>

/**
 * The cards of a site that were made for these holders, in the order of their random ids. Of a dossier that somebody stays
 * out of they get none, because that would tell them that there is one.
 */
export function listCards(
  db: Database,
  { site, holders, own }: Readonly<{ site: string; holders: readonly string[]; own: string }>,
  after: CardCursor | null,
  most: number,
): Promise<readonly StoredCard[]> {
  const isOut = sql`exists (select 1 from ${dossierRecusals} where ${dossierRecusals.siteId} = ${dossierCards.siteId}
    and ${dossierRecusals.dossierId} = ${dossierCards.dossierId} and ${dossierRecusals.staffId} = ${own})`
  return db
    .select({
      dossier: dossierCards.dossierId,
      record: dossierCards.recordId,
      holder: dossierCards.holderId,
      by: dossierCards.byStaffId,
      sealed: dossierCards.sealed,
    })
    .from(dossierCards)
    .where(
      and(
        eq(dossierCards.siteId, site),
        inArray(dossierCards.holderId, [...holders]),
        sql`not ${isOut}`,
        after === null
          ? undefined
          : or(
              gt(dossierCards.dossierId, after.dossier),
              and(eq(dossierCards.dossierId, after.dossier), gt(dossierCards.recordId, after.record)),
            ),
      ),
    )
    .orderBy(asc(dossierCards.dossierId), asc(dossierCards.recordId), asc(dossierCards.holderId))
    .limit(most)
}
