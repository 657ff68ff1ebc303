import type { LocalDate } from '../../../api/domain/local-date.ts'
import { fill } from '../../text/fill.ts'
import type exportText from '../../text/nl/export.ts'
import type { Words } from '../../text/words.ts'
import { askWorker } from './ask-worker.ts'
import type { ShownEntry } from './conversation-view.ts'
import { dayInWords } from './day.ts'
import type { ExportAnswer, ExportQuestion } from './export.worker.ts'
import exportWorker from './export.worker.ts?worker&url'

export type SavedConversation = Readonly<{
  school: string
  site: string
  today: LocalDate
  /** Lines between the heading and the messages, such as the answers to the questions. */
  preface: readonly string[]
  warnings: readonly string[]
  entries: readonly ShownEntry[]
}>

export const passphraseLimits = { least: 12, mostDifferent: 5 } as const
export type PassphraseRefusal = 'empty' | 'short' | 'simple'

/** Only catches what is surely too weak; how strong it must be the reader chooses. */
export function refusePassphrase(passphrase: string): PassphraseRefusal | null {
  if (passphrase.trim() === '') return 'empty'
  if ([...passphrase].length < passphraseLimits.least) return 'short'
  return new Set(passphrase.toLowerCase()).size < passphraseLimits.mostDifferent ? 'simple' : null
}

/** The conversation as text that can be read anywhere. Lines end as Windows' own editor wants them too. */
export function conversationAsText(saved: SavedConversation, words: Words<typeof exportText>['file']): string {
  const { school, site, today, preface, warnings, entries } = saved
  const blocks = [
    [fill(words.heading, { school, site }), fill(words.savedOn, { day: dayInWords(today) })],
    preface,
    warnings.length > 0 ? [words.trouble, ...warnings] : [],
    ...entries.map((entry) => entryAsLines(entry, today, words)),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .replace(/\r?\n/g, '\r\n')}\r\n`
}

/** Seals the text under the passphrase, beside the page because it is heavy on purpose. @throws when it cannot. */
export async function sealText(content: string, passphrase: string, signal: AbortSignal): Promise<Blob> {
  const answer = await askWorker<ExportQuestion, ExportAnswer>(exportWorker, { content, passphrase }, signal)
  if ('failed' in answer) throw new Error('cannot seal')
  return new Blob([answer.file])
}

function entryAsLines(entry: ShownEntry, today: LocalDate, words: Words<typeof exportText>['file']): string[] {
  const { author, day, event, text, attachments } = entry
  const names = attachments.map(({ name }) => name).join(', ')
  return [
    fill(words.byline, { author, day: dayInWords(day, today) }),
    ...(event === null ? [] : [event]),
    ...(text === '' ? [] : [text]),
    ...(names === '' ? [] : [fill(words.files, { names })]),
  ]
}
