import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import type { OpenedDossier } from '../../crypto/dossier-open.ts'
import { fill } from '../../text/fill.ts'
import type { DossierText } from '../dossier/dossier-text.ts'
import { historyLines } from '../dossier/history-lines.ts'
import { dayInFull } from '../shared/day.ts'
import { escaped, htmlFile, textFile } from './paper-file.ts'
import type { PapersText } from './papers-text.ts'
import { type Naming, redact } from './redact.ts'

/** Something of a dossier that may go along with the record of one person. */
export type RecordPart = Readonly<{
  id: string
  on: LocalDate
  title: string
  text: string
  /** About this person; else it is about all of them, and is only taken along on purpose. */
  isOwn: boolean
  isTakenBack: boolean
}>

/** What stands in the record of one person and in what is common, the oldest first. Never what is another's. */
export function recordParts(
  opened: OpenedDossier,
  record: string,
  protocol: Protocol,
  words: Readonly<{ paper: PapersText['handingOver']['paper']; dossiers: DossierText['dossiers'] }>,
): readonly RecordPart[] {
  const kinds = new Map(opened.entries.map(({ entry }) => [entry.id, entry.kind]))
  return historyLines(opened, protocol, words.dossiers)
    .filter(({ id }) => kinds.has(id) && kinds.get(id) !== 'corrected')
    .filter((line) => line.record === null || line.record === record)
    .map((line): RecordPart => {
      const said = line.paragraphs.map(({ label, text }) =>
        label === null ? text : fill(words.paper.line, { label, value: text }),
      )
      const withWhom = line.withWhom === '' ? [] : [fill(words.paper.withWhom, { names: line.withWhom })]
      return {
        ...{
          id: line.id,
          on: line.on,
          title: line.title,
          isOwn: line.record === record,
          isTakenBack: line.isTakenBack,
        },
        text: [...withWhom, ...said, fill(words.paper.by, { name: line.by })].join('\n'),
      }
    })
    .toReversed()
}

export type Fact = Readonly<{ label: string; value: string }>

/** What is handed over, in the order of reading. */
export type HandedOver = Readonly<{
  title: string
  facts: readonly Fact[]
  note: string
  blocks: readonly Readonly<{ title: string; text: string }>[]
}>

/**
 * The paper as it leaves the school. Every word that somebody typed goes past the same rule for names, also what the
 * worker changed just now.
 */
export function handedOver(
  { name, facts, parts }: Readonly<{ name: string; facts: readonly Fact[]; parts: readonly RecordPart[] }>,
  naming: Naming,
  words: PapersText['handingOver']['paper'],
): HandedOver {
  return {
    title: fill(words.title, { name }),
    facts: facts
      .map(({ label, value }) => ({ label, value: redact(value.trim(), naming) }))
      .filter(({ value }) => value !== ''),
    note: words.replaced,
    blocks: parts.map(({ on, title, text, isTakenBack }) => ({
      title: `${fill(words.block, { day: dayInFull(on), title })}${isTakenBack ? ` ${words.takenBack}` : ''}`,
      text: redact(text.trim(), naming),
    })),
  }
}

export function asText({ title, facts, note, blocks }: HandedOver): string {
  const paragraphs = [
    title,
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    note,
    ...blocks.map((block) => `${block.title}\n${block.text}`),
  ]
  return textFile(paragraphs.join('\n\n'))
}

export function asHtml({ title, facts, note, blocks }: HandedOver): string {
  const rows = facts.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
  const sections = blocks.map((block) => `<h2>${escaped(block.title)}</h2>\n<p>${escaped(block.text)}</p>`)
  const body = [`<h1>${escaped(title)}</h1>`, `<dl>${rows.join('')}</dl>`, `<p>${escaped(note)}</p>`, ...sections]
  return htmlFile(title, body.join('\n'))
}
