import type { Database } from '../../db/connect.ts'
import type { DossierEntry } from '../domain/dossier/entry.ts'
import { accept, refuse } from '../domain/outcome.ts'
import { canTake, type OwnedReport, ownersOf } from '../domain/ownership.ts'
import type { ProtocolName } from '../domain/protocol/registry.ts'
import { acceptGrants } from '../domain/submission.ts'
import { appendEntry, findEntry } from './dossier-entries.ts'
import { insertDossierGrants, recuseFromDossier } from './dossier-grants.ts'
import { linkEarlier, linkReport } from './dossier-links.ts'
import { findDossierReader } from './dossier-reader.ts'
import { type Card, insertRecordKeys, putCards } from './dossier-records.ts'
import { knownDossierHolders } from './dossier-workers.ts'
import { listWorkersHolding } from './dossier-workers-on.ts'
import { type DossierKey, findDossier, insertDossier } from './dossiers.ts'
import { judgeOf, type Moment } from './judge-entry.ts'
import { lockOwnership } from './ownership.ts'
import type { WrittenEntry } from './record-entry.ts'
import { listRecused } from './recusals.ts'
import { findReader } from './report-reader.ts'

export type NewDossier = DossierKey &
  Readonly<{
    protocol: ProtocolName
    reports: readonly string[]
    earlier: readonly string[]
    grants: readonly Readonly<{ holder: string; sealed: Uint8Array }>[]
    records: readonly Readonly<{ record: string; sealed: Uint8Array }>[]
    /** `opened` first, then those that add a record. */
    entries: readonly WrittenEntry[]
    cards: readonly Card[]
  }>

/** Whoever opens it: the account, and who they are at the site. */
export type Opener = Readonly<{ account: string; holder: string; functions: readonly string[]; now: Moment }>

/**
 * A new dossier, whole or not at all. Whoever opens it reads along, every report it is about is one they can read, and who
 * stays out of one of those stays out of the dossier.
 */
export async function openDossier(tx: Database, given: NewDossier, opener: Opener) {
  const { site, dossier: id } = given
  const { today } = opener.now
  const ownership = await lockOwnership(tx, site, today, id)
  const [first] = given.entries
  if (await findDossier(tx, given)) {
    const isSame = first !== undefined && (await findEntry(tx, given, first.entry.id))?.by === opener.holder
    return isSame ? accept({ isNew: false }) : refuse('dossier-taken')
  }
  const involved: string[] = []
  for (const report of given.reports) {
    if (!(await findReader(tx, opener.account, { site, report }, today))) return refuse('report-unknown')
    involved.push(...(await listRecused(tx, { site, report })))
  }
  for (const earlier of given.earlier) {
    const key = { site, dossier: earlier }
    if (earlier === id || !(await findDossierReader(tx, opener.account, key, today))) return refuse('dossier-unknown')
  }
  const holders = given.grants.map(({ holder }) => holder)
  const cardHolders = [...new Set(given.cards.map(({ holder }) => holder))]
  const known = await knownDossierHolders(tx, site, [...holders, ...cardHolders], today)
  const accepted = acceptGrants(given.grants, known)
  if (!accepted.ok) return accepted
  if (!cardHolders.every((holder) => known.includes(holder))) return refuse('holder-unknown')
  const isOwn = (holder: string) => holder === opener.holder || opener.functions.includes(holder)
  if (!holders.some(isOwn)) return refuse('grants-wrong')
  const recused = [...new Set(involved)]
  const owned: OwnedReport = {
    ...{ report: id, isDossier: true, isOpen: true, holders, recused },
    ...{ standIns: [], isKeyDue: false },
  }
  if (![...holders, ...cardHolders].every((holder) => canTake(ownership, owned, holder))) return refuse('reader-out')
  if (ownersOf(ownership, owned).length === 0) return refuse('owner-needed')

  // All of it is judged before any of it is stored.
  if (!hasKeyForEach(given)) return refuse('grants-wrong')
  const readers = await listWorkersHolding(tx, site, holders, today)
  const judge = await judgeOf(
    tx,
    given,
    readers.filter(({ holder }) => !recused.includes(holder)),
    opener.now,
  )
  if (!judge) return refuse('protocol-unknown')
  const written: DossierEntry[] = []
  for (const { entry, hasWords } of given.entries) {
    const signed = { ...entry, by: opener.holder }
    const judged = judge.judge(written, signed, { hasWords })
    if (!judged.ok) return judged
    written.push(signed)
  }
  const created = await insertDossier(tx, given, { protocol: given.protocol, today })
  if (!created) return refuse('dossier-taken')
  await recuseFromDossier(tx, given, recused)
  const underFirst = <Key extends object>(keys: readonly Key[]) => keys.map((key) => ({ epoch: 1, ...key }))
  await insertDossierGrants(tx, given, underFirst(given.grants))
  await insertRecordKeys(tx, given, underFirst(given.records))
  for (const [at, { entry, sealed }] of given.entries.entries()) {
    await appendEntry(tx, { ...created, lastSequence: at }, { ...entry, by: opener.holder }, sealed)
  }
  await putCards(tx, given, opener.holder, given.cards)
  for (const report of given.reports) await linkReport(tx, given, report)
  for (const earlier of given.earlier) await linkEarlier(tx, given, earlier)
  return accept({ isNew: true })
}

/** One key for each record that an entry adds, and no card of another. */
function hasKeyForEach({ records, entries, cards }: NewDossier): boolean {
  const added = entries.flatMap(({ entry }) => (entry.kind === 'record-added' ? (entry.record ?? []) : []))
  const isAdded = ({ record }: Readonly<{ record: string }>) => added.includes(record)
  return added.length === records.length && records.every(isAdded) && cards.every(isAdded)
}
