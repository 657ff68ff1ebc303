import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Entry } from '../../crypto/conversation.ts'

/** `none`: nothing was asked, so no answer is promised. */
export type AnswerOwed = 'given' | 'due' | 'late' | 'none'

/** Whether school owes an answer. Its own words count as one, and so does closing; another status does not. */
export function answerOf(entries: readonly Entry[], by: LocalDate, today: LocalDate): AnswerOwed {
  const asked = entries.findLastIndex(asksForAnswer)
  const isAnswered = entries.slice(asked + 1).some(isAnswer)
  if (isAnswered) return 'given'
  if (asked === -1) return 'none'
  return today > by ? 'late' : 'due'
}

function asksForAnswer(entry: Entry): boolean {
  if (entry.purpose === 'checkIn') return entry.body.going === 'notWell' || entry.body.text !== ''
  return entry.isFromReporter && (entry.purpose === 'report' || entry.purpose === 'message')
}

const isAnswer = (entry: Entry): boolean =>
  !entry.isFromReporter &&
  (entry.purpose === 'message' || (entry.purpose === 'status' && entry.body.state === 'closed'))
