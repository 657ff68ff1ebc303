import type { Database } from '../../db/connect.ts'
import { equalBytes } from '../../web/crypto/bytes.ts'
import type { DossierEntry } from '../domain/dossier/entry.ts'
import { erasureRequests } from '../domain/dossier/erasure.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { accept, refuse } from '../domain/outcome.ts'
import { canTake, type Ownership } from '../domain/ownership.ts'
import { mayDo } from '../domain/ownership-changes.ts'
import type { OwnPeriods } from '../domain/retention/periods.ts'
import { appendEntry, findAnnouncement, findEntry, listEntries } from './dossier-entries.ts'
import { type Card, insertRecordKeys, listRecordKeys, putCards } from './dossier-records.ts'
import { knownDossierHolders } from './dossier-workers.ts'
import { listWorkersOn } from './dossier-workers-on.ts'
import { type DossierKey, lockDossier, updateDossier } from './dossiers.ts'
import { eraseRecord } from './erase-record.ts'
import { isClosedBy, judgeOf, type Moment } from './judge-entry.ts'
import { lockOwnership } from './ownership.ts'

/** `hasWords`: the writer says that there is more in it than the facts, because nobody here can see it. */
export type WrittenEntry = Readonly<{ entry: Omit<DossierEntry, 'by'>; sealed: Uint8Array; hasWords: boolean }>

/** The key in force, and the last thing the writer had seen: when somebody else was first it is refused. */
export type Under = Readonly<{ epoch: number; after: number }>

/** A new record comes with its key and its cards, in the entry that adds it. */
export type NewRecordKey = Readonly<{ record: string; sealed: Uint8Array; cards: readonly Card[] }>

type Recording = Under &
  Readonly<{
    by: string
    now: Moment
    record?: NewRecordKey
    hasLink?: boolean
    /** Bewaartermijnen of the whole school. */
    school?: OwnPeriods | undefined
  }>

export type PlacedEntry = Readonly<{ sequence: number; isNew: boolean }>

/** Adds an entry. Refused, it leaves nothing behind, so that whoever wrote it still has every word. */
export async function recordEntry(
  tx: Database,
  key: DossierKey,
  { entry, sealed, hasWords }: WrittenEntry,
  { by, now, epoch, after, record, hasLink, school }: Recording,
) {
  const { today } = now
  const isWhoReads = record !== undefined || entry.kind === 'reopened'
  const ownership = isWhoReads ? await lockOwnership(tx, key.site, today, key.dossier) : null
  const place = await openDossierPlace(tx, key, { id: entry.id, sealed, by, epoch, after })
  if (!place.ok) return place
  if (place.value.placed) return accept(place.value.placed)
  const { dossier } = place.value
  const entries = await listEntries(tx, key)
  const signed = { ...entry, by }
  const judge = await judgeOf(tx, dossier, await listWorkersOn(tx, key, today), now, school)
  if (!judge) return refuse('protocol-unknown')
  const judged = judge.judge(entries, signed, { hasWords, hasLink })
  if (!judged.ok) return judged
  const isReopened = entry.kind === 'reopened' && ownership !== null
  if (isReopened && !mayDo(ownership, { kind: 'reopen', report: key.dossier }).ok) return refuse('owner-needed')
  if ((entry.kind === 'record-added') !== (record !== undefined) || (record && record.record !== entry.record)) {
    return refuse('grants-wrong')
  }
  if (record && ownership) {
    const refusal = await refusalOfRecord(tx, key, record, ownership, today)
    if (refusal) return refuse(refusal)
    await insertRecordKeys(tx, key, [{ record: record.record, epoch, sealed: record.sealed }])
    await putCards(tx, key, by, record.cards)
  }
  if (entry.kind === 'record-erased') {
    const asked = erasureRequests(entries).find(({ id }) => id === entry.refersTo)
    if (asked) await eraseRecord(tx, dossier, asked.record, today)
  }
  const sequence = await appendEntry(tx, dossier, signed, sealed)
  await updateDossier(tx, key, { isOpen: !isClosedBy(judge.protocol, [...entries, signed]) })
  return accept<PlacedEntry>({ sequence, isNew: true })
}

/** A record has one key of an epoch, and a card goes to nobody who stays out. */
async function refusalOfRecord(
  tx: Database,
  key: DossierKey,
  { record, cards }: NewRecordKey,
  ownership: Ownership,
  today: LocalDate,
) {
  if ((await listRecordKeys(tx, key)).some((one) => one.record === record)) return 'grants-wrong'
  const holders = cards.map(({ holder }) => holder)
  const known = await knownDossierHolders(tx, key.site, holders, today)
  if (!holders.every((holder) => known.includes(holder))) return 'holder-unknown'
  const [owned] = ownership.reports
  return owned && holders.every((holder) => canTake(ownership, owned, holder)) ? null : 'reader-out'
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
    const isSame = earlier.by === by && earlier.sealed !== null && equalBytes(earlier.sealed, sealed)
    const placed: PlacedEntry = { sequence: earlier.sequence, isNew: false }
    return isSame ? accept({ dossier, placed }) : refuse('entry-different')
  }
  if (epoch !== dossier.epoch) return refuse('epoch-old')
  if (dossier.isKeyDue) return refuse('key-due')
  return after === dossier.lastSequence ? accept({ dossier, placed: null }) : refuse('dossier-moved')
}
