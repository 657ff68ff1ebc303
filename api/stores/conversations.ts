import type { Database } from '../../db/connect.ts'
import type { GrantedHolder } from '../domain/access.ts'
import { answerBy, closedOn } from '../domain/calendar.ts'
import { holderSeenFrom, homeOf } from '../domain/holder-id.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { outOf } from '../domain/ownership.ts'
import { furthestMoment } from '../domain/timeline.ts'
import { listAttachments } from './attachments.ts'
import { listFunctionDeputies } from './away.ts'
import { certificatesFor } from './certificates.ts'
import { listGrantedHolders, listGrants } from './grants.ts'
import { findFirstMessage, listMessages } from './messages.ts'
import { loadOwnership } from './ownership.ts'
import { listRecused } from './recusals.ts'
import type { ReportKey, StoredReport } from './reports.ts'
import { calendarOf, findSite } from './sites.ts'

/**
 * Everything about a conversation that both sides get: sealed messages, and what is needed to check who wrote them.
 * @param term - of the school, for a site without one of its own.
 */
export async function loadConversation(db: Database, report: StoredReport, today: LocalDate, term: number) {
  const [site, calendar, granted, messages, attachments] = await Promise.all([
    findSite(db, report.site),
    calendarOf(db, report.site),
    listGrantedHolders(db, report),
    listMessages(db, report),
    listAttachments(db, report),
  ])
  if (!site) throw new Error('a report without a site')
  const askedOn = messages.find(({ sequence }) => sequence === report.askedSequence)?.sentOn ?? report.receivedOn
  return {
    site: site.id,
    siteName: site.name,
    report: report.report,
    epoch: report.epoch,
    isUrgent: report.isUrgent,
    receivedOn: report.receivedOn,
    answerBy: answerBy(askedOn, site.answerWithin ?? term, calendar),
    closed: closedOn(today, calendar),
    timeline: site.timeline,
    holidays: calendar.filter(
      ({ firstDay, lastDay }) => lastDay >= today && firstDay <= addDays(today, furthestMoment),
    ),
    siteKey: site.siteKey,
    certificates: await certificatesFor(db, site.id, [...new Set(granted.map(({ holder }) => holder))]),
    readers: granted.map(({ holder, epoch }) => ({ holder, epoch })),
    functionDeputies: await deputiesSeenFrom(db, site.id, granted, today),
    isKeyDue: report.isKeyDue,
    out: report.isKeyDue ? await whoIsOut(db, report, today) : await listRecused(db, report),
    messages: messages.map(withText),
    attachments,
  }
}

/** Of the functions of this site and of those of others that read it, as this site knows them. */
async function deputiesSeenFrom(db: Database, site: string, granted: readonly GrantedHolder[], today: LocalDate) {
  const homes = new Set([site, ...granted.map(({ holder }) => homeOf(site, holder).site)])
  const deputies = await Promise.all(
    [...homes].map(async (home) =>
      (await listFunctionDeputies(db, home, today)).map(({ role, holder, hasBegun }) => ({
        ...{ role: holderSeenFrom(site, home, role), holder: holderSeenFrom(site, home, holder), hasBegun },
      })),
    ),
  )
  return deputies.flat()
}

async function whoIsOut(db: Database, { site, report }: ReportKey, today: LocalDate): Promise<readonly string[]> {
  const ownership = await loadOwnership(db, site, today, report)
  return ownership.reports.flatMap((owned) => [...outOf(ownership, owned)])
}

/** The report itself, and what one of these holders needs to open it and check who wrote it. */
export async function loadFirstMessage(db: Database, key: ReportKey, holders: readonly string[]) {
  const [site, first, granted, own] = await Promise.all([
    findSite(db, key.site),
    findFirstMessage(db, key),
    listGrantedHolders(db, key),
    listGrants(db, key, holders),
  ])
  if (!site || !first) throw new Error('a report without a site or a message')
  return {
    site: site.id,
    report: key.report,
    siteKey: site.siteKey,
    certificates: await certificatesFor(db, site.id, [...new Set(granted.map(({ holder }) => holder))]),
    messages: [withText(first)],
    grants: own.filter(({ epoch }) => epoch === first.epoch).map(withText),
  }
}

/** Something sealed as it goes out in JSON. */
export const withText = <Sealed extends Readonly<{ sealed: Uint8Array }>>({ sealed, ...rest }: Sealed) => ({
  ...rest,
  sealed: Buffer.from(sealed).toString('base64url'),
})
