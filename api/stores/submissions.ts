import type { Database } from '../../db/connect.ts'
import { equalBytes } from '../../web/crypto/bytes.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { accept, type Outcome, refuse } from '../domain/outcome.ts'
import { type AskedGrant, type AttachmentClaim, acceptSubmission, standInsOf } from '../domain/submission.ts'
import { attach } from './attachments.ts'
import { lockDraft, markSent, uploadedChunks } from './drafts.ts'
import { insertGrants, listGrantedHolders, listGrants, listReporterGrants } from './grants.ts'
import { knownHolders } from './known-holders.ts'
import { appendMessage, listMessages } from './messages.ts'
import { holdOwnership } from './ownership.ts'
import { findAccess, findReport, insertReport, type ReportKey, type StoredReport } from './reports.ts'
import { findSite } from './sites.ts'
import { noteStandIns } from './stand-ins.ts'

export type SealedSubmission = ReportKey &
  Readonly<{
    urgent: boolean
    lookupHash: string
    proofHash: string
    reporterGrant: Uint8Array
    grants: readonly (AskedGrant & Readonly<{ sealed: Uint8Array }>)[]
    message: Readonly<{ id: string; sealed: Uint8Array }>
    attachments: readonly AttachmentClaim[]
  }>

/** A stored report, and whether this very request stored it or an earlier one with the same content. */
export type Stored = Readonly<{ report: StoredReport; isNew: boolean }>

/** Stores one report whole, or nothing. The same report under the same draft again is the same report. */
export async function submit(tx: Database, tokenHash: string, submission: SealedSubmission, today: LocalDate) {
  const draft = await lockDraft(tx, tokenHash)
  if (!draft) return refuse('draft-unknown')
  if (draft.report !== null) return findSame(tx, submission)

  const site = await findSite(tx, draft.site)
  if (!site) return refuse('site-unknown')
  await holdOwnership(tx, site.id)
  const asked = submission.grants.map(({ holder }) => holder)
  const accepted = acceptSubmission(
    submission,
    { ...site, holders: await knownHolders(tx, site.id, asked, today) },
    await uploadedChunks(tx, tokenHash),
  )
  if (!accepted.ok) return accepted
  const isTaken = (await findReport(tx, submission)) !== null || (await findAccess(tx, submission.lookupHash)) !== null
  if (isTaken) return refuse('report-taken')

  return accept({ report: await store(tx, tokenHash, submission, today), isNew: true })
}

async function store(tx: Database, tokenHash: string, submission: SealedSubmission, today: LocalDate) {
  const { site, report: id, urgent: isUrgent, lookupHash, proofHash, message, attachments } = submission
  const report = await insertReport(tx, { site, report: id, isUrgent, today, lookupHash, proofHash })
  await insertGrants(tx, report, 1, { reporter: submission.reporterGrant, holders: submission.grants })
  await noteStandIns(tx, report, standInsOf(submission.grants))
  await appendMessage(tx, report, { ...message, epoch: 1, isFromReporter: true, sentOn: today })
  await attach(tx, report, tokenHash, attachments)
  await markSent(tx, tokenHash, id)
  return report
}

/** A repeated submission gets the first one's answer, but only when nothing in it differs from what was stored. */
async function findSame(tx: Database, submission: SealedSubmission): Promise<Outcome<Stored, 'draft-used'>> {
  const report = await findReport(tx, submission)
  const access = await findAccess(tx, submission.lookupHash)
  const [first] = await listMessages(tx, submission)
  const [reporterGrant] = await listReporterGrants(tx, submission)
  const isSame =
    report !== null &&
    access?.report === submission.report &&
    access.proofHash === submission.proofHash &&
    report.isUrgent === submission.urgent &&
    first?.id === submission.message.id &&
    equalBytes(first.sealed, submission.message.sealed) &&
    reporterGrant !== undefined &&
    equalBytes(reporterGrant.sealed, submission.reporterGrant) &&
    (await hasSameGrants(tx, submission))
  return isSame ? accept({ report, isNew: false }) : refuse('draft-used')
}

async function hasSameGrants(tx: Database, { site, report, grants }: SealedSubmission): Promise<boolean> {
  const key = { site, report }
  const granted = (await listGrantedHolders(tx, key)).filter(({ epoch }) => epoch === 1).map(({ holder }) => holder)
  const stored = (await listGrants(tx, key, granted)).filter(({ epoch }) => epoch === 1)
  const isStored = (grant: SealedSubmission['grants'][number]) =>
    stored.some(({ holder, sealed }) => holder === grant.holder && equalBytes(sealed, grant.sealed))
  return stored.length === grants.length && grants.every(isStored)
}
