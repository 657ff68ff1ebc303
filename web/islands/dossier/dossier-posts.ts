import type { Part } from '../../../api/domain/dossier/entry.ts'
import type { EntryWords, InvolvedPerson } from '../../crypto/dossier-body.ts'
import { sealCards } from '../../crypto/dossier-card.ts'
import type { OpenedDossier } from '../../crypto/dossier-open.ts'
import {
  type DossierWriter,
  type EntryDraft,
  erasedEntriesOf,
  sealDossierLeave,
  sealDossierRenewal,
  sealDossierShare,
  sealEntry,
  sealRecord,
} from '../../crypto/dossier-write.ts'
import type { Grantee, Reader } from '../../crypto/grant.ts'
import { remainingReaders } from '../shared/directory.ts'
import { type DossierAnswer, type DossierPlace, dossierApi, type StoredDossier } from './dossier-api.ts'
import { hasWords } from './words-of.ts'

/** What is written in, by whom, and the key and the place under which the server takes it. */
export type Writing = Readonly<{
  place: DossierPlace
  writer: DossierWriter
  opened: OpenedDossier
  under: Readonly<{ epoch: number; after: number }>
}>

/** Seals and sends under the key in force. */
export type Post = (writing: Writing) => Promise<DossierAnswer<unknown>>

export type AddedRecord = Readonly<{ entry: string; record: string; part: Part; person: InvolvedPerson }>

/** Who stops reading: the person, or a function of theirs; `isInvolved`: for good, through whatever function. */
export type Leaving = Readonly<{ as: Reader; isInvolved: boolean; to: Grantee | null }>
export type LeavingIds = Readonly<{ share: string; leave: string }>

type Posted = Promise<DossierAnswer<unknown>>

export async function postEntry({ place, writer, opened, under }: Writing, draft: EntryDraft, words: EntryWords) {
  const sealed = await sealEntry(opened, writer, draft, words)
  return dossierApi.write(place, { ...sealed, ...under, hasWords: hasWords(words) })
}

/** Decides that a record is erased, and says what was in it. */
export async function postErasure({ place, writer, opened, under }: Writing, draft: EntryDraft, record: string) {
  const words = { text: '', erased: erasedEntriesOf(opened, record) }
  const sealed = await sealEntry(opened, writer, draft, words)
  return dossierApi.write(place, { ...sealed, ...under, hasWords: false })
}

export async function postRecord(
  { place, writer, opened, under }: Writing,
  added: AddedRecord,
  keepers: readonly Grantee[],
): Posted {
  const { record, entry } = await sealRecord(opened, writer, added)
  const cards = (await sealCards(writer, added, keepers)).map(({ holder, sealed }) => ({ holder, sealed }))
  return dossierApi.addRecord(place, { ...entry, ...under, hasWords: true, record: { ...record, cards } })
}

export async function postJoining(
  { place, writer, opened, under }: Writing,
  draft: EntryDraft,
  words: EntryWords,
  to: string,
): Posted {
  const sealed = await sealEntry(opened, writer, draft, words)
  return dossierApi.join(place, { ...sealed, ...under, hasWords: hasWords(words), to })
}

export async function postShare({ place, writer, opened, under }: Writing, to: Grantee, id: string): Posted {
  const { sealed, ...given } = await sealDossierShare(opened, writer, to)
  return dossierApi.share(place, { ...given, ...under, announcement: { id, sealed } })
}

export async function postLeaving(
  { place, writer, opened, under }: Writing,
  { as, isInvolved, to }: Leaving,
  ids: LeavingIds,
): Posted {
  const given = to && (await sealDossierShare(opened, writer, to))
  const sealed = await sealDossierLeave(opened, writer, as, given ? 1 : 0)
  return dossierApi.leave(place, {
    ...{ ...under, holder: as.holder, isInvolved, announcement: { id: ids.leave, sealed } },
    ...(given && {
      share: { holder: given.holder, grants: given.grants, announcement: { id: ids.share, sealed: given.sealed } },
    }),
  })
}

/** The next key, for those who remain. */
export async function postRenewal({ place, writer, opened, under }: Writing, stored: StoredDossier): Posted {
  const readers = remainingReaders(stored, opened)
  const { announcement, epoch, ...renewal } = await sealDossierRenewal(opened, writer, readers)
  return dossierApi.renew(place, {
    ...renewal,
    ...{ epoch, after: under.after },
    announcement: { id: crypto.randomUUID(), sealed: announcement },
  })
}
