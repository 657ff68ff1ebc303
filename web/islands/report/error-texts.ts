import { offeredReaders } from '../../flow/questions.ts'
import type { Refused } from '../../flow/refusals.ts'
import { fill } from '../../text/fill.ts'
import type { ReportForm } from './form.svelte.ts'
import { inWords } from './lists.ts'

/** What to do about each refusal, for the summary and beside the field: the same words in both. */
export function errorTexts(form: ReportForm, refused: readonly Refused[]): { field: string; message: string }[] {
  return refused.map(({ field, refusal, over = 0 }) => ({
    field,
    message: fill(form.text.errors.refusals[refusal], { over, others: otherReaders(form) }),
  }))
}

/** Who else could be chosen, when everybody who was chosen may not read it. */
function otherReaders({ text, facts, school, report }: ReportForm): string {
  const chosen = report.answers.readers ?? []
  const others = offeredReaders(school.context).filter((choice) => !chosen.includes(choice))
  const named = others.map((choice) => fill(text.errors.otherReaders[choice], { mentor: facts.mentor }))
  return inWords(named.length > 0 ? named : [text.errors.someoneElse], text.errors.or)
}
