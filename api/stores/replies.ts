import type { Database } from '../../db/connect.ts'
import { equalBytes } from '../../web/crypto/bytes.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { accept, refuse } from '../domain/outcome.ts'
import type { ReportState } from '../domain/report.ts'
import { type AttachmentClaim, acceptAttachments } from '../domain/submission.ts'
import { attach } from './attachments.ts'
import { lockDraft, markSent, uploadedChunks } from './drafts.ts'
import { appendMessage, findMessage } from './messages.ts'
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
export type Placed = Readonly<{ sequence: number; isNew: boolean }>

/** Adds a message with its attachments and, for staff, the state the work list shows. */
export async function reply(
  tx: Database,
  key: ReportKey,
  message: NewMessage,
  extra: { draft?: string | undefined; attachments?: readonly AttachmentClaim[]; state?: ReportState | undefined } = {},
) {
  const open = await openPlace(tx, key, message)
  if (!open.ok) return open
  const { report, placed } = open.value
  if (placed) return accept(placed)

  const claims = extra.attachments ?? []
  if (claims.length > 0) {
    const claimed = await claimAttachments(tx, key, extra.draft, claims)
    if (!claimed.ok) return claimed
  }
  const { after: _, ...written } = message
  const sequence = await appendMessage(tx, report, written)
  await updateReport(tx, key, progress(report, message, extra.state, sequence))
  return accept<Placed>({ sequence, isNew: true })
}

/** What a message changes on the outside of a report. Another status than closed is no answer. */
function progress(
  { firstAnsweredOn }: StoredReport,
  { isFromReporter, sentOn }: NewMessage,
  state: ReportState | undefined,
  sequence: number,
) {
  if (isFromReporter) return { askedSequence: sequence }
  if (state !== undefined && state !== 'closed') return { state }
  const answered = { answeredSequence: sequence, firstAnsweredOn: firstAnsweredOn ?? sentOn }
  return state === undefined ? answered : { ...answered, state }
}

/**
 * The report, locked, when this message may be written in it now; or the place it got when it was sent before. Nothing is
 * taken under a key that somebody has who should not.
 */
export async function openPlace(tx: Database, key: ReportKey, message: NewMessage) {
  const report = await lockReport(tx, key)
  if (!report) return refuse('report-unknown')
  const earlier = await findEarlier(tx, key, message)
  if (earlier) return earlier.ok ? accept({ report, placed: earlier.value }) : earlier
  if (message.epoch !== report.epoch) return refuse('epoch-old')
  if (report.isKeyDue) return refuse('key-due')
  return hasMoved(report, message) ? refuse('conversation-moved') : accept({ report, placed: null })
}

export const hasMoved = (report: StoredReport, { after }: { after?: number | undefined }): boolean =>
  after !== undefined && after !== report.lastSequence

/** The same message again is the same message; another under its id is refused, because one of the two would be lost. */
export async function findEarlier(tx: Database, key: ReportKey, message: NewMessage) {
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
