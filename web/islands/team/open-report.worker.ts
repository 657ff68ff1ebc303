import { answerQuestions } from './answer-questions.ts'
import { openLine, openReport, type ReportKeys } from './open-report.ts'
import type { StoredReport } from './team-api.ts'

export type OpenQuestion = Readonly<{ what: 'report' | 'line'; stored: StoredReport; keys: ReportKeys }>

answerQuestions<OpenQuestion>(({ what, stored, keys }) =>
  what === 'report' ? openReport(stored, keys) : openLine(stored, keys),
)
