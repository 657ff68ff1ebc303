import type { Database } from '../../db/connect.ts'
import { equalBytes } from '../../web/crypto/bytes.ts'
import { holdersToForget } from '../domain/access.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { accept, refuse } from '../domain/outcome.ts'
import type { ReportState } from '../domain/report.ts'
import { type AttachmentClaim, acceptAttachments, acceptGrants } from '../domain/submission.ts'
import { attach } from './attachments.ts'
import { lockDraft, markSent, uploadedChunks } from './drafts.ts'
import { forgetHolders, type Grant, insertEarlierGrants, insertGrants, listGrantedHolders } from './grants.ts'
import { appendMessage, findMessage } from './messages.ts'
import { knownHolders, membersOf } from './readers.ts'
import { lockReport, type ReportKey, type StoredReport, updateReport } from './reports.ts'

export type NewMessage = Readonly<{
  id: string
  epoch: number
  sealed: Uint8Array
  isFromReporter: boolean
  sentOn: LocalDate
  /** The last sequence the writer had read; the message is refused when somebody else was first. */
  after?: number | undefined
}>

/** The place a message got, and whether this request gave it that place or an earlier one. */
type Placed = Readonly<{ sequence: number; isNew: boolean }>

/** Adds a message with its attachments and, for staff, the state the work list shows. */
export async function reply(
  tx: Database,
  key: ReportKey,
  message: NewMessage,
  extra: { draft?: string | undefined; attachments?: readonly AttachmentClaim[]; state?: ReportState | undefined } = {},
) {
  const report = await lockReport(tx, key)
  if (!report) return refuse('report-unknown')
  const earlier = await findEarlier(tx, key, message)
  if (earlier) return earlier
  if (message.epoch !== report.epoch) return refuse('epoch-old')
  if (hasMoved(report, message)) return refuse('conversation-moved')

  const claims = extra.attachments ?? []
  if (claims.length > 0) {
    const claimed = await claimAttachments(tx, key, extra.draft, claims)
    if (!claimed.ok) return claimed
  }
  const { after: _, ...written } = message
  const sequence = await appendMessage(tx, report, written)
  if (extra.state) await updateReport(tx, key, { state: extra.state })
  return accept<Placed>({ sequence, isNew: true })
}

const hasMoved = (report: StoredReport, { after }: { after?: number | undefined }): boolean =>
  after !== undefined && after !== report.lastSequence

/** The same message again is the same message; another under its id is refused, because one of the two would be lost. */
async function findEarlier(tx: Database, key: ReportKey, message: NewMessage) {
  const earlier = await findMessage(tx, key, message.id)
  if (!earlier) return null
  const isSame = earlier.isFromReporter === message.isFromReporter && equalBytes(earlier.sealed, message.sealed)
  return isSame ? accept<Placed>({ sequence: earlier.sequence, isNew: false }) : refuse('message-different')
}

async function claimAttachments(
  tx: Database,
  key: ReportKey,
  tokenHash: string | undefined,
  claims: readonly AttachmentClaim[],
) {
  const draft = tokenHash === undefined ? null : await lockDraft(tx, tokenHash)
  if (!draft || draft.site !== key.site) return refuse('draft-unknown')
  if (draft.report !== null) return refuse('draft-used')
  const accepted = acceptAttachments(claims, await uploadedChunks(tx, draft.tokenHash))
  if (!accepted.ok) return accepted
  await attach(tx, key, draft.tokenHash, claims)
  await markSent(tx, draft.tokenHash, key.report)
  return accepted
}

export type NewEpoch = Readonly<{
  epoch: number
  after?: number | undefined
  announcement: Readonly<{ id: string; sealed: Uint8Array }>
  reporterGrant: Uint8Array
  grants: readonly Readonly<{ holder: string; sealed: Uint8Array }>[]
  /** For whoever is new among `grants`: the keys of what was written before. */
  earlierGrants: readonly Grant[]
}>

/** A new report key for what follows, announced under the old one. Whoever got no grant reads nothing from here on. */
export async function startEpoch(tx: Database, key: ReportKey, next: NewEpoch, today: LocalDate) {
  const report = await lockReport(tx, key)
  if (!report) return refuse('report-unknown')
  const announcement = { ...next.announcement, epoch: next.epoch - 1, isFromReporter: true, sentOn: today }
  const earlier = await findEarlier(tx, key, announcement)
  if (earlier) return earlier
  if (next.epoch !== report.epoch + 1) return refuse('epoch-old')
  if (hasMoved(report, next)) return refuse('conversation-moved')
  const after = next.grants.map(({ holder }) => holder)
  const accepted = acceptGrants(next.grants, await knownHolders(tx, key.site, after))
  if (!accepted.ok) return accepted
  const isForReader = ({ holder, epoch }: Grant) => after.includes(holder) && epoch < next.epoch
  if (!next.earlierGrants.every(isForReader)) return refuse('grants-wrong')

  const former = (await listGrantedHolders(tx, key)).map(({ holder }) => holder)
  await insertGrants(tx, key, next.epoch, { reporter: next.reporterGrant, holders: next.grants })
  await insertEarlierGrants(tx, key, next.earlierGrants)
  await forgetHolders(tx, key, holdersToForget(former, after, await membersOf(tx, key.site, former)))
  const sequence = await appendMessage(tx, report, announcement)
  await updateReport(tx, key, { epoch: next.epoch })
  return accept<Placed>({ sequence, isNew: true })
}
