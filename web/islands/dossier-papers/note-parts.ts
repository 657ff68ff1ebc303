import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import type { OpenedDossier } from '../../crypto/dossier-open.ts'
import { fill } from '../../text/fill.ts'
import type { DossierText } from '../dossier/dossier-text.ts'
import { entryInWords } from '../dossier/protocol-in-words.ts'
import { dayInFull } from '../shared/day.ts'
import type { PapersText } from './papers-text.ts'
import { startOf } from './start-of.ts'

/** Something of a dossier that may go into a note: what it is chosen by, and what stands in the note then. */
export type NotePart = Readonly<{
  id: string
  on: LocalDate
  isAgreement: boolean
  label: string
  block: string
}>

/**
 * What may stand in a student's own file: agreements, and behaviour as staff saw it. Only what the writer put in the open
 * field of an entry: not with whom, not what was talked about by the protocol's prompts (causes, help), no reason, and not
 * the words with which the dossier was opened, because these can be the reporter's.
 */
export function noteParts(
  { entries }: OpenedDossier,
  record: string,
  protocol: Protocol,
  words: Readonly<{ note: PapersText['note']; dossiers: DossierText['dossiers'] }>,
): readonly NotePart[] {
  const takenBack = new Set(entries.flatMap(({ entry }) => (entry.kind === 'corrected' ? (entry.refersTo ?? []) : [])))
  const own = entries.filter(
    ({ entry, words: { text } }) =>
      (entry.kind === 'agreement' || entry.kind === 'note' || entry.kind === 'step-done') &&
      (entry.record === null || entry.record === record) &&
      !takenBack.has(entry.id) &&
      text.trim() !== '',
  )
  const parts = own.map(({ entry, words: { text } }): NotePart => {
    const isAgreement = entry.kind === 'agreement'
    const day = dayInFull(entry.happenedOn)
    const title = entryInWords(entry, protocol, words.dossiers)
    const said = fill(words.note.block[isAgreement ? 'agreement' : 'behaviour'], { day, text: text.trim() })
    const due = isAgreement && entry.dueOn ? ` ${fill(words.note.due, { day: dayInFull(entry.dueOn) })}` : ''
    return {
      ...{ id: entry.id, on: entry.happenedOn, isAgreement, block: said + due },
      label: fill(words.note.option, { day, title, start: startOf(text) }),
    }
  })
  return parts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
