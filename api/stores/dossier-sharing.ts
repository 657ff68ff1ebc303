import type { Database } from '../../db/connect.ts'
import { holdersToForget } from '../domain/access.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { accept, refuse } from '../domain/outcome.ts'
import { canTake, type Ownership } from '../domain/ownership.ts'
import { mayDo } from '../domain/ownership-changes.ts'
import { appendAnnouncement } from './dossier-entries.ts'
import { dropDossierGrants, insertDossierGrants, listDossierHolders, recuseFromDossier } from './dossier-grants.ts'
import type { DossierReader } from './dossier-reader.ts'
import { knownDossierHolders } from './dossier-workers.ts'
import { type DossierKey, type StoredDossier, updateDossier } from './dossiers.ts'
import { membersOf } from './known-holders.ts'
import { lockOwnership } from './ownership.ts'
import { openDossierPlace, type PlacedEntry, type Under } from './record-entry.ts'

type Sealed = Readonly<{ id: string; sealed: Uint8Array }>

/** Somebody new gets the keys of every epoch, and the dossier says so. */
export type DossierShare = Readonly<{
  holder: string
  grants: readonly Readonly<{ epoch: number; sealed: Uint8Array }>[]
  announcement: Sealed
}>

/** As with a report: in person or a function; `isInvolved` is for good, through whatever function. */
export type DossierLeave = Readonly<{
  holder: string
  isInvolved: boolean
  announcement: Sealed
  share?: DossierShare | undefined
}>

type Acting = Under & Readonly<{ reader: DossierReader; today: LocalDate }>

export async function shareDossier(tx: Database, key: DossierKey, sharing: DossierShare, acting: Acting) {
  const ownership = await lockOwnership(tx, key.site, acting.today, key.dossier)
  const by = acting.reader.staff.holder
  const place = await openDossierPlace(tx, key, { ...sharing.announcement, ...acting, by })
  if (!place.ok) return place
  if (place.value.placed) return accept(place.value.placed)
  return give(tx, place.value.dossier, ownership, sharing, acting)
}

export async function leaveDossier(tx: Database, key: DossierKey, leaving: DossierLeave, acting: Acting) {
  const { holder, isInvolved, announcement, share: sharing } = leaving
  const { reader, today } = acting
  const own = reader.staff.holder
  if (isInvolved ? holder !== own : !reader.holders.includes(holder)) return refuse('grants-wrong')
  const ownership = await lockOwnership(tx, key.site, today, key.dossier)
  const place = await openDossierPlace(tx, key, { ...announcement, ...acting, by: own })
  if (!place.ok) return place
  if (place.value.placed) return accept(place.value.placed)
  const { dossier } = place.value
  if (!isInvolved && !ownership.reports.some((owned) => owned.holders.includes(holder))) return refuse('grants-wrong')
  const kind = isInvolved ? 'recuse' : 'forward'
  const change = mayDo(ownership, { kind, report: key.dossier, from: holder, to: sharing?.holder })
  if (!change.ok) return refuse('owner-needed')

  const given = sharing ? await give(tx, dossier, ownership, sharing, acting) : null
  if (given && !given.ok) return given
  const before = { ...dossier, lastSequence: given?.value.sequence ?? dossier.lastSequence }
  const sequence = await appendAnnouncement(tx, before, { ...announcement, by: own })
  if (isInvolved) await recuseFromDossier(tx, key, [holder])
  await takeAway(tx, dossier, holder)
  await updateDossier(tx, key, { isKeyDue: true })
  return accept<PlacedEntry>({ sequence, isNew: true })
}

/** The dossier must be locked by this transaction. */
async function give(
  tx: Database,
  dossier: StoredDossier,
  ownership: Ownership,
  { holder, grants, announcement }: DossierShare,
  { reader, today }: Acting,
) {
  if (!(await knownDossierHolders(tx, dossier.site, [holder], today)).includes(holder)) return refuse('holder-unknown')
  const [owned] = ownership.reports
  if (!owned || !canTake(ownership, owned, holder)) return refuse('reader-out')
  const epochs = new Set(grants.map(({ epoch }) => epoch))
  const isWhole = epochs.size === grants.length && epochs.size === dossier.epoch
  if (!isWhole || grants.some(({ epoch }) => epoch > dossier.epoch)) return refuse('grants-wrong')
  if (owned.holders.includes(holder)) return refuse('grants-wrong')
  await insertDossierGrants(
    tx,
    dossier,
    grants.map((grant) => ({ holder, ...grant })),
  )
  const sequence = await appendAnnouncement(tx, dossier, { ...announcement, by: reader.staff.holder })
  return accept<PlacedEntry>({ sequence, isNew: true })
}

/** Members of the function who read in person keep its earlier keys, because with those they read what came before. */
async function takeAway(tx: Database, dossier: StoredDossier, holder: string): Promise<void> {
  const staying = (await listDossierHolders(tx, dossier))
    .filter((grant) => grant.epoch === dossier.epoch && grant.holder !== holder)
    .map((grant) => grant.holder)
  await dropDossierGrants(tx, dossier, holdersToForget([holder], staying, await membersOf(tx, dossier.site, [holder])))
  await dropDossierGrants(tx, dossier, [holder], dossier.epoch)
}
