import type { LocalDate } from './local-date.ts'
import type { ReportState } from './report.ts'

/** Werklijst: one report as a member of staff sees it before opening it. Nothing of its content is known here. */
export type WorkListEntry = Readonly<{
  site: string
  report: string
  isUrgent: boolean
  state: ReportState
  receivedOn: LocalDate
  lastOn: LocalDate
  /** Messages of the reporter that this person, or their function, has not opened. */
  unread: number
  /** The day of the oldest of those, or null. */
  unreadSince: LocalDate | null
}>

/** Where an entry stands in the list. Texts that compare as the list is ordered, so that a page can start after one. */
export type Place = readonly string[]

/**
 * Unread before read, urgent before not, and closed last. Among unread the oldest comes first, because somebody has been
 * waiting longest; among the others the latest comes first.
 */
export function placeOf(entry: WorkListEntry): Place {
  const isUnread = entry.unread > 0
  return [
    isUnread ? '0' : '1',
    entry.isUrgent && entry.state !== 'closed' ? '0' : '1',
    !isUnread && entry.state === 'closed' ? '1' : '0',
    isUnread ? (entry.unreadSince ?? entry.receivedOn) : latestFirst(entry.lastOn),
    entry.site,
    entry.report,
  ]
}

export function comparePlaces(a: Place, b: Place): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [left, right] = [a[i] ?? '', b[i] ?? '']
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/** One page of the list. What changed meanwhile moves in the list, but nothing that kept its place is left out. */
export function workListPage<Entry extends WorkListEntry>(
  entries: readonly Entry[],
  after: Place | null,
  size: number,
): { page: readonly Entry[]; next: Place | null } {
  const placed = entries
    .map((entry) => ({ entry, place: placeOf(entry) }))
    .filter(({ place }) => after === null || comparePlaces(place, after) > 0)
    .sort((a, b) => comparePlaces(a.place, b.place))
  const page = placed.slice(0, size)
  const next = placed.length > size ? (page.at(-1)?.place ?? null) : null
  return { page: page.map(({ entry }) => entry), next }
}

/** Turns a day round, digit by digit, so that a later day compares as smaller. */
const latestFirst = (day: LocalDate): string => day.replace(/\d/g, (digit) => String(9 - Number(digit)))
