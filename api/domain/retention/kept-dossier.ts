import type { DossierEntry } from '../dossier/entry.ts'
import type { LocalDate } from '../local-date.ts'
import type { Protocol } from '../protocol/definition.ts'
import { historyOf } from '../protocol/history.ts'
import type { Kept } from './keeping.ts'
import { keptKindOf, periodEnd, type RetentionPeriods } from './periods.ts'

/** What is said of a dossier outside its entries. */
export type DossierSurroundings = Readonly<{
  openedOn: LocalDate
  isRead: boolean
  isNeeded: boolean
  warnedOn: LocalDate | null
  periods: RetentionPeriods
}>

/**
 * A dossier as far as its erasing is concerned. The day was chosen when it was closed, and stays when the school's periods
 * change; a closing that names none follows them.
 *
 * The day it was written down counts, and not the day it happened: who writes later loses no time.
 */
export function keptDossier(
  protocol: Protocol,
  entries: readonly DossierEntry[],
  { openedOn, periods, ...surroundings }: DossierSurroundings,
): Kept {
  const history = historyOf(protocol, entries)
  const closing = history.isClosed ? history.entries.findLast(({ kind }) => kind === 'closed') : undefined
  return {
    ...surroundings,
    isHeld: history.isHeld,
    endsOn: closing
      ? (closing.dueOn ?? periodEnd(keptKindOf(closing.code, protocol), closing.recordedOn, periods))
      : null,
    lastAddedOn: entries.reduce((last, { recordedOn }) => (recordedOn > last ? recordedOn : last), openedOn),
  }
}
