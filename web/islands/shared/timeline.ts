import type { SchoolCalendar, SchoolHoliday } from '../../../api/domain/calendar.ts'
import { addDays, type LocalDate } from '../../../api/domain/local-date.ts'
import type { ReportState } from '../../../api/domain/report.ts'
import type { TimelinePart } from '../../../api/domain/timeline.ts'
import type { Entry } from '../../crypto/conversation.ts'
import type { NextMoment } from '../../crypto/message.ts'

export type TimelineStep = Readonly<{ state: ReportState; on: LocalDate; name: string | null }>

/** What stands in the way of a planned day, or that it is past. */
export type MomentNote =
  | Readonly<{ kind: 'past' | 'today' }>
  /** `closed`: nobody is at school on the day itself; `after`: a holiday comes first. */
  | Readonly<{ kind: 'closed' | 'after'; holiday: SchoolHoliday }>

/** A studiedag on the way needs no explanation; a week without anybody does. */
const daysOfAHoliday = 5

/**
 * The conversation as the school chose to show it. What is kept out here was signed and sealed all the same: a server
 * that tells another choice can hide a step, as it can hold a message back, and it cannot make one up.
 */
export function shownToReporter(entries: readonly Entry[], parts: readonly TimelinePart[]): readonly Entry[] {
  const isShown = (state: ReportState) => (state !== 'read' && state !== 'inProgress') || parts.includes(state)
  let last: ReportState = 'received'
  let hadNext = false
  return entries.flatMap((entry): Entry[] => {
    if (entry.purpose !== 'status') return [entry]
    const next = parts.includes('nextMoment') ? entry.body.next : undefined
    // That a closed report is open again has to be known, as its closing was.
    const state = last === 'closed' || isShown(entry.body.state) ? entry.body.state : last
    // Nothing of it is left to tell: not another state, no plan, and none that was dropped.
    if (state === last && !next && !hadNext) return []
    last = state
    hadNext = next !== undefined
    return [{ ...entry, body: next ? { state, next } : { state } }]
  })
}

/** What happened, oldest first: that it came, and each state that was another one than before. */
export function timelineOf(entries: readonly Entry[], receivedOn: LocalDate): readonly TimelineStep[] {
  const steps: TimelineStep[] = [{ state: 'received', on: receivedOn, name: null }]
  for (const entry of entries) {
    if (entry.purpose !== 'status' || entry.body.state === steps.at(-1)?.state) continue
    steps.push({ state: entry.body.state, on: entry.header.on, name: entry.authorName })
  }
  return steps
}

/** What is planned now: the last status says it, also by saying nothing. */
export function nextMomentOf(entries: readonly Entry[]): NextMoment | null {
  const status = entries.findLast(({ purpose }) => purpose === 'status')
  return status?.purpose === 'status' ? (status.body.next ?? null) : null
}

/** What somebody who waits for that day should know. */
export function noteOn({ on }: NextMoment, today: LocalDate, holidays: SchoolCalendar): MomentNote | null {
  if (on < today) return { kind: 'past' }
  const closed = holidays.find(({ firstDay, lastDay }) => firstDay <= on && on <= lastDay)
  if (closed) return { kind: 'closed', holiday: closed }
  if (on === today) return { kind: 'today' }
  const between = holidays.find((days) => days.lastDay >= today && days.lastDay < on && isLong(days))
  return between ? { kind: 'after', holiday: between } : null
}

const isLong = ({ firstDay, lastDay }: SchoolHoliday): boolean =>
  addDays(firstDay, daysOfAHoliday) <= addDays(lastDay, 1)
