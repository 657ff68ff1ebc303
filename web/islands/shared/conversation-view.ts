import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { ReportState } from '../../../api/domain/report.ts'
import type { Entry, EntryOf, Warning, WarningKind } from '../../crypto/conversation.ts'
import { authorId } from '../../crypto/header.ts'
import type { Manifest, ReportBody, StatusBody } from '../../crypto/message.ts'
import { fill } from '../../text/fill.ts'
import { dayInWords } from './day.ts'

/** The words a conversation is shown in; each catalogue that shows one has these. */
export type ConversationWords = Readonly<{
  you: string
  /** What the reporter is called by others. */
  reporter: string
  well: string
  notWell: string
  /** With {author} and {state}. */
  stateSet: string
  /** With {author}, {moment} and {day}. */
  momentSet: string
  /** With {author}. */
  momentDropped: string
  /** What is planned, by its code; a code that is no longer used is `other`. */
  moments: Readonly<Record<string, string>> & Readonly<{ other: string }>
  /** With {author}. */
  accessChanged: string
  /** With {author} and {name}. */
  shared: string
  /** With {name}. */
  left: string
}>

/** One verified message, ready to be put on a screen, in a file or on paper. Only text: never markup. */
export type ShownEntry = Readonly<{
  id: string
  sequence: number
  epoch: number
  purpose: Entry['purpose']
  author: string
  isOwn: boolean
  isFromReporter: boolean
  isNew: boolean
  day: LocalDate
  /** What happened, in a sentence; null for what is only somebody's own words. */
  event: string | null
  /** Somebody's own words, with their line breaks; empty when there are none. */
  text: string
  attachments: readonly Manifest[]
}>

export type View = Readonly<{
  words: ConversationWords
  states: Readonly<Record<ReportState, string>>
  /** The author id of whoever looks: 'reporter' or a holder id. */
  viewer: string
  isNew: (entry: Entry) => boolean
}>

export function showEntries(entries: readonly Entry[], view: View): ShownEntry[] {
  return entries.map((entry, at) => {
    const before = statusBefore(entries, at)
    const isOwn = authorId(entry.header.author) === view.viewer
    const author = isOwn ? view.words.you : (entry.authorName ?? view.words.reporter)
    const { id, sequence, purpose, isFromReporter, header } = entry
    const shown = { id, sequence, purpose, author, isOwn, isFromReporter, epoch: header.epoch, day: header.on }
    return { ...shown, isNew: !isOwn && view.isNew(entry), ...contentOf(entry, author, view, before) }
  })
}

type Content = Pick<ShownEntry, 'event' | 'text' | 'attachments'>

/** The status that this one came after; before the first a report was only received, and nothing was planned. */
function statusBefore(entries: readonly Entry[], at: number): StatusBody {
  const status = entries.slice(0, at).findLast(({ purpose }) => purpose === 'status')
  return status?.purpose === 'status' ? status.body : { state: 'received' }
}

/** What a status changed: how far it is, what comes next, or both. A plan whose day went by was not taken away. */
function statusInWords({ header, body }: EntryOf<'status'>, before: StatusBody, author: string, view: View): string {
  const { words, states } = view
  const { state, next } = body
  const isSame = next?.on === before.next?.on && next?.kind === before.next?.kind
  const isDropped = !next && before.next !== undefined && before.next.on >= header.on
  const plan =
    next && !isSame
      ? fill(words.momentSet, {
          author,
          moment: words.moments[next.kind] ?? words.moments.other,
          day: dayInWords(next.on, header.on),
        })
      : isDropped
        ? fill(words.momentDropped, { author })
        : ''
  if (plan !== '' && state === before.state) return plan
  return `${fill(words.stateSet, { author, state: states[state] })} ${plan}`.trim()
}

function contentOf(entry: Entry, author: string, view: View, before: StatusBody): Content {
  const { words } = view
  switch (entry.purpose) {
    case 'report':
      return { event: null, text: entry.body.story, attachments: entry.body.attachments }
    case 'message':
      return { event: null, text: entry.body.text, attachments: entry.body.attachments }
    case 'checkIn':
      return { event: words[entry.body.going], text: entry.body.text, attachments: entry.body.attachments }
    case 'status':
      return { event: statusInWords(entry, before, author, view), text: '', attachments: [] }
    case 'share':
      return { event: fill(words.shared, { author, name: entry.body.name }), text: '', attachments: [] }
    case 'leave':
      return { event: fill(words.left, { name: entry.body.name }), text: '', attachments: [] }
    case 'epoch':
      return { event: fill(words.accessChanged, { author }), text: '', attachments: [] }
    default:
      return entry satisfies never
  }
}

/** The report itself, when it is among what could be verified. */
export function reportOf(entries: readonly Entry[]): ReportBody | null {
  const report = entries.find(({ purpose }) => purpose === 'report')
  return report?.purpose === 'report' ? report.body : null
}

/** Everything the reporter wrote in words of their own, in the order in which it came. */
export const wordsOfReporter = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) => {
    if (entry.purpose === 'report') return [entry.body.story]
    const isTold = entry.isFromReporter && (entry.purpose === 'message' || entry.purpose === 'checkIn')
    return isTold ? [entry.body.text] : []
  })

/**
 * What is new to the reporter: written by somebody else, and not among what the reporter's own last message says to
 * have seen. Nothing is kept on the device, so an answer stays new until the reporter has written again.
 */
export function newToReporter(entries: readonly Entry[]): (entry: Entry) => boolean {
  const seen = entries.findLast(({ isFromReporter }) => isFromReporter)?.header.seen ?? {}
  return ({ header, isFromReporter }) => !isFromReporter && header.number > (seen[authorId(header.author)] ?? 0)
}

/** One sentence for each kind of trouble, in the order of the catalogue: the same sentence twice helps nobody. */
export function warningSentences(
  warnings: readonly Warning[],
  words: Readonly<Record<WarningKind, string>>,
): { kind: WarningKind; sentence: string }[] {
  const kinds = new Set<string>(warnings.map(({ kind }) => kind))
  return Object.entries(words)
    .filter(([kind]) => kinds.has(kind))
    .map(([kind, sentence]) => ({ kind: kind as WarningKind, sentence }))
}
