import { addDays, type LocalDate } from '../local-date.ts'
import type { Protocol } from './definition.ts'

/** Herziening: how long before the day a school is told that its protocol is to be reviewed. */
const noticeDays = 90

export type ReviewState = Readonly<{ before: LocalDate; state: 'later' | 'due' | 'overdue' }>

/** Whether the school's own promise to look at its protocol again is to come, near, or past. */
export function reviewOf({ reviewBefore }: Pick<Protocol, 'reviewBefore'>, today: LocalDate): ReviewState {
  const state = today >= reviewBefore ? 'overdue' : today >= addDays(reviewBefore, -noticeDays) ? 'due' : 'later'
  return { before: reviewBefore, state }
}
