import type { DossierEntry, Part } from '../../api/domain/dossier/entry.ts'
import { toBase64Url } from './bytes.ts'
import type { DossierBodies, EntryWords, InvolvedPerson } from './dossier-body.ts'
import { sealInDossier } from './dossier-envelope.ts'
import type { ErasedEntry } from './dossier-erased.ts'
import type { CountedPurpose } from './dossier-header.ts'
import {
  type DossierWriter,
  newRecordKey,
  type SealedFor,
  type SealedRecordKey,
  sealDossierGrants,
} from './dossier-keys.ts'
import { nextNumberIn, type OpenedDossier } from './dossier-open.ts'
import type { Grantee, Reader } from './grant.ts'
import { newIdentity } from './identity.ts'

export type { DossierWriter } from './dossier-keys.ts'

/** An entry before its writer has signed: who and when follow from the writer. */
export type EntryDraft = Omit<DossierEntry, 'by' | 'recordedOn'>

/** As the interface takes it. */
export type SealedEntry = { entry: Omit<DossierEntry, 'by'>; sealed: string }

type Opened = Pick<OpenedDossier, 'epoch' | 'recipient' | 'records' | 'seen' | 'known'>

/**
 * Signs and seals an entry: to the record it is about, else to the dossier.
 * @param ahead how many other things of the same writer go before it in the same request.
 * @throws when the writer does not have the key in force.
 */
export async function sealEntry(
  opened: Opened,
  writer: DossierWriter,
  draft: EntryDraft,
  words: EntryWords,
  ahead = 0,
): Promise<SealedEntry> {
  const recipient =
    draft.record === null ? opened.recipient : opened.records.find(({ record }) => record === draft.record)?.recipient
  const unsigned = { ...draft, recordedOn: writer.on }
  const entry = { ...unsigned, by: writer.author.holder }
  return { entry: unsigned, sealed: await sealNext(opened, writer, 'entry', { entry, words }, recipient, ahead) }
}

/** What the interface takes with an entry `record-added`. */
export type SealedRecord = { record: SealedRecordKey; entry: SealedEntry }

/** A new record: a key of its own, and the entry that says who it is about, sealed to that key. */
export async function sealRecord(
  opened: Opened,
  writer: DossierWriter,
  added: Readonly<{ entry: string; record: string; part: Part; person: InvolvedPerson; text?: string }>,
  ahead = 0,
): Promise<SealedRecord> {
  if (opened.recipient === null) throw new Error('nothing to write under')
  const { epoch, recipient } = opened
  const key = await newRecordKey(writer, { epoch, recipient }, added.record)
  const record = {
    record: added.record,
    person: added.person,
    part: added.part,
    recipient: key.recipient,
    isErased: false,
  }
  const draft = { ...blank, id: added.entry, kind: 'record-added', code: added.part, record: added.record } as const
  const words = { text: added.text ?? '', person: added.person }
  const sealing = { ...opened, records: [...opened.records, record] }
  const entry = await sealEntry(sealing, writer, { ...draft, happenedOn: writer.on }, words, ahead)
  return { record: key.sealed, entry }
}

/**
 * What whoever erases a record says was in it: every entry of it, as its writer signed it.
 * @throws when something of it does not open: what nobody can vouch for is not erased.
 */
export function erasedEntriesOf({ entries, warnings }: OpenedDossier, record: string): readonly ErasedEntry[] {
  if (warnings.length > 0) throw new Error('something is wrong with this dossier')
  return entries
    .filter(({ entry }) => entry.record === record)
    .map(({ entry, header }) => {
      if (header === null) throw new Error('erased already')
      const { epoch, number, seen, author } = header
      return { entry, epoch, number, seen, key: author.key }
    })
}

/** What most entries have none of. */
export const blank = { code: null, record: null, hour: null, refersTo: null, dueOn: null, isOverride: false } as const

/** The keys of every epoch for somebody who reads along from now on. */
export async function sealDossierShare(
  opened: OpenedDossier,
  writer: DossierWriter,
  to: Grantee,
): Promise<{ holder: string; grants: { epoch: number; sealed: string }[]; sealed: string }> {
  const grants: { epoch: number; sealed: string }[] = []
  for (const [epoch, identity] of opened.identities) {
    const key = { epoch, identity, siteKey: opened.siteKey }
    for (const { sealed } of await sealDossierGrants(writer, key, [to], [...opened.readers, to])) {
      grants.push({ epoch, sealed })
    }
  }
  const body = { holder: to.holder, name: to.name }
  return { holder: to.holder, grants, sealed: await sealNext(opened, writer, 'share', body, opened.recipient) }
}

/** Says that somebody stops reading. @param ahead as for an entry. */
export const sealDossierLeave = (opened: Opened, writer: DossierWriter, leaving: Reader, ahead = 0): Promise<string> =>
  sealNext(opened, writer, 'leave', { holder: leaving.holder, name: leaving.name }, opened.recipient, ahead)

/** A new epoch as the interface takes it, when the announcement has an id. */
export type SealedDossierRenewal = {
  epoch: number
  announcement: string
  grants: SealedFor[]
  earlierGrants: (SealedFor & { epoch: number })[]
  records: SealedRecordKey[]
}

/**
 * A new key for these readers only, and with it a new key for every record. Somebody who is new among them gets the earlier
 * keys as well.
 * @throws when the writer does not have the key in force.
 */
export async function sealDossierRenewal(
  opened: OpenedDossier,
  writer: DossierWriter,
  readers: readonly Grantee[],
): Promise<SealedDossierRenewal> {
  const { siteKey } = opened
  const { identity, recipient } = await newIdentity()
  const epoch = opened.epoch + 1
  const announcement = await sealNext(opened, writer, 'epoch', { next: epoch, recipient }, opened.recipient)
  const records: SealedRecordKey[] = []
  for (const { record, isErased } of opened.records) {
    // Of what was erased there is nothing to read.
    if (isErased) continue
    records.push((await newRecordKey(writer, { epoch, recipient }, record)).sealed)
  }
  const before = new Set(opened.readers.map(({ holder }) => holder))
  const isNew = ({ holder }: Grantee) => !before.has(holder)
  const earlierGrants: SealedDossierRenewal['earlierGrants'] = []
  for (const [earlier, key] of opened.identities) {
    const old = { epoch: earlier, identity: key, siteKey }
    const sealed = await sealDossierGrants(writer, old, readers.filter(isNew), readers)
    earlierGrants.push(...sealed.map((grant) => ({ ...grant, epoch: earlier })))
  }
  const grants = await sealDossierGrants(writer, { epoch, identity, siteKey }, readers, readers)
  return { epoch, announcement, grants, earlierGrants, records }
}

async function sealNext<P extends CountedPurpose>(
  opened: Opened,
  { secret, ...by }: DossierWriter,
  purpose: P,
  body: DossierBodies[P],
  recipient: string | null | undefined,
  ahead = 0,
): Promise<string> {
  if (!recipient) throw new Error('nothing to write under')
  const own = by.author.holder
  const seen = Object.fromEntries(Object.entries(opened.seen).filter(([author]) => author !== own))
  const number = nextNumberIn(opened, own) + ahead
  const header = { v: 1, ...by, epoch: opened.epoch, purpose, number, seen } as const
  return toBase64Url(await sealInDossier(header, body, secret, recipient))
}
