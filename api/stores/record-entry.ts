import type { Database } from '../../db/connect.ts'
import { equalBytes } from '../../web/crypto/bytes.ts'
import type { DossierEntry } from '../domain/dossier/entry.ts'
import { isClosed, mayAdd } from '../domain/dossier/may-add.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { accept, refuse } from '../domain/outcome.ts'
import { mayDo } from '../domain/ownership-changes.ts'
import { appendEntry, findAnnouncement, findEntry, listEntries } from './dossier-entries.ts'
import { type Card, insertRecordKeys, putCards } from './dossier-records.ts'
import { knownDossierHolders } from './dossier-workers.ts'
import { type DossierKey, lockDossier, updateDossier } from './dossiers.ts'
import { lockOwnership } from './ownership.ts'

/** `hasWords`: the writer says that there is more in it than the facts; the server cannot see it. */
export type WrittenEntry = Readonly<{ entry: Omit<DossierEntry, 'by'>; sealed: Uint8Array; hasWords: boolean }>

/** The key in force, and the last thing the writer had seen: when somebody else was first it is refused. */
export type Under = Readonly<{ epoch: number; after: number }>

/** A new record comes with its key and its cards, in the entry that adds it. */
export type NewRecordKey = Readonly<{ record: string; sealed: Uint8Array; cards: readonly Card[] }>

export type PlacedEntry = Readonly<{ sequence: number; isNew: boolean }>

type Judging = Readonly<{ today: LocalDate; hasWords: boolean }>

/** THE ONE PLACE where an entry is judged before it is kept. */
export function judgeEntry(entries: readonly DossierEntry[], entry: DossierEntry, { today }: Judging) {
  // Around midnight a browser may still have the day before.
  if (entry.recordedOn !== today && entry.recordedOn !== addDays(today, -1)) return refuse('day-moved')
  const outcome = mayAdd(entries, entry, today)
  return outcome.ok ? outcome : ({ ...refuse('entry-refused'), why: outcome.refusal, missing: [] } as const)
}

/** Adds an entry. Refused, it leaves nothing behind, so that whoever wrote it still has every word. */
export async function recordEntry(
  tx: Database,
  key: DossierKey,
  { entry, sealed, hasWords }: WrittenEntry,
  {
    by,
    today,
    epoch,
    after,
    record,
  }: Under & Readonly<{ by: string; today: LocalDate; record?: NewRecordKey; hasLink?: boolean }>,
) {
  const ownership = entry.kind === 'reopened' ? await lockOwnership(tx, key.site, today, key.dossier) : null
  const place = await openDossierPlace(tx, key, { id: entry.id, sealed, by, epoch, after })
  if (!place.ok) return place
  if (place.value.placed) return accept(place.value.placed)
  const { dossier } = place.value
  const entries = await listEntries(tx, key)
  const signed = { ...entry, by }
  const judged = judgeEntry(entries, signed, { today, hasWords })
  if (!judged.ok) return judged
  if (ownership && !mayDo(ownership, { kind: 'reopen', report: key.dossier }).ok) return refuse('owner-needed')
  if ((entry.kind === 'record-added') !== (record !== undefined) || (record && record.record !== entry.record)) {
    return refuse('grants-wrong')
  }
  if (record) {
    const holders = record.cards.map(({ holder }) => holder)
    const known = await knownDossierHolders(tx, key.site, holders, today)
    if (!holders.every((holder) => known.includes(holder))) return refuse('holder-unknown')
    await insertRecordKeys(tx, key, [{ record: record.record, epoch, sealed: record.sealed }])
    await putCards(tx, key, by, record.cards)
  }
  const sequence = await appendEntry(tx, dossier, signed, sealed)
  await updateDossier(tx, key, { isOpen: !isClosed([...entries, signed]) })
  return accept<PlacedEntry>({ sequence, isNew: true })
}

/**
 * The dossier, locked, when something may be written in it now; or the place it got when it was sent before. Nothing is
 * taken under a key that somebody has who should not.
 */
export async function openDossierPlace(
  tx: Database,
  key: DossierKey,
  { id, sealed, by, epoch, after }: Under & Readonly<{ id: string; sealed: Uint8Array; by: string }>,
) {
  const dossier = await lockDossier(tx, key)
  if (!dossier) return refuse('dossier-unknown')
  const earlier = (await findEntry(tx, key, id)) ?? (await findAnnouncement(tx, key, id))
  if (earlier) {
    const isSame = earlier.by === by && equalBytes(earlier.sealed, sealed)
    const placed: PlacedEntry = { sequence: earlier.sequence, isNew: false }
    return isSame ? accept({ dossier, placed }) : refuse('entry-different')
  }
  if (epoch !== dossier.epoch) return refuse('epoch-old')
  if (dossier.isKeyDue) return refuse('key-due')
  return after === dossier.lastSequence ? accept({ dossier, placed: null }) : refuse('dossier-moved')
}
