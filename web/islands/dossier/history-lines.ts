import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import type { EntryWords } from '../../crypto/dossier-body.ts'
import type { OpenedDossier } from '../../crypto/dossier-open.ts'
import { fill } from '../../text/fill.ts'
import type { DossierText } from './dossier-text.ts'
import { entryInWords } from './protocol-in-words.ts'

/** One thing in the history of a dossier, as it is shown. */
export type HistoryLine = Readonly<{
  id: string
  sequence: number
  on: LocalDate
  writtenOn: LocalDate
  by: string
  byHolder: string
  title: string
  record: string | null
  dueOn: LocalDate | null
  /** That day is the one from which it is erased. */
  isClosing: boolean
  isOverride: boolean
  isTakenBack: boolean
  /** What was written was erased with the record it belonged to. */
  isErased: boolean
  /** Whether it can be taken back at all; the protocol has the last word. */
  isCorrectable: boolean
  paragraphs: readonly Readonly<{ label: string | null; text: string }>[]
  withWhom: string
}>

const lasting = [
  ...['opened', 'record-added', 'closed', 'reopened', 'held', 'hold-ended', 'corrected'],
  ...['erasure-asked', 'erasure-declined', 'record-erased'],
]

/** By the day it happened, the latest first. Changes of who reads stand among them. */
export function historyLines(
  { entries, announcements }: OpenedDossier,
  protocol: Protocol,
  words: DossierText['dossiers'],
): readonly HistoryLine[] {
  const takenBack = new Set(entries.flatMap(({ entry }) => (entry.kind === 'corrected' ? (entry.refersTo ?? []) : [])))
  const written = entries.map(
    ({ sequence, entry, words: said, authorName, header }): HistoryLine => ({
      ...{ id: entry.id, sequence, on: entry.happenedOn, writtenOn: entry.recordedOn, by: authorName },
      ...{ byHolder: entry.by, title: entryInWords(entry, protocol, words), record: entry.record, dueOn: entry.dueOn },
      isClosing: entry.kind === 'closed',
      ...{ isOverride: entry.isOverride, isTakenBack: takenBack.has(entry.id) },
      isErased: header === null,
      isCorrectable: header !== null && !lasting.includes(entry.kind) && !takenBack.has(entry.id),
      paragraphs: paragraphsOf(said, entry.code, protocol, words),
      withWhom: said.withWhom?.join(', ') ?? '',
    }),
  )
  const changes = announcements.map(({ sequence, id, purpose, body, header, authorName }): HistoryLine => {
    const name = 'name' in body ? body.name : ''
    return {
      ...{ id, sequence, on: header.on, writtenOn: header.on, by: authorName, byHolder: header.author.holder },
      title: fill(words.history[purpose], { author: authorName, name }),
      ...{
        record: null,
        dueOn: null,
        isClosing: false,
        isOverride: false,
        isTakenBack: false,
        isErased: false,
        isCorrectable: false,
      },
      ...{ paragraphs: [], withWhom: '' },
    }
  })
  return [...written, ...changes].toSorted((a, b) => (a.on === b.on ? b.sequence - a.sequence : a.on < b.on ? 1 : -1))
}

/** What was written: answers to the prompts of the step first, then the writer's own words, then the reason. */
function paragraphsOf(
  { text, answers = {}, reason, material }: EntryWords,
  code: string | null,
  protocol: Protocol,
  words: DossierText['dossiers'],
): HistoryLine['paragraphs'] {
  const step = protocol.steps.find(({ key }) => key === code)
  const prompted = (step?.prompts ?? []).flatMap((prompt, at) => {
    const answer = answers[`p${at + 1}`]
    return answer === undefined ? [] : [{ label: prompt, text: answer }]
  })
  const done = (step?.actions ?? []).filter(({ key }) => answers[key] !== undefined).map(({ title }) => title)
  return [
    ...(done.length > 0 ? [{ label: words.form.actions, text: done.join(', ') }] : []),
    ...prompted,
    ...(text === '' ? [] : [{ label: null, text }]),
    ...(material ? [{ label: words.materials.title, text: material.where }] : []),
    ...(reason ? [{ label: words.form.reason, text: reason }] : []),
  ]
}
