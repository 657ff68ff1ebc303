import { fill } from '../../text/fill.ts'
import type { ReportForm } from './form.svelte.ts'

/** What the tab and the history show: which step it is, and never what was answered. */
export function titleOf(form: ReportForm): string {
  const title = fill(form.text.title, { step: stepTitle(form), portal: form.facts.portal })
  const isWrong = form.report.refused.length > 0 || (form.view === 'check' && form.sending.trouble !== null)
  return isWrong ? fill(form.text.errorTitle, { title }) : title
}

function stepTitle({ view, text, report, facts }: ReportForm): string {
  switch (view) {
    case 'start':
      return text.start.heading
    case 'check':
      return text.check.title
    case 'code':
      return text.code.title
    case 'next':
      return text.code.next.title
    case 'refused':
      return text.errors.refused.title
    default: {
      const { number, of } = report.numberOf(view)
      const question = fill(text.questions[view].legend, { mentor: facts.mentor })
      return fill(text.questionTitle, { number, of, question })
    }
  }
}
