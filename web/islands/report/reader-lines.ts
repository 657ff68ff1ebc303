import { addressing, deputies, namedInPerson } from '../../flow/addressing.ts'
import { fill } from '../../text/fill.ts'
import type { ReportForm } from './form.svelte.ts'
import { inWords } from './lists.ts'

/** Everybody who will be able to read it, once: a function with all who have its key, a person by name, a deputy. */
export function readerLines({ report, school, text }: ReportForm): string[] {
  const addressed = addressing(report.answers, school.context)
  const functionLines = addressed.functions.map((role) => {
    const offered = school.context.functions.find((one) => one.role === role)
    const names = inWords(
      [...(offered?.members ?? []), ...(offered?.deputies ?? [])].map(({ name }) => name),
      text.errors.and,
    )
    return fill(text.check.functionLine, { function: text.questions.readers.options[role], names })
  })
  const deputyLines = deputies(report.answers, school.context).map(({ name, standsInFor }) =>
    fill(text.check.deputyLine, { name, absent: standsInFor.name }),
  )
  const inPerson = namedInPerson(addressed, school.context).map(({ name }) => name)
  return [...functionLines, ...inPerson, ...deputyLines]
}
