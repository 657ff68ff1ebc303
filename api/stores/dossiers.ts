import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossiers } from '../../db/schema/index.ts'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import type { ProtocolName } from '../domain/protocol/registry.ts'

/** A dossier is known by its site and its id together, so that the tables can be spread over servers by site. */
export type DossierKey = Readonly<{ site: string; dossier: string }>

export type StoredDossier = DossierKey &
  Readonly<{
    /** In the version that was in use when it was opened. */
    protocol: ProtocolName
    epoch: number
    openedOn: LocalDate
    isOpen: boolean
    lastSequence: number
    /** Nothing more is written until there is a new key, because somebody has the present one who should not. */
    isKeyDue: boolean
    joinedTo: string | null
  }>

export const toDossier = (row: typeof dossiers.$inferSelect): StoredDossier => ({
  site: row.siteId,
  dossier: row.id,
  protocol: { id: row.protocolId, version: row.protocolVersion },
  epoch: row.epoch,
  openedOn: localDate(row.openedOn),
  isOpen: row.isOpen,
  lastSequence: row.lastSequence,
  isKeyDue: row.isKeyDue,
  joinedTo: row.joinedTo,
})

const isDossier = ({ site, dossier }: DossierKey) => and(eq(dossiers.siteId, site), eq(dossiers.id, dossier))

export async function findDossier(db: Database, key: DossierKey): Promise<StoredDossier | null> {
  const [row] = await db.select().from(dossiers).where(isDossier(key))
  return row ? toDossier(row) : null
}

/** Those who write in one dossier wait for each other here, so that its sequence has no gaps and no doubles. */
export async function lockDossier(tx: Database, key: DossierKey): Promise<StoredDossier | null> {
  const [row] = await tx.select().from(dossiers).where(isDossier(key)).for('update')
  return row ? toDossier(row) : null
}

/** @returns null when there is one with this id. */
export async function insertDossier(
  tx: Database,
  { site, dossier: id }: DossierKey,
  { protocol, today }: Readonly<{ protocol: ProtocolName; today: LocalDate }>,
): Promise<StoredDossier | null> {
  const named = { protocolId: protocol.id, protocolVersion: protocol.version }
  const state = { epoch: 1, openedOn: today, isOpen: true, lastSequence: 0, isKeyDue: false, joinedTo: null }
  const [row] = await tx
    .insert(dossiers)
    .values({ siteId: site, id, ...named, ...state })
    .onConflictDoNothing()
    .returning()
  return row ? toDossier(row) : null
}

export async function updateDossier(
  tx: Database,
  key: DossierKey,
  change: Partial<Pick<StoredDossier, 'epoch' | 'isOpen' | 'lastSequence' | 'isKeyDue' | 'joinedTo'>>,
): Promise<void> {
  await tx.update(dossiers).set(change).where(isDossier(key))
}
