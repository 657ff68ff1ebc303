import type { Part } from '../../api/domain/dossier/entry.ts'
import type { EntryWords, InvolvedPerson } from './dossier-body.ts'
import { type SealedCard, sealCards } from './dossier-card.ts'
import { type DossierWriter, type SealedFor, type SealedRecordKey, sealDossierGrants } from './dossier-keys.ts'
import { type EntryDraft, type SealedEntry, sealEntry, sealRecord } from './dossier-write.ts'
import type { Grantee } from './grant.ts'
import { newIdentity } from './identity.ts'

/** Somebody involved, with the ids of their record and of the entry that adds it. */
export type NewRecord = Readonly<{ entry: string; record: string; part: Part; person: InvolvedPerson; text?: string }>

export type NewDossier = Readonly<{
  siteKey: string
  /** The entry `opened` comes first. */
  entry: EntryDraft
  words: EntryWords
  people: readonly NewRecord[]
  /** Whoever opens it among them. */
  readers: readonly Grantee[]
  /** Who finds it again by the people in it. */
  keepers: readonly Grantee[]
}>

/** Everything encrypted that a new dossier consists of. */
export type SealedDossier = {
  grants: SealedFor[]
  records: SealedRecordKey[]
  entries: SealedEntry[]
  cards: SealedCard[]
}

/** @throws when something is malformed or too long. Then nothing may be sent. */
export async function sealNewDossier(writer: DossierWriter, given: NewDossier): Promise<SealedDossier> {
  const { identity, recipient } = await newIdentity()
  const { siteKey, readers, keepers, people } = given
  const fresh = { epoch: 1, recipient, records: [], seen: {}, known: {} }
  const grants = await sealDossierGrants(writer, { epoch: 1, identity, siteKey }, readers, readers)
  const entries = [await sealEntry(fresh, writer, given.entry, given.words)]
  const records: SealedRecordKey[] = []
  const cards: SealedCard[] = []
  for (const [at, person] of people.entries()) {
    const sealed = await sealRecord(fresh, writer, person, at + 1)
    records.push(sealed.record)
    entries.push(sealed.entry)
    cards.push(...(await sealCards(writer, person, keepers)))
  }
  return { grants, records, entries, cards }
}
