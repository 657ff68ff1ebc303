import type { Part } from '../../../api/domain/dossier/entry.ts'
import type { InvolvedPerson } from '../../../web/crypto/dossier-body.ts'
import { type NewRecord, sealNewDossier } from '../../../web/crypto/dossier-new.ts'
import {
  type DossierSource,
  type OpenedDossier,
  openDossier,
  type StoredAnnouncement,
  type StoredEntry,
} from '../../../web/crypto/dossier-open.ts'
import {
  blank,
  type DossierWriter,
  type EntryDraft,
  type SealedDossierRenewal,
  type SealedEntry,
  sealEntry,
} from '../../../web/crypto/dossier-write.ts'
import { day, type Person, person, site, siteKey } from './cast.ts'

export const anna = await person('Anna')
export const bram = await person('Bram')
export const carla = await person('Carla')

export const dossier = '5f0b3c1e-9d1a-4f6e-8a55-0c2d5b7e9f10'
export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const student = (name: string, classGroup = '2B'): InvolvedPerson => ({
  ...{ kind: 'student', name, classGroup, parents: [] },
})
export const involved = (n: number, name: string, part: Part): NewRecord => ({
  ...{ entry: idOf(n), record: idOf(n + 500), part, person: student(name) },
})

export const writer = ({ author, signing }: Person, of = dossier): DossierWriter => ({
  ...{ site, dossier: of, on: day, secret: signing.secret },
  author: { holder: author.holder, key: author.key },
})

export const draft = (n: number, more: Partial<EntryDraft> = {}): EntryDraft => ({
  ...{ ...blank, id: idOf(n), kind: 'note', happenedOn: day, ...more },
})

/** What a server keeps of one dossier, and may spoil. */
export type Kept = {
  -readonly [Field in keyof DossierSource]: DossierSource[Field] extends readonly (infer Item)[]
    ? Item[]
    : DossierSource[Field]
}

export const storedEntry = (by: Person, sequence: number, { entry, sealed }: SealedEntry, epoch = 1): StoredEntry => ({
  ...{ ...entry, by: by.grantee.holder, sequence, epoch, sealed },
})

/** A dossier of Anna's about Fatima and Daan, which Bram reads along. */
export async function fresh(of = dossier): Promise<Kept> {
  const sealed = await sealNewDossier(writer(anna, of), {
    ...{ siteKey: siteKey.publicKey, entry: draft(1, { kind: 'opened', code: 'ordinary' }), words: { text: 'Begin.' } },
    people: [involved(2, 'Fatima', 'target'), involved(3, 'Daan', 'initiator')],
    ...{ readers: [anna.grantee, bram.grantee], keepers: [] },
  })
  return {
    ...{ site, dossier: of, serverSiteKey: siteKey.publicKey },
    certificates: [anna, bram, carla].map(({ certificate }) => certificate),
    grants: sealed.grants.map((grant) => ({ epoch: 1, ...grant })),
    records: sealed.records.map((key) => ({ epoch: 1, ...key })),
    entries: sealed.entries.map((entry, at) => storedEntry(anna, at + 1, entry)),
    announcements: [],
  }
}

export const openAs = (who: Person, kept: Kept): Promise<OpenedDossier> =>
  openDossier(kept, { siteKey: siteKey.publicKey, identities: new Map([[who.grantee.holder, [who.identity]]]) })

const lastOf = ({ entries, announcements }: Kept) =>
  Math.max(0, ...[...entries, ...announcements].map(({ sequence }) => sequence))

/** Somebody writes, as an honest browser and server do it. */
export async function add(kept: Kept, by: Person, n: number, more: Partial<EntryDraft> = {}, text = `woord ${n}`) {
  const opened = await openAs(by, kept)
  const sealed = await sealEntry(opened, writer(by, kept.dossier), draft(n, more), { text })
  kept.entries.push(storedEntry(by, lastOf(kept) + 1, sealed, opened.epoch))
}

export function announce(kept: Kept, n: number, sealed: string, epoch = 1): StoredAnnouncement {
  const announcement = { sequence: lastOf(kept) + 1, id: idOf(n), epoch, sealed }
  kept.announcements.push(announcement)
  return announcement
}

/** What a server does with a new key: who is not among its readers has no key any more. */
export function renewed(kept: Kept, n: number, { epoch, announcement, ...keys }: SealedDossierRenewal): void {
  announce(kept, n, announcement, epoch - 1)
  kept.grants.push(...keys.grants.map((grant) => ({ epoch, ...grant })), ...keys.earlierGrants)
  kept.records.push(...keys.records.map((key) => ({ epoch, ...key })))
}

export const kindsOf = ({ warnings }: Pick<OpenedDossier, 'warnings'>) => warnings.map(({ kind }) => kind)
export const textsOf = ({ entries }: Pick<OpenedDossier, 'entries'>) => entries.map(({ words }) => words.text)
