import { canBeExcluded } from '../../flow/addressing.ts'
import { nobody } from '../../flow/answers.ts'
import type { QuestionKey } from '../../flow/questions.ts'
import { fill } from '../../text/fill.ts'
import type { ReportForm } from './form.svelte.ts'

/** What was answered, as the check page shows it: a line for each thing chosen or written. */
export function answerLines(form: ReportForm, key: QuestionKey): string[] {
  const { text, school, facts, sending } = form
  const { answers } = form.report
  const words = text.answers
  const { check } = text
  const word = <Code extends string>(labels: Readonly<Record<Code, string>>, code: Code | undefined) =>
    code === undefined ? [] : [labels[code]]
  const everyWord = <Code extends string>(labels: Readonly<Record<Code, string>>, codes: readonly Code[] = []) =>
    codes.map((code) => labels[code])

  switch (key) {
    case 'site':
      return school.sites.filter(({ id }) => id === answers.site).map(({ name }) => name)
    case 'reporterKind':
      return word(words.reporterKind, answers.reporterKind)
    case 'forWhom':
      return word(words.forWhom, answers.forWhom)
    case 'readers':
      return everyWord(text.questions.readers.options, answers.readers).map((line) =>
        fill(line, { mentor: facts.mentor }),
      )
    case 'mentorClass':
      return [answers.mentorClass ?? '']
    case 'trusted':
      return [answers.trusted?.name ?? '']
    case 'standIn':
      return [answers.standIn === 'yes' ? check.standInYes : check.standInNo]
    case 'excluded':
      return excludedLines(form)
    case 'forms':
      return everyWord(words.forms, answers.forms)
    case 'goingRound':
      return word(words.goingRound, answers.goingRound)
    case 'places':
      return everyWord(words.places, answers.places)
    case 'howLong':
      return word(words.howLong, answers.howLong)
    case 'howOften':
      return word(words.howOften, answers.howOften)
    case 'story':
      return [answers.story?.trim() || check.noStory]
    case 'files': {
      const names = sending.files.files.map((file) => sending.files.nameOf(file))
      return names.length > 0 ? names : [check.noFiles]
    }
    case 'named':
      return nameLines(form)
    default:
      return key satisfies never
  }
}

function excludedLines({ report, school, text }: ReportForm): string[] {
  const excluded = report.answers.excluded ?? []
  if (excluded.includes(nobody)) return [text.check.nobodyExcluded]
  const people = canBeExcluded(report.answers, school.context)
  return excluded.map((holder) => people.find((person) => person.holder === holder)?.name ?? '')
}

function nameLines({ report, text }: ReportForm): string[] {
  const { named, name = '', classGroup = '', reach = '' } = report.answers
  if (named !== 'named') return [text.check.noName]
  return [name, classGroup, reach].map((line) => line.trim()).filter(Boolean)
}
