import { answerQuestions } from './answer-questions.ts'
import { openLine, openReport, type ReportKeys } from './open-report.ts'
import type { SealedMessages } from './team-api.ts'

export type OpenQuestion = Readonly<{ what: 'report' | 'line'; stored: SealedMessages; keys: ReportKeys }>

answerQuestions<OpenQuestion>(({ what, stored, keys }) =>
  what === 'report' ? openReport(stored, keys) : openLine(stored, keys),
)
