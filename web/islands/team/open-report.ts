import type { Conversation } from '../../crypto/conversation.ts'
import type { Reader } from '../../crypto/grant.ts'
import type { ReportAnswers } from '../../crypto/message.ts'
import { reportOf } from '../shared/conversation-view.ts'
import { openWithAuthors } from '../shared/open-with-authors.ts'
import type { ReadingPlace } from './reading-place.ts'
import { type SealedMessages, teamApi } from './team-api.ts'

/** The keys with which a report of one site is opened. */
export type ReportKeys = Pick<ReadingPlace, 'holder' | 'siteKey' | 'identities'>

/** A report as its reader may see it, in a form that a worker can hand over. All in it was verified; the rest is in `warnings`. */
export type OpenedReport = Omit<Conversation, 'nextNumber'> &
  Readonly<{
    /** The number of what the reader writes next. */
    nextNumber: number
    /** The report identity of each epoch the reader was granted. */
    identities: ReadonlyMap<number, string>
    readers: readonly Reader[]
    /** Of the reporter, and of the site: what goes along with a key that is handed on. */
    reporterKey: string
    reporterRecipient: string
    siteKey: string
  }>

/** What a line of the work list shows of a report. */
export type ReportLine = Readonly<{ answers: ReportAnswers; story: string }>

const longestLine = 200

/** @throws when none of these keys opens it. */
export async function openReport(stored: SealedMessages, keys: ReportKeys): Promise<OpenedReport> {
  const { site, report, certificates, messages, siteKey } = stored
  const conversation = await openWithAuthors(
    { site, report, certificates, stored: messages, serverSiteKey: siteKey ?? '' },
    stored.grants,
    { kind: 'staff', siteKey: keys.siteKey, identities: new Map(Object.entries(keys.identities)) },
    (holders) => teamApi.certificates(site, holders),
  )
  const { entries, warnings, state, seen, epoch, recipient, readers, grantIdentities: identities } = conversation
  const nextNumber = conversation.nextNumber(keys.holder)
  const verified = { entries, warnings, state, seen, epoch, recipient, readers, identities, nextNumber }
  const { reporterKey, reporterRecipient } = conversation
  return { ...verified, reporterKey, reporterRecipient, siteKey: conversation.siteKey }
}

/** For a list. @param stored the report without the conversation. @returns null when it cannot be shown. */
export async function openLine(stored: SealedMessages, keys: ReportKeys): Promise<ReportLine | null> {
  const { entries } = await openReport(stored, keys)
  const report = reportOf(entries)
  return report && { answers: report.answers, story: report.story.slice(0, longestLine) }
}
