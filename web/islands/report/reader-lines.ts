import { addressing, namedInPerson } from '../../flow/addressing.ts'
import { fill } from '../../text/fill.ts'
import type { ReportForm } from './form.svelte.ts'
import { inWords } from './lists.ts'

/** Everybody who will be able to read the report, once: a function with its members, or a person by name. */
export function readerLines({ report, school, text }: ReportForm): string[] {
  const addressed = addressing(report.answers, school.context)
  const functionLines = addressed.functions.map((role) => {
    const members = school.context.functions.find((offered) => offered.role === role)?.members ?? []
    const names = inWords(
      members.map(({ name }) => name),
      text.errors.and,
    )
    return fill(text.check.functionLine, { function: text.questions.readers.options[role], names })
  })
  return [...functionLines, ...namedInPerson(addressed, school.context).map(({ name }) => name)]
}
