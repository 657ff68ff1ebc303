import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Protocol, Step } from '../../../api/domain/protocol/definition.ts'
import type { DossierEntryOpened, OpenedDossier } from '../../crypto/dossier-open.ts'
import { titleOf } from '../dossier/protocol-in-words.ts'

/** A talk of the dossier: with the student, with parents or with a class. */
export type Meeting = Readonly<{ id: string; on: LocalDate; title: string }>

const forms: readonly Step['form'][] = ['talk', 'parents', 'class']

/** What is about this student or about all of them, and was not taken back; the oldest first. */
export function entriesAbout({ entries }: OpenedDossier, record: string): readonly DossierEntryOpened[] {
  const takenBack = new Set(entries.flatMap(({ entry }) => (entry.kind === 'corrected' ? (entry.refersTo ?? []) : [])))
  return entries
    .filter(({ entry }) => entry.record === null || entry.record === record)
    .filter(({ entry }) => !takenBack.has(entry.id))
    .toSorted((a, b) =>
      a.entry.happenedOn === b.entry.happenedOn
        ? a.sequence - b.sequence
        : a.entry.happenedOn < b.entry.happenedOn
          ? -1
          : 1,
    )
}

/** The talks, the oldest first. One that ended in a decision is written down as that decision. */
export function meetingsAbout(opened: OpenedDossier, record: string, protocol: Protocol): readonly Meeting[] {
  const talks = protocol.steps.filter(({ form }) => forms.includes(form))
  const codes = new Map<string, Step>()
  for (const step of talks) for (const code of [step.key, ...(step.decides ?? [])]) codes.set(code, step)
  return entriesAbout(opened, record).flatMap(({ entry }) => {
    const step = codes.get(entry.code ?? '')
    const isTalk = step && (entry.kind === 'step-done' || (entry.kind === 'circumstance' && step.key !== entry.code))
    return isTalk ? [{ id: entry.id, on: entry.happenedOn, title: titleOf(step.key, protocol) }] : []
  })
}
