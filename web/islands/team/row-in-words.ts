import type { LocalDate } from '../../../api/domain/local-date.ts'
import { fill } from '../../text/fill.ts'
import { dayInWords } from '../shared/day.ts'
import type { OpenWorkplace } from './staff-keys.ts'
import type { WorkListRow } from './team-api.ts'
import type { TeamText } from './team-text.ts'
import { ownAddresses } from './work-list.ts'

/** What is known of a report without opening it: to whom of you, where, and which days. Nothing that does not apply. */
export function rowInWords(
  row: WorkListRow,
  workplaces: readonly OpenWorkplace[],
  today: LocalDate,
  { inbox, team }: TeamText,
): string[] {
  const roles: Readonly<Record<string, string>> = team.roles
  const addresses = ownAddresses(row, workplaces).map((address) =>
    address === 'self' ? inbox.youPersonally : (roles[address] ?? address),
  )
  const isOwn = workplaces.some(({ site }) => site === row.site)
  return [
    fill(inbox.addressedTo, { who: addresses.join(', ') }),
    ...(workplaces.length > 1 && isOwn ? [row.siteName] : []),
    ...(isOwn ? [] : [fill(inbox.fromSite, { site: row.siteName })]),
    fill(inbox.received, { day: dayInWords(row.receivedOn, today) }),
    ...(row.lastOn === row.receivedOn ? [] : [fill(inbox.last, { day: dayInWords(row.lastOn, today) })]),
  ]
}
