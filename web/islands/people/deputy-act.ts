import { addDays, type LocalDate, localDate } from '../../../api/domain/local-date.ts'
import type { ClientRefusal } from '../../client.ts'

/** As ErrorSummary takes them. */
type FieldError = Readonly<{ field?: string; message: string }>

/** What the parts about standing in tell the section they are in. */
export type DeputyAct = Readonly<{
  refuse: (refusal: ClientRefusal) => void
  fail: (errors: readonly FieldError[]) => void
  done: (sentence: string) => Promise<void>
  /** What is going on, without an end yet. */
  say: (sentence: string) => void
}>

const longestDays = 120
const furthestDays = 365

/** A day that was typed; null for what is none. */
export const typedDay = (typed: string): LocalDate | null => {
  try {
    return localDate(typed)
  } catch {
    return null
  }
}

/** A first day from today to a year ahead. */
export const isFirstDay = (day: LocalDate | null, today: LocalDate): day is LocalDate =>
  day !== null && day >= today && day <= addDays(today, furthestDays)

/** A last day that is not before the first or before today, and not too far. */
export const isLastDay = (day: LocalDate | null, firstDay: LocalDate, today: LocalDate): day is LocalDate =>
  day !== null && day >= firstDay && day >= today && day <= addDays(firstDay, longestDays)
