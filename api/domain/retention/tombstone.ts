import type { DossierEntry } from '../dossier/entry.ts'
import type { LocalDate } from '../local-date.ts'

export const erasedKinds = ['report', 'dossier'] as const

/** What is counted of something that is erased: what statistics ask, and nothing by which it could be known again. */
export type Tombstone = Readonly<{
  kind: (typeof erasedKinds)[number]
  /** `YYYY-MM` */
  begunIn: string
  way: string
  outcome: string
}>

const monthOf = (day: LocalDate): string => day.slice(0, 7)

export const reportTombstone = ({
  receivedOn,
  isUrgent,
}: Readonly<{ receivedOn: LocalDate; isUrgent: boolean }>): Tombstone => ({
  ...{ kind: 'report', begunIn: monthOf(receivedOn), way: isUrgent ? 'urgent' : '', outcome: 'closed' },
})

/** The last closing is the one that counts. */
export function dossierTombstone(openedOn: LocalDate, entries: readonly DossierEntry[]): Tombstone {
  const codeOf = (kind: DossierEntry['kind']) => entries.findLast((entry) => entry.kind === kind)?.code ?? ''
  return { kind: 'dossier', begunIn: monthOf(openedOn), way: codeOf('opened'), outcome: codeOf('closed') }
}
