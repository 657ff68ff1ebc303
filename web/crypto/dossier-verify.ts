import type { DossierEntry } from '../../api/domain/dossier/entry.ts'
import { canonicalJson } from './canonical.ts'
import { type DossierBodies, type EntryWords, isDossierBody } from './dossier-body.ts'
import { type EnvelopeFault, openInDossier } from './dossier-envelope.ts'
import type { ErasedEntry } from './dossier-erased.ts'
import type { DossierHeader } from './dossier-header.ts'
import type { NameOfStaff } from './staff-names.ts'

type Stored = Readonly<{ sequence: number; id: string; epoch: number; sealed: string | Uint8Array }>

/**
 * An entry as the server keeps it: nothing in it is believed but the place of the ciphertext. Without a ciphertext it was
 * erased, or so the server says.
 */
export type StoredEntry = DossierEntry & Omit<Stored, 'sealed'> & Readonly<{ sealed: Stored['sealed'] | null }>
/** Who reads from here on, as the server keeps it. */
export type StoredAnnouncement = Stored

/** A verified entry. The facts are those its writer signed. */
export type DossierEntryOpened = Readonly<{
  sequence: number
  entry: DossierEntry
  words: EntryWords
  authorName: string
  /** What its writer signed about its place; null where whoever erased it says so. */
  header: DossierHeader | null
}>

/** A verified change of who reads. */
export type DossierAnnouncement = { [P in 'share' | 'leave' | 'epoch']: AnnouncementOf<P> }['share' | 'leave' | 'epoch']
type AnnouncementOf<P extends 'share' | 'leave' | 'epoch'> = Readonly<{
  sequence: number
  id: string
  purpose: P
  body: DossierBodies[P]
  header: DossierHeader
  authorName: string
}>

export type Trusted = Readonly<{ site: string; dossier: string; nameOf: NameOfStaff }>
export type Refused = Readonly<{ ok: false; kind: EnvelopeFault | 'altered' }>

/** Opens one entry and checks whose it is, that it stands where it was written, and that its facts are what was signed. */
export async function verifyEntry(
  stored: DossierEntry & Stored,
  identity: string | undefined,
  { site, dossier, nameOf }: Trusted,
): Promise<Refused | Readonly<{ ok: true; header: DossierHeader; signature: string; opened: DossierEntryOpened }>> {
  const expect = { site, dossier, epoch: stored.epoch, purposes: ['entry'], nameOf } as const
  const result = await openInDossier(stored.sealed, identity, expect)
  if (!result.ok) return { ok: false, kind: result.fault }
  const { header, body, signature, authorName } = result.value
  if (!isDossierBody('entry', body)) return { ok: false, kind: 'unopenable' }
  const { entry, words } = body
  if (entry.id !== stored.id || entry.record !== stored.record) return { ok: false, kind: 'moved' }
  if (entry.by !== header.author.holder) return { ok: false, kind: 'forged' }
  if (factsOf(entry) !== factsOf(stored)) return { ok: false, kind: 'altered' }
  return { ok: true, header, signature, opened: { sequence: stored.sequence, entry, words, authorName, header } }
}

/** What stands in the place of an entry that was erased, when whoever erased it signed that it did. */
export function verifyErased(
  stored: StoredEntry,
  said: ErasedEntry | undefined,
  { nameOf }: Trusted,
): Readonly<{ opened: DossierEntryOpened; number: number; seen: ErasedEntry['seen'] }> | null {
  if (!said || said.epoch !== stored.epoch || factsOf(said.entry) !== factsOf(stored)) return null
  const { entry, number, key, seen } = said
  const authorName = nameOf({ kind: 'staff', holder: entry.by, key })
  if (authorName === null) return null
  return { opened: { sequence: stored.sequence, entry, words: { text: '' }, authorName, header: null }, number, seen }
}

export async function verifyAnnouncement(
  stored: StoredAnnouncement,
  identity: string | undefined,
  { site, dossier, nameOf }: Trusted,
): Promise<Refused | Readonly<{ ok: true; signature: string; announcement: DossierAnnouncement }>> {
  const expect = { site, dossier, epoch: stored.epoch, purposes: ['share', 'leave', 'epoch'], nameOf } as const
  const result = await openInDossier(stored.sealed, identity, expect)
  if (!result.ok) return { ok: false, kind: result.fault }
  const { header, body, signature, authorName } = result.value
  const common = { sequence: stored.sequence, id: stored.id, header, authorName }
  const as = <P extends 'share' | 'leave' | 'epoch'>(purpose: P): AnnouncementOf<P> | null =>
    isDossierBody(purpose, body) ? { ...common, purpose, body } : null
  const { purpose } = header
  const announcement = purpose === 'share' || purpose === 'leave' || purpose === 'epoch' ? asOne(as, purpose) : null
  return announcement ? { ok: true, signature, announcement } : { ok: false, kind: 'unopenable' }
}

/** Apart for each purpose, so that purpose and body stay tied to each other. */
function asOne(
  as: <P extends 'share' | 'leave' | 'epoch'>(purpose: P) => AnnouncementOf<P> | null,
  purpose: 'share' | 'leave' | 'epoch',
): DossierAnnouncement | null {
  if (purpose === 'share') return as('share')
  return purpose === 'leave' ? as('leave') : as('epoch')
}

/** The plain facts in their one spelling, whatever else stands with them. */
function factsOf(entry: DossierEntry): string {
  const { id, kind, code, record, happenedOn, hour, recordedOn, by, refersTo, dueOn, isOverride } = entry
  return canonicalJson({ id, kind, code, record, happenedOn, hour, recordedOn, by, refersTo, dueOn, isOverride })
}
