import { answerBy, type SchoolCalendar, schoolDaysBetween } from './calendar.ts'
import type { LocalDate } from './local-date.ts'

/** Termijn: `schoolDays` that are left, or that it is late. Both nought on a weekend after a Friday. */
export type AnswerDue = Readonly<{ by: LocalDate; schoolDays: number }>

/**
 * What shows of a conversation without opening it: the last message in which the reporter says something, with its day,
 * and the last one in which the school does or closes the report. Sharing, a new key and a status are neither.
 */
export type Exchange = Readonly<{ askedOn: LocalDate; askedSequence: number; answeredSequence: number }>

/** The day a term ends and how far that is from today, whether it is still to come or past. */
export const dueOn = (by: LocalDate, today: LocalDate, calendar: SchoolCalendar): AnswerDue => ({
  by,
  schoolDays: by < today ? schoolDaysBetween(by, today, calendar) : schoolDaysBetween(today, by, calendar),
})

/** By when the school owes an answer, or null when it gave one. That a reporter only says "it goes well" is sealed. */
export const answerDue = (
  { askedOn, askedSequence, answeredSequence }: Exchange,
  today: LocalDate,
  term: number,
  calendar: SchoolCalendar,
): AnswerDue | null =>
  askedSequence > answeredSequence ? dueOn(answerBy(askedOn, term, calendar), today, calendar) : null
