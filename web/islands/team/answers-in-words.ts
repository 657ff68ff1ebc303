import type { ReportBody } from '../../crypto/message.ts'
import type { TeamText } from './team-text.ts'

type Row = Readonly<{ question: string; answer: string }>

/** What the reporter chose, in words. A code that the catalogue no longer has is shown as it is, never left out. */
export function answersInWords({ answers, name, filedBy }: ReportBody, text: TeamText): Row[] {
  const questions = text.report.answers
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = text.answers
  const inWords = (question: string, codes: readonly string[]) =>
    codes.map((code) => words[question]?.[code] ?? code).join('\n')
  const { reporterKind, forWhom, forms, goingRound, places, howLong, howOften } = answers
  return [
    { question: questions.name, answer: name ? whoIsIt(name) : questions.anonymous },
    ...(filedBy ? [{ question: questions.filedBy, answer: filedBy.name }] : []),
    { question: questions.reporterKind, answer: inWords('reporterKind', [reporterKind]) },
    { question: questions.forWhom, answer: inWords('forWhom', [forWhom]) },
    { question: questions.forms, answer: inWords('forms', forms) },
    ...(goingRound === undefined
      ? []
      : [{ question: questions.goingRound, answer: inWords('goingRound', [goingRound]) }]),
    { question: questions.places, answer: inWords('places', places) },
    { question: questions.howLong, answer: inWords('howLong', [howLong]) },
    { question: questions.howOften, answer: inWords('howOften', [howOften]) },
  ]
}

const whoIsIt = ({ name, classGroup, reach }: NonNullable<ReportBody['name']>): string =>
  [name, classGroup, reach].filter((part) => part !== undefined && part !== '').join('\n')
