import type { Database } from '../../db/connect.ts'
import { equalBytes } from '../../web/crypto/bytes.ts'
import { holdersToForget } from '../domain/access.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { accept, refuse } from '../domain/outcome.ts'
import { acceptGrants } from '../domain/submission.ts'
import { appendAnnouncement, findAnnouncement } from './dossier-entries.ts'
import { dropDossierGrants, insertDossierGrants, listDossierHolders } from './dossier-grants.ts'
import { insertRecordKeys, listRecordKeys } from './dossier-records.ts'
import { knownDossierHolders } from './dossier-workers.ts'
import { type DossierKey, lockDossier, updateDossier } from './dossiers.ts'
import { mayStaffRenew } from './epochs.ts'
import type { Grant } from './grants.ts'
import { membersOf } from './known-holders.ts'
import { holdOwnership, loadOwnership } from './ownership.ts'
import type { PlacedEntry } from './record-entry.ts'

export type NewDossierEpoch = Readonly<{
  epoch: number
  after: number
  announcement: Readonly<{ id: string; sealed: Uint8Array }>
  grants: readonly Readonly<{ holder: string; sealed: Uint8Array }>[]
  /** For whoever is new among `grants`: the keys of what was written before. */
  earlierGrants: readonly Grant[]
  /** A new key for each record there is. */
  records: readonly Readonly<{ record: string; sealed: Uint8Array }>[]
}>

/** A new dossier key for those who remain, and new keys for its records. Whoever got no grant reads nothing from here on. */
export async function startDossierEpoch(
  tx: Database,
  key: DossierKey,
  next: NewDossierEpoch,
  { by, today }: Readonly<{ by: string; today: LocalDate }>,
) {
  await holdOwnership(tx, key.site)
  const dossier = await lockDossier(tx, key)
  if (!dossier) return refuse('dossier-unknown')
  const earlier = await findAnnouncement(tx, key, next.announcement.id)
  if (earlier) {
    const isSame = earlier.by === by && equalBytes(earlier.sealed, next.announcement.sealed)
    return isSame ? accept<PlacedEntry>({ sequence: earlier.sequence, isNew: false }) : refuse('entry-different')
  }
  if (next.epoch !== dossier.epoch + 1 || !dossier.isKeyDue) return refuse('epoch-old')
  if (next.after !== dossier.lastSequence) return refuse('dossier-moved')
  const after = next.grants.map(({ holder }) => holder)
  const accepted = acceptGrants(next.grants, await knownDossierHolders(tx, key.site, after, today))
  if (!accepted.ok) return accepted
  const ownership = await loadOwnership(tx, key.site, today, key.dossier)
  if (!mayStaffRenew(ownership, after)) return refuse('reader-out')
  const isForReader = ({ holder, epoch }: Grant) => after.includes(holder) && epoch < next.epoch
  if (!next.earlierGrants.every(isForReader)) return refuse('grants-wrong')
  const present = new Set((await listRecordKeys(tx, key)).map(({ record }) => record))
  const renewed = new Set(next.records.map(({ record }) => record))
  const isWhole = renewed.size === next.records.length && renewed.size === present.size
  if (!isWhole || next.records.some(({ record }) => !present.has(record))) return refuse('grants-wrong')

  const { epoch } = next
  const former = (await listDossierHolders(tx, key)).map(({ holder }) => holder)
  await insertDossierGrants(tx, key, [...next.grants.map((grant) => ({ epoch, ...grant })), ...next.earlierGrants])
  await dropDossierGrants(tx, key, holdersToForget(former, after, await membersOf(tx, key.site, former)))
  await insertRecordKeys(
    tx,
    key,
    next.records.map((record) => ({ epoch, ...record })),
  )
  const sequence = await appendAnnouncement(tx, dossier, { ...next.announcement, by })
  await updateDossier(tx, key, { epoch, isKeyDue: false })
  return accept<PlacedEntry>({ sequence, isNew: true })
}
