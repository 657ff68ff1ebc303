import type { DossierEntry } from '../dossier/entry.ts'
import type { LocalDate } from '../local-date.ts'
import { yearId } from '../numbers/period.ts'
import { schoolYearOf } from '../school-year.ts'

/** `record`: what was kept about one pupil in a dossier that stays. */
export const erasedKinds = ['report', 'dossier', 'record'] as const

/**
 * What is counted of something that is erased, and nothing by which it could be known again. What the published numbers
 * ask was counted in its month (numbers/count-month.ts); this says how much of which school years is gone.
 */
export type Tombstone = Readonly<{
  kind: (typeof erasedKinds)[number]
  /** The school year in which it came or was opened, by its first year. */
  begunIn: string
  way: string
  outcome: string
}>

const yearOf = (day: LocalDate): string => yearId(schoolYearOf(day))

export const reportTombstone = ({
  receivedOn,
  isUrgent,
}: Readonly<{ receivedOn: LocalDate; isUrgent: boolean }>): Tombstone => ({
  ...{ kind: 'report', begunIn: yearOf(receivedOn), way: isUrgent ? 'urgent' : '', outcome: 'closed' },
})

export const recordTombstone = (openedOn: LocalDate): Tombstone => ({
  ...{ kind: 'record', begunIn: yearOf(openedOn), way: '', outcome: 'asked' },
})

/** The last closing is the one that counts. */
export function dossierTombstone(openedOn: LocalDate, entries: readonly DossierEntry[]): Tombstone {
  const codeOf = (kind: DossierEntry['kind']) => entries.findLast((entry) => entry.kind === kind)?.code ?? ''
  return { kind: 'dossier', begunIn: yearOf(openedOn), way: codeOf('opened'), outcome: codeOf('closed') }
}
