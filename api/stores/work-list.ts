import { sql } from 'drizzle-orm'
import { type Database, rowsOf } from '../../db/connect.ts'
import { holdersOf, type StaffAtSite, staffSeenAt } from '../domain/access.ts'
import type { Exchange } from '../domain/answer-due.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { ReportState } from '../domain/report.ts'
import type { WorkListEntry } from '../domain/work-list.ts'
import { listElsewhere } from './elsewhere.ts'
import { isKeptBack, ofGrant } from './stand-ins.ts'

export type AddressedEntry = WorkListEntry & Exchange & Readonly<{ siteName: string; addressedTo: readonly string[] }>

type Row = {
  site: string
  site_name: string
  report: string
  is_urgent: boolean
  state: ReportState
  received_on: string
  last_on: string
  unread: number
  unread_since: string | null
  asked_on: string
  asked_sequence: number
  answered_sequence: number
}

/**
 * Every report this person may read, with what they have not opened. A report counts as read up to where the person or
 * any function of theirs has read, in whatever epoch.
 */
export async function listReportsFor(
  db: Database,
  places: readonly StaffAtSite[],
  today: LocalDate,
): Promise<readonly AddressedEntry[]> {
  if (places.length === 0) return []
  const elsewhere = await listElsewhere(db, places)
  const sites = [...new Set([...places, ...elsewhere].map(({ site }) => site))]
  const here = places.flatMap((place) => holdersOf(place).map((holder) => ({ site: place.site, holder })))
  const mine = [...here, ...elsewhere].map(({ site, holder }) => sql`(${site}, ${holder})`)
  const selves = sites.flatMap((site) => places.map((place) => sql`(${site}, ${staffSeenAt(site, place).holder})`))
  const rows = await rowsOf<Row & { addressed_to: string[] }>(
    db,
    sql`
    with seen as (
      select g.site_id, g.report_id, max(g.epoch) as epoch, max(g.read_sequence) as read_sequence
      from grants g
      where (g.site_id, g.holder_id) in (${sql.join(mine, sql`, `)})
        and not exists (select 1 from recusals x
          where x.site_id = g.site_id and x.report_id = g.report_id
            and (x.site_id, x.staff_id) in (${sql.join(selves, sql`, `)}))
        and not ${isKeptBack(ofGrant('g'), today)}
      group by g.site_id, g.report_id
    )
    select r.site_id as site, s.name as site_name, r.id as report, r.is_urgent, r.state,
      r.received_on::text as received_on, last.sent_on::text as last_on,
      unread.messages as unread, unread.since::text as unread_since,
      asked.sent_on::text as asked_on, r.asked_sequence, r.answered_sequence,
      (select array_agg(a.holder_id order by a.holder_id) from grants a
        where a.site_id = r.site_id and a.report_id = r.id and a.epoch = r.epoch) as addressed_to
    from seen
    join reports r on r.site_id = seen.site_id and r.id = seen.report_id and r.epoch = seen.epoch
    join sites s on s.id = r.site_id
    join messages last on last.site_id = r.site_id and last.report_id = r.id and last.sequence = r.last_sequence
    join messages asked on asked.site_id = r.site_id and asked.report_id = r.id and asked.sequence = r.asked_sequence
    cross join lateral (
      select count(*)::int as messages, min(m.sent_on) as since from messages m
      where m.site_id = r.site_id and m.report_id = r.id and m.is_from_reporter and m.sequence > seen.read_sequence
    ) unread`,
  )
  return rows.map((row) => ({
    site: row.site,
    siteName: row.site_name,
    report: row.report,
    isUrgent: row.is_urgent,
    state: row.state,
    receivedOn: row.received_on as LocalDate,
    lastOn: row.last_on as LocalDate,
    unread: row.unread,
    unreadSince: row.unread_since as LocalDate | null,
    askedOn: row.asked_on as LocalDate,
    askedSequence: row.asked_sequence,
    answeredSequence: row.answered_sequence,
    addressedTo: row.addressed_to,
  }))
}
