import type { ReportState } from '../../api/domain/report.ts'
import { type Entry, type StoredMessage, type Verified, verifyStored } from './entry.ts'
import { type EpochTrack, trackEpochs } from './epoch-track.ts'
import { type AuthorId, authorId } from './header.ts'
import { checkOrder, type Order } from './order.ts'
import { readStaffNames } from './staff-names.ts'
import type { Warning } from './warning.ts'

export type { Entry, EntryOf, StoredMessage } from './entry.ts'
export type { Warning, WarningKind } from './warning.ts'

export type ConversationSource = Readonly<{
  site: string
  report: string
  /** From the reader's own grant; for the reporter, from the code. */
  reporterKey: string
  /** The **pinned** site key: from the reader's own grant, or a staff member's own box. */
  siteKey: string
  /** The site key the server names now. Nothing is trusted because of it; a difference is a warning. */
  serverSiteKey: string
  certificates: readonly string[]
  /** The report identity of each epoch that was granted to the reader. */
  grantIdentities: ReadonlyMap<number, string>
  stored: readonly StoredMessage[]
}>

export type Conversation = Readonly<{
  /** By sequence. Everything in it was written by whom it says, in this report. */
  entries: readonly Entry[]
  warnings: readonly Warning[]
  /** From the latest verified status message; 'received' before the first. */
  state: ReportState
  /** The number of the next thing this author writes. */
  nextNumber(author: AuthorId): number
  /** The highest verified number of each author: what the next message says it has seen. */
  seen: Readonly<Record<AuthorId, number>>
  /** The epoch in force, whatever the server says. */
  epoch: number
  /**
   * What the next message is sealed to. Null when the reader does not have the key in force, because they were left
   * out of the newest epoch or given another key than was announced: then nothing may be written.
   */
  recipient: string | null
}>

/**
 * Opens and verifies a whole conversation.
 *
 * Finds what a server makes up, changes, moves, repeats, reorders or leaves out. One thing cannot be found: that the
 * **last** messages are missing, when nobody whose later message is here has read them. To whoever has not read them,
 * a server that keeps them back looks like one that never got them. They are found as soon as their author, or
 * somebody who did read them, writes again.
 */
export async function readConversation(source: ConversationSource): Promise<Conversation> {
  const warnings: Warning[] = source.serverSiteKey === source.siteKey ? [] : [{ kind: 'site-key-changed' }]
  const trusted = { ...source, nameOf: readStaffNames(source.certificates, source.siteKey, source.site) }
  const track = await trackEpochs(source.grantIdentities)
  const verified: (Verified & { isInEpoch: boolean })[] = []
  for (const stored of source.stored.toSorted((a, b) => a.sequence - b.sequence)) {
    const result = await verifyStored(stored, trusted)
    if (result.ok) verified.push({ ...result, isInEpoch: await isAdmitted(track, result.entry) })
    else warnings.push({ kind: result.kind, ...about(stored.sequence, stored.id, stored.epoch) })
  }
  const order = checkOrder(
    verified.map(({ entry, signature }) => ({ ...entry.header, author: authorOf(entry), signature })),
  )
  const isShown = (at: number) => verified[at]?.isInEpoch === true && !order.copies.has(at)
  const entries = verified.map(({ entry }) => entry)
  return {
    entries: entries.filter((_, at) => isShown(at)),
    warnings: [...warnings, ...contradictions(track), ...orderWarnings(entries, order, isShown)],
    state: stateOf(entries.filter((_, at) => isShown(at))),
    nextNumber: (author) => (order.known.get(author) ?? 0) + 1,
    seen: Object.fromEntries(order.highest),
    ...track.inForce(),
  }
}

const isAdmitted = (track: EpochTrack, entry: Entry) =>
  track.admit(entry.header.epoch, entry.purpose === 'epoch' ? entry.body : null)

const contradictions = (track: EpochTrack): Warning[] =>
  track.contradicted().map((epoch) => ({ kind: 'bad-grant', epoch }))

function orderWarnings(entries: readonly Entry[], order: Order, isShown: (at: number) => boolean): Warning[] {
  const warnings: Warning[] = []
  for (const [at, entry] of entries.entries()) {
    const { number, epoch } = entry.header
    const facts = { ...about(entry.sequence, entry.id, epoch), author: authorOf(entry), number }
    if (order.copies.has(at)) warnings.push({ kind: 'repeated', isShown: false, ...facts })
    else if (!isShown(at)) warnings.push({ kind: 'wrong-epoch', ...about(entry.sequence, entry.id, epoch) })
    else if (order.twins.has(at)) warnings.push({ kind: 'repeated', isShown: true, ...facts })
    else if (order.misplaced.has(at)) warnings.push({ kind: 'out-of-order', ...facts })
  }
  return [...warnings, ...order.gaps.map((gap) => ({ kind: 'missing' as const, ...gap }))]
}

const stateOf = (entries: readonly Entry[]): ReportState =>
  entries.findLast((entry) => entry.purpose === 'status')?.body.state ?? 'received'

const authorOf = (entry: Entry) => authorId(entry.header.author)

const about = (sequence: number, id: string, epoch: number) => ({ sequence, id, epoch })
