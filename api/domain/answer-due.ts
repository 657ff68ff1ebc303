import { answerBy, type SchoolCalendar, schoolDaysBetween } from './calendar.ts'
import type { LocalDate } from './local-date.ts'
import { type ReportState, reportStates } from './report.ts'

/** Termijn: `schoolDays` that are left, or that it is late. Both nought on a weekend after a Friday. */
export type AnswerDue = Readonly<{ by: LocalDate; schoolDays: number }>

/** What shows of a conversation without opening it. */
export type Exchange = Readonly<{
  state: ReportState
  /** The day of the reporter's last message. */
  askedOn: LocalDate
  /** How many messages of the school there are, and how many of them came after the reporter's last one. */
  fromSchool: number
  sinceAsked: number
}>

/** The day a term ends and how far that is from today, whether it is still to come or past. */
export const dueOn = (by: LocalDate, today: LocalDate, calendar: SchoolCalendar): AnswerDue => ({
  by,
  schoolDays: by < today ? schoolDaysBetween(by, today, calendar) : schoolDaysBetween(today, by, calendar),
})

/** By when the school owes an answer, or null when it certainly or probably gave one. */
export const answerDue = (
  exchange: Exchange,
  today: LocalDate,
  term: number,
  calendar: SchoolCalendar,
): AnswerDue | null =>
  awaitsAnswer(exchange) ? dueOn(answerBy(exchange.askedOn, term, calendar), today, calendar) : null

/**
 * Sealed messages do not say whether they are words or only a new status. Every status that a report went through was
 * told once, so there are words of the school when it wrote more messages than that. A report whose status went back and
 * forth counts as answered too early by this; inside the report it is known exactly.
 */
function awaitsAnswer({ state, fromSchool, sinceAsked }: Exchange): boolean {
  if (state === 'closed') return false
  return sinceAsked === 0 || fromSchool <= reportStates.indexOf(state)
}
