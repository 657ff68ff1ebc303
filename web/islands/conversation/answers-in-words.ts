import type { ReportBody } from '../../crypto/message.ts'
import type { ConversationText } from './text.ts'

type Words = ConversationText['conversation']['thread']
type Answers = ConversationText['answers']

/** What was chosen at the questions, in the words it was chosen in. A code without a word stays as it is. */
export function answersInWords(
  { answers, name }: ReportBody,
  { questions, anonymous }: Words,
  words: Answers,
): { question: string; answer: string }[] {
  const rows = (['reporterKind', 'forWhom', 'forms', 'goingRound', 'places', 'howLong', 'howOften'] as const).flatMap(
    (key) => {
      const codes = [answers[key] ?? []].flat()
      const known: Readonly<Record<string, string>> = words[key]
      return codes.length === 0
        ? []
        : [{ question: questions[key], answer: codes.map((code) => known[code] ?? code).join('\n') }]
    },
  )
  const said = name ? [name.name, name.classGroup, name.reach].filter(Boolean).join('\n') : anonymous
  return [...rows, { question: questions.name, answer: said }]
}
