import type { LocalDate } from '../../../api/domain/local-date.ts'
import { fill } from '../../text/fill.ts'
import type { AnswerDue } from './team-api.ts'
import type { TeamText } from './team-text.ts'

/** How far the last day for an answer is away, counted as the school counts. */
export function dueInWords(
  { by, schoolDays }: AnswerDue,
  today: LocalDate,
  { today: now, left, late }: TeamText['inbox']['due'],
): string {
  if (by === today) return now
  // Nobody reads on the weekend after a term that ended on a Friday, so no school day is lost yet.
  if (schoolDays === 0) return late.none
  const words = by > today ? left : late
  return fill(schoolDays === 1 ? words.one : words.more, { n: schoolDays })
}
