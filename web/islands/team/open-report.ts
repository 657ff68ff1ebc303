import type { ReportState } from '../../../api/domain/report.ts'
import { fromBase64Url } from '../../crypto/bytes.ts'
import { type Entry, readConversation, type Warning } from '../../crypto/conversation.ts'
import { type GrantBody, openGrant } from '../../crypto/grant.ts'
import type { Header } from '../../crypto/header.ts'
import type { ReportAnswers } from '../../crypto/message.ts'
import type { OpenWorkplace } from './staff-keys.ts'
import type { StoredReport } from './team-api.ts'

/** The keys with which a report of one site is opened. */
export type ReportKeys = Pick<OpenWorkplace, 'holder' | 'siteKey' | 'identities'>

/** A report as its reader may see it: everything in it was verified, the rest is in `warnings`. */
export type OpenedReport = Readonly<{
  entries: readonly Entry[]
  warnings: readonly Warning[]
  state: ReportState
  seen: Header['seen']
  nextNumber: number
  epoch: number
  /** What is written next is sealed to it; null when the reader was left out and may not write. */
  recipient: string | null
  /** The report identity of each epoch the reader was granted. */
  identities: Readonly<Record<number, string>>
  readers: GrantBody['readers']
}>

/** What a line of the work list shows of a report. */
export type ReportLine = Readonly<{ answers: ReportAnswers; story: string; isNamed: boolean; files: number }>

/** @returns null when none of these keys opens it. */
export async function openReport(stored: StoredReport, keys: ReportKeys): Promise<OpenedReport | null> {
  const { grants, refused } = await openGrants(stored, keys)
  const first = grants[0]
  if (!first) return null
  const grantIdentities = new Map(grants.map(({ epoch, body }) => [epoch, body.identity]))
  const conversation = await readConversation({
    site: stored.site,
    report: stored.report,
    reporterKey: first.body.reporterKey,
    siteKey: keys.siteKey,
    serverSiteKey: grants.every(({ body }) => body.siteKey === keys.siteKey) ? (stored.siteKey ?? '') : '',
    certificates: stored.certificates,
    grantIdentities,
    stored: stored.messages,
  })
  return {
    entries: conversation.entries,
    warnings: [...refused.map((epoch) => ({ kind: 'bad-grant', epoch }) as const), ...conversation.warnings],
    state: conversation.state,
    seen: conversation.seen,
    nextNumber: conversation.nextNumber(keys.holder),
    epoch: conversation.epoch,
    recipient: conversation.recipient,
    identities: Object.fromEntries(grantIdentities),
    readers: grants.at(-1)?.body.readers ?? [],
  }
}

/** Opens only the report itself, for a list. @returns null when it cannot be shown. */
export async function openLine(stored: StoredReport, keys: ReportKeys): Promise<ReportLine | null> {
  const opened = await openReport({ ...stored, messages: stored.messages.slice(0, 1) }, keys)
  const first = opened?.entries[0]
  if (first?.purpose !== 'report') return null
  const { answers, story, name, attachments } = first.body
  return { answers, story: story.slice(0, 200), isNamed: name !== undefined, files: attachments.length }
}

type OpenGrant = Readonly<{ epoch: number; body: GrantBody }>

/** One grant an epoch is enough; a person can have several, in person and through functions. */
async function openGrants(stored: StoredReport, keys: ReportKeys) {
  const grants: OpenGrant[] = []
  const refused = new Set<number>()
  for (const { epoch, holder, sealed } of stored.grants.toSorted((a, b) => a.epoch - b.epoch)) {
    const identity = keys.identities[holder]
    if (identity === undefined || grants.some((grant) => grant.epoch === epoch)) continue
    const reporterKey = grants[0]?.body.reporterKey
    const expect = {
      ...{ site: stored.site, report: stored.report, epoch, holder },
      ...{ siteKey: keys.siteKey, certificates: stored.certificates },
      ...(reporterKey !== undefined && { reporterKey }),
    }
    const body = await openGrant(fromBase64Url(sealed), identity, expect).catch(() => null)
    if (body) grants.push({ epoch, body })
    else refused.add(epoch)
  }
  for (const { epoch } of grants) refused.delete(epoch)
  return { grants, refused: [...refused] }
}
