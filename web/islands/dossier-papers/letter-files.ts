import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Letter } from '../../../api/domain/protocol/letter.ts'
import { fill } from '../../text/fill.ts'
import { escaped, htmlFile, textFile } from './paper-file.ts'
import type { PapersText } from './papers-text.ts'

type Named = Readonly<{
  today: LocalDate
  names: PapersText['letter']['fileName']
  actions: PapersText['actions']
}>

/** A letter to save. Its name says nothing of whom it is about: it stands in a folder of downloads. */
export const letterFiles = ({ kind, title }: Letter, written: () => string, { today, names, actions }: Named) => {
  const named = (ending: string) => fill(names[kind], { day: today, ending })
  return [
    { label: actions.saveHtml, name: named('html'), content: () => letterHtml(title, written()) },
    { label: actions.saveText, name: named('txt'), content: () => textFile(written()) },
  ]
}

export const letterHtml = (title: string, text: string): string =>
  htmlFile(
    title,
    text
      .split(/\n{2,}/)
      .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
      .join('\n'),
  )
