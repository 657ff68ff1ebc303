import { type DossierItem, type GoneEntry, withErased } from './dossier-items.ts'
import {
  openDossierGrants,
  openRecordKeys,
  type RecordIdentities,
  type StoredDossierGrant,
  type StoredRecordKey,
} from './dossier-open-keys.ts'
import { describeRecords, type OpenedRecord } from './dossier-opened-records.ts'
import {
  type DossierAnnouncement,
  type DossierEntryOpened,
  type StoredAnnouncement,
  type StoredEntry,
  verifyAnnouncement,
  verifyEntry,
} from './dossier-verify.ts'
import type { DossierWarning } from './dossier-warning.ts'
import { trackEpochs } from './epoch-track.ts'
import type { Reader } from './grant.ts'
import { checkOrder, type Order } from './order.ts'
import { readStaffNames } from './staff-names.ts'

export type { StoredDossierGrant, StoredRecordKey } from './dossier-open-keys.ts'
export type { OpenedRecord } from './dossier-opened-records.ts'
export type { DossierAnnouncement, DossierEntryOpened, StoredAnnouncement, StoredEntry } from './dossier-verify.ts'
export type { DossierWarning, DossierWarningKind } from './dossier-warning.ts'

export type DossierSource = Readonly<{
  site: string
  dossier: string
  /** The site key the server names now. Nothing is trusted because of it; a difference is a warning. */
  serverSiteKey: string
  certificates: readonly string[]
  grants: readonly StoredDossierGrant[]
  records: readonly StoredRecordKey[]
  entries: readonly StoredEntry[]
  announcements: readonly StoredAnnouncement[]
}>

/** What the reader brings: the pinned site key, and by holder id the identities, newest first. */
export type DossierKeys = Readonly<{ siteKey: string; identities: ReadonlyMap<string, readonly string[]> }>

/** A dossier as its reader may see it, in a form that a worker can hand over. All in it was verified. */
export type OpenedDossier = Readonly<{
  /** By sequence. */
  entries: readonly DossierEntryOpened[]
  announcements: readonly DossierAnnouncement[]
  records: readonly OpenedRecord[]
  warnings: readonly DossierWarning[]
  /** The epoch in force, whatever the server says. */
  epoch: number
  /** What the next common words are sealed to; null for whoever does not have the key in force. */
  recipient: string | null
  /** The dossier identity of each epoch the reader was granted. */
  identities: ReadonlyMap<number, string>
  recordIdentities: RecordIdentities
  siteKey: string
  readers: readonly Reader[]
  /** The highest verified number of each author: what the next entry says it has seen. */
  seen: Readonly<Record<string, number>>
  /** The highest number of each author that exists, seen or not. */
  known: Readonly<Record<string, number>>
}>

/**
 * Opens and verifies a whole dossier. As in a conversation, what cannot be found is that the last entries are missing when
 * nobody whose later entry is here has read them.
 *
 * @throws 'no grant opens' when the reader has no usable grant of any epoch.
 */
export async function openDossier(source: DossierSource, keys: DossierKeys): Promise<OpenedDossier> {
  const { site, dossier } = source
  const trusted = { site, dossier, nameOf: readStaffNames(source.certificates, keys.siteKey, site) }
  const granted = await openDossierGrants(source.grants, keys.identities, trusted)
  const newest = [...granted.bodies.values()].at(-1)
  if (!newest) throw new Error('no grant opens')
  const identities = new Map([...granted.bodies].map(([epoch, { identity }]) => [epoch, identity]))
  const records = await openRecordKeys(source.records, identities, trusted)

  const track = await trackEpochs(identities)
  const warnings: DossierWarning[] = []
  const opened: DossierItem[] = []
  const gone: GoneEntry[] = []
  for (const stored of inOrder(source)) {
    const about = { sequence: stored.sequence, id: stored.id, epoch: stored.epoch }
    if ('kind' in stored) {
      const { sealed, ...facts } = stored
      if (sealed === null) {
        gone.push({ stored, at: opened.length, isInEpoch: await track.admit(stored.epoch, null) })
        continue
      }
      const key = stored.record === null ? identities : records.identities.get(stored.record)
      const result = await verifyEntry({ ...facts, sealed }, key?.get(stored.epoch), trusted)
      if (result.ok) opened.push({ ...result, about, isInEpoch: await track.admit(stored.epoch, null) })
      else warnings.push({ kind: result.kind, ...about })
    } else {
      const result = await verifyAnnouncement(stored, identities.get(stored.epoch), trusted)
      if (!result.ok) {
        warnings.push({ kind: result.kind, ...about })
        continue
      }
      const { announcement, signature } = result
      const next = announcement.purpose === 'epoch' ? announcement.body : null
      const isInEpoch = await track.admit(stored.epoch, next)
      opened.push({ about, announcement, signature, header: announcement.header, isInEpoch })
    }
  }
  const { items, unsaid } = withErased(opened, gone, trusted)
  warnings.push(...unsaid)
  const order = checkOrder(
    items.map(({ header: { author, number, seen }, signature }) => ({
      author: author.holder,
      number,
      seen,
      signature,
    })),
  )
  const shown = items.filter((item, at) => item.isInEpoch && !order.copies.has(at))
  const entries = shown.flatMap(({ opened }) => opened ?? [])
  const announcements = shown.flatMap(({ announcement }) => announcement ?? [])
  const inForce = track.inForce()
  const isPinned = [...granted.bodies.values()].every((body) => body.siteKey === keys.siteKey)
  const swapped = isPinned && source.serverSiteKey === keys.siteKey ? [] : [{ kind: 'site-key-changed' as const }]
  const contradicted = track.contradicted().map((epoch) => ({ kind: 'bad-grant' as const, epoch }))
  return {
    ...{ entries, announcements, identities, ...inForce, siteKey: keys.siteKey },
    records: await describeRecords(records.identities, entries, inForce.epoch),
    recordIdentities: records.identities,
    warnings: [
      ...[...swapped, ...granted.warnings, ...records.warnings, ...warnings],
      ...[...contradicted, ...orderWarnings(items, order)],
    ],
    readers: withShared(newest.readers, announcements, inForce.epoch),
    seen: Object.fromEntries(order.highest),
    known: Object.fromEntries(order.known),
  }
}

/** The number of the next thing this author writes. */
export const nextNumberIn = ({ known }: Pick<OpenedDossier, 'known'>, holder: string): number =>
  (known[holder] ?? 0) + 1

const inOrder = ({ entries, announcements }: DossierSource): (StoredEntry | StoredAnnouncement)[] =>
  [...entries, ...announcements].toSorted((a, b) => a.sequence - b.sequence)

function orderWarnings(items: readonly DossierItem[], order: Order): DossierWarning[] {
  const warnings: DossierWarning[] = []
  for (const [at, { about, header, isInEpoch }] of items.entries()) {
    const facts = { ...about, author: header.author.holder, number: header.number }
    if (order.copies.has(at)) warnings.push({ kind: 'repeated', isShown: false, ...facts })
    else if (!isInEpoch) warnings.push({ kind: 'wrong-epoch', ...about })
    else if (order.twins.has(at)) warnings.push({ kind: 'repeated', isShown: true, ...facts })
    else if (order.misplaced.has(at)) warnings.push({ kind: 'out-of-order', ...facts })
  }
  return [...warnings, ...order.gaps.map((gap) => ({ kind: 'missing' as const, ...gap }))]
}

function withShared(granted: readonly Reader[], announcements: readonly DossierAnnouncement[], epoch: number) {
  const shared = announcements.flatMap(({ purpose, header, body }) =>
    purpose === 'share' && header.epoch === epoch ? [{ holder: body.holder, name: body.name }] : [],
  )
  return [...new Map([...granted, ...shared].map((reader) => [reader.holder, reader])).values()]
}
