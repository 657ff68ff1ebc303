import type { LocalDate } from '../local-date.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { DossierEntry } from './entry.ts'

/** Why an entry cannot stand in a dossier, whatever the protocol says. */
export const addRefusals = [
  'not-opened',
  'already-opened',
  'closed',
  'not-closed',
  'held',
  'not-held',
  'in-future',
  'record-unknown',
  'record-exists',
  'record-needed',
  'entry-unknown',
  'not-correctable',
] as const
export type AddRefusal = (typeof addRefusals)[number]

/** Without what was taken back. */
export function standing<Entry extends DossierEntry>(entries: readonly Entry[]): readonly Entry[] {
  const takenBack = new Set(entries.flatMap(({ kind, refersTo }) => (kind === 'corrected' ? (refersTo ?? []) : [])))
  return entries.filter(({ id, kind }) => kind !== 'corrected' && !takenBack.has(id))
}

const count = (entries: readonly DossierEntry[], kind: DossierEntry['kind']) =>
  entries.filter((entry) => entry.kind === kind).length

/** They alternate, so that counting needs no order within a day. */
export function isClosed(entries: readonly DossierEntry[]): boolean {
  const left = standing(entries)
  return count(left, 'closed') > count(left, 'reopened')
}

const isHeld = (entries: readonly DossierEntry[]): boolean => count(entries, 'held') > count(entries, 'hold-ended')

/**
 * Whether an entry can come after these at all: it belongs to something that is there, and did not happen tomorrow. What
 * the protocol asks before a step is its own question.
 */
export function mayAdd(
  entries: readonly DossierEntry[],
  entry: DossierEntry,
  today: LocalDate,
): Outcome<DossierEntry, AddRefusal> {
  const left = standing(entries)
  const refusal = refusalOf(left, entry, today)
  return refusal ? refuse(refusal) : accept(entry)
}

function refusalOf(left: readonly DossierEntry[], entry: DossierEntry, today: LocalDate): AddRefusal | null {
  const { kind, record } = entry
  if (entry.happenedOn > today) return 'in-future'
  const isOpened = count(left, 'opened') > 0
  if (kind === 'opened') return isOpened ? 'already-opened' : null
  if (!isOpened) return 'not-opened'
  if (kind === 'held') return isHeld(left) ? 'held' : null
  if (kind === 'hold-ended') return isHeld(left) ? null : 'not-held'
  if (kind === 'corrected') return refusalOfCorrection(left, entry)
  const isShut = isClosed(left)
  if (kind === 'reopened') return isShut ? null : 'not-closed'
  if (isShut) return 'closed'
  if (entry.refersTo !== null && !left.some(({ id }) => id === entry.refersTo)) return 'entry-unknown'
  const isKnown = left.some((one) => one.kind === 'record-added' && one.record === record)
  if (kind === 'record-added') return record === null ? 'record-needed' : isKnown ? 'record-exists' : null
  return record === null || isKnown ? null : 'record-unknown'
}

/** Without its opening there would be no dossier, and a record holds what is sealed to it. */
function refusalOfCorrection(left: readonly DossierEntry[], { refersTo, record }: DossierEntry): AddRefusal | null {
  const corrected = left.find(({ id }) => id === refersTo)
  if (!corrected) return 'entry-unknown'
  if (corrected.kind === 'opened' || corrected.kind === 'record-added') return 'not-correctable'
  return corrected.record === record ? null : 'record-unknown'
}
