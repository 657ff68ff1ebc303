import { randomUUID } from 'node:crypto'
import type { Part } from '../../api/domain/dossier/entry.ts'
import type { LocalDate } from '../../api/domain/local-date.ts'
import { ask } from '../../web/client.ts'
import type { EntryWords, InvolvedPerson } from '../../web/crypto/dossier-body.ts'
import { sealCards } from '../../web/crypto/dossier-card.ts'
import { type NewRecord, sealNewDossier } from '../../web/crypto/dossier-new.ts'
import {
  blank,
  type DossierWriter,
  type EntryDraft,
  erasedEntriesOf,
  sealDossierLeave,
  sealDossierRenewal,
  sealDossierShare,
  sealEntry,
  sealRecord,
} from '../../web/crypto/dossier-write.ts'
import type { StoredDossier } from '../../web/islands/dossier/dossier-api.ts'
import { openStoredDossier } from '../../web/islands/dossier/open-dossier.ts'
import { remainingReaders } from '../../web/islands/shared/directory.ts'
import type { Colleague } from './colleague.ts'
import { granteesAt } from './grantees.ts'
import { ordinaryDay } from './school.ts'
import { accepted } from './school-api.ts'

export type DossierPlace = Readonly<{ site: string; dossier: string }>

/** Somebody who is involved, by their name alone. */
export const student = (name: string, classGroup = '2B'): InvolvedPerson => ({
  ...{ kind: 'student', name, classGroup, parents: [{ name: `Ouder van ${name}`, contact: '06 00 00 00 00' }] },
})

export const involved = (name: string, part: Part = 'target', person = student(name)): NewRecord => ({
  ...{ entry: randomUUID(), record: randomUUID(), part, person },
})

export const draftOf = (entry: Partial<EntryDraft>, on: LocalDate = ordinaryDay): EntryDraft => ({
  ...{ ...blank, id: randomUUID(), kind: 'note', happenedOn: on, ...entry },
})

const writerAt = ({ signing, places }: Colleague, place: DossierPlace, on: LocalDate): DossierWriter => ({
  ...place,
  author: { holder: places.get(place.site)?.holder ?? '', key: signing.publicKey },
  ...{ secret: signing.secret, on },
})

export type Opening = Readonly<{
  readers: readonly string[]
  keepers?: readonly string[]
  people?: readonly NewRecord[]
  reports?: readonly string[]
  earlier?: readonly string[]
  way?: string
  words?: EntryWords
  dossier?: string
  on?: LocalDate
}>

/** What a colleague's browser makes to open a dossier at ede. */
export async function sealOpening(colleague: Colleague, opening: Opening) {
  const { readers, keepers = [], people = [], reports = [], earlier = [], way = 'ordinary', on = ordinaryDay } = opening
  const place = { site: 'ede', dossier: opening.dossier ?? randomUUID() }
  const { siteKey, grantees } = await granteesAt(colleague.api, 'ede', [...new Set([...readers, ...keepers])])
  const of = (ids: readonly string[]) => grantees.filter(({ holder }) => ids.includes(holder))
  const sealed = await sealNewDossier(writerAt(colleague, place, on), {
    ...{ siteKey, people, readers: of(readers), keepers: of(keepers) },
    entry: draftOf({ kind: 'opened', code: way }, on),
    words: opening.words ?? { text: 'Mo zag het in de les.' },
  })
  return {
    ...{ dossier: place.dossier, protocol: { id: 'aeres-vmbo', version: '1.1' } },
    ...{ reports: [...reports], earlier: [...earlier], ...sealed },
    entries: sealed.entries.map((entry) => ({ ...entry, hasWords: true })),
  }
}

/** Opens a dossier at ede. */
export async function openDossierAs(colleague: Colleague, opening: Opening): Promise<DossierPlace> {
  const json = await sealOpening(colleague, opening)
  const param = { site: 'ede' }
  await accepted(ask(colleague.api.client.team.sites[':site'].dossiers.$post({ param, json })))
  return { site: 'ede', dossier: json.dossier }
}

/** Fetches, opens and checks. @throws 'dossier-unknown' when it is not theirs. */
export async function readDossier(colleague: Colleague, place: DossierPlace) {
  const asked = colleague.api.client.team.dossiers[':site'][':dossier'].$get({ param: place })
  const stored = (await accepted(ask(asked))) as StoredDossier
  return { stored, opened: await openAsColleague(colleague, stored) }
}

/** What the colleague's browser makes of what a server says, honest or not. */
export const openAsColleague = ({ box, places }: Colleague, stored: StoredDossier) => {
  const { holder = '', identities = new Map<string, readonly string[]>() } = places.get(stored.site) ?? {}
  const keys = { holder, siteKey: box.siteKeys[stored.site] ?? '', identities: Object.fromEntries(identities) }
  return openStoredDossier(stored, keys)
}

async function atDesk(colleague: Colleague, place: DossierPlace, on: LocalDate) {
  const { stored, opened } = await readDossier(colleague, place)
  const last = Math.max(0, ...[...stored.entries, ...stored.announcements].map(({ sequence }) => sequence))
  return { stored, opened, writer: writerAt(colleague, place, on), under: { epoch: opened.epoch, after: last } }
}

export async function sealWriting(
  colleague: Colleague,
  place: DossierPlace,
  entry: Partial<EntryDraft>,
  words: EntryWords = { text: 'Iets.' },
  on: LocalDate = ordinaryDay,
) {
  const { opened, writer, under } = await atDesk(colleague, place, on)
  return { ...under, ...(await sealEntry(opened, writer, draftOf(entry, on), words)), hasWords: words.text !== '' }
}

export async function writeEntry(colleague: Colleague, place: DossierPlace, ...[entry, words, on]: Writing) {
  const json = await sealWriting(colleague, place, entry, words, on)
  return accepted(ask(colleague.api.client.team.dossiers[':site'][':dossier'].entries.$post({ param: place, json })))
}
type Writing = [entry: Partial<EntryDraft>, words?: EntryWords, on?: LocalDate]

export async function sealAddition(
  colleague: Colleague,
  place: DossierPlace,
  added: NewRecord,
  keepers: readonly string[] = [],
) {
  const { opened, writer, under } = await atDesk(colleague, place, ordinaryDay)
  const { record, entry } = await sealRecord(opened, writer, added)
  const { grantees } = await granteesAt(colleague.api, place.site, keepers)
  const cards = (await sealCards(writer, added, grantees)).map(({ holder, sealed }) => ({ holder, sealed }))
  return { ...under, ...entry, hasWords: true, record: { ...record, cards } }
}

export async function sealSharing(colleague: Colleague, place: DossierPlace, holder: string) {
  const { opened, writer, under } = await atDesk(colleague, place, ordinaryDay)
  const [to] = (await granteesAt(colleague.api, place.site, [holder])).grantees
  if (!to) throw new Error('nobody to share with')
  const { sealed, ...share } = await sealDossierShare(opened, writer, to)
  return { ...under, ...share, announcement: { id: randomUUID() as string, sealed } }
}

export async function shareDossierWith(colleague: Colleague, place: DossierPlace, holder: string) {
  const json = await sealSharing(colleague, place, holder)
  return accepted(ask(colleague.api.client.team.dossiers[':site'][':dossier'].shares.$post({ param: place, json })))
}

export type Leaving = Readonly<{ holder: string; isInvolved: boolean; to?: string }>

export async function sealLeaving(colleague: Colleague, place: DossierPlace, { holder, isInvolved, to }: Leaving) {
  const { opened, writer, under } = await atDesk(colleague, place, ordinaryDay)
  const {
    epoch: _,
    after: __,
    ...share
  } = to === undefined ? { epoch: 0, after: 0 } : await sealSharing(colleague, place, to)
  const isGiven = 'holder' in share
  const sealed = await sealDossierLeave(opened, writer, { holder, name: 'Wie weggaat' }, isGiven ? 1 : 0)
  const announcement = { id: randomUUID() as string, sealed }
  return { ...under, holder, isInvolved, announcement, ...(isGiven && { share }) }
}

export async function leaveDossierAs(colleague: Colleague, place: DossierPlace, leaving: Leaving) {
  const json = await sealLeaving(colleague, place, leaving)
  return accepted(ask(colleague.api.client.team.dossiers[':site'][':dossier'].leavings.$post({ param: place, json })))
}

/** The new key that is due, for those who remain; or for others, when a test says so. */
export async function sealNewKey(colleague: Colleague, place: DossierPlace, to?: readonly string[]) {
  const { stored, opened, writer, under } = await atDesk(colleague, place, ordinaryDay)
  const readers = to ? (await granteesAt(colleague.api, place.site, to)).grantees : remainingReaders(stored, opened)
  const { announcement, ...renewal } = await sealDossierRenewal(opened, writer, readers)
  return { ...renewal, after: under.after, announcement: { id: randomUUID() as string, sealed: announcement } }
}

export async function renewDossierKey(colleague: Colleague, place: DossierPlace) {
  const json = await sealNewKey(colleague, place)
  return accepted(ask(colleague.api.client.team.dossiers[':site'][':dossier'].epochs.$post({ param: place, json })))
}

/** The decision to erase a record, with what was in it. */
export async function sealErasure(colleague: Colleague, place: DossierPlace, request: string, record: string) {
  const { opened, writer, under } = await atDesk(colleague, place, ordinaryDay)
  const words = { text: '', erased: erasedEntriesOf(opened, record) }
  const draft = draftOf({ kind: 'record-erased', refersTo: request })
  return { ...under, ...(await sealEntry(opened, writer, draft, words)), hasWords: false }
}
