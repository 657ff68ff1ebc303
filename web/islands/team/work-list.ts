import { holderSeenFrom } from '../../../api/domain/holder-id.ts'
import { readingPlace } from './reading-place.ts'
import type { OpenWorkplace } from './staff-keys.ts'
import type { WorkListRow } from './team-api.ts'

export const workListGroups = ['unread', 'open', 'closed'] as const
export type WorkListGroup = (typeof workListGroups)[number]

/** What a person wants to see of the list. `addressedTo` is a function, 'self', or '' for all; `site` '' for all. */
export type WorkListFilter = Readonly<{
  show: WorkListGroup | 'all'
  urgentOnly: boolean
  addressedTo: string
  site: string
}>

export const showAll: WorkListFilter = { show: 'all', urgentOnly: false, addressedTo: '', site: '' }

export const groupOf = ({ unread, state }: WorkListRow): WorkListGroup => {
  if (unread > 0) return 'unread'
  return state === 'closed' ? 'closed' : 'open'
}

export function matches(row: WorkListRow, filter: WorkListFilter, workplaces: readonly OpenWorkplace[]): boolean {
  const { show, urgentOnly, addressedTo, site } = filter
  if (show !== 'all' && groupOf(row) !== show) return false
  if (urgentOnly && !row.isUrgent) return false
  if (site !== '' && row.site !== site) return false
  return addressedTo === '' || ownAddresses(row, workplaces).includes(addressedTo)
}

/** The groups that have something in them, each in the order of the server. */
export const inGroups = (rows: readonly WorkListRow[]) =>
  workListGroups
    .map((group) => ({ group, rows: rows.filter((row) => groupOf(row) === group) }))
    .filter(({ rows: grouped }) => grouped.length > 0)

/** As whom this person was addressed: functions they hold, and 'self' for in person. */
export function ownAddresses(row: WorkListRow, workplaces: readonly OpenWorkplace[]): string[] {
  const place = readingPlace(workplaces, row.site, row.addressedTo)
  if (!place) return []
  const functions = place.roles.filter((role) =>
    row.addressedTo.includes(holderSeenFrom(row.site, place.home.site, role)),
  )
  return row.addressedTo.includes(place.holder) ? [...functions, 'self'] : functions
}
