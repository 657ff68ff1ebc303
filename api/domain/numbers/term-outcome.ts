import type { SchoolCalendar } from '../calendar.ts'
import type { DossierEntry } from '../dossier/entry.ts'
import type { Protocol } from '../protocol/definition.ts'
import { interpret } from '../protocol/interpret.ts'
import type { OpenStep } from '../protocol/open-steps.ts'
import type { Numbers } from '../protocol/term.ts'
import type { termCodes } from './measures.ts'

export type TermOutcome = (typeof termCodes)[number]

const settling: readonly DossierEntry['kind'][] = ['step-done', 'step-skipped', 'circumstance', 'handed-over']

/**
 * Whether the step that an entry settled was on time, by the deadline that showed on the screen before it.
 *
 * @param before - the entries that came in before it.
 * @returns null where it settled no step that had a term.
 */
export function termOutcomeOf(
  protocol: Protocol,
  before: readonly DossierEntry[],
  entry: DossierEntry,
  { calendar, numbers }: Readonly<{ calendar: SchoolCalendar; numbers: Numbers }>,
): TermOutcome | null {
  if (!settling.includes(entry.kind)) return null
  const { happenedOn: today, hour } = entry
  const { open } = interpret(protocol, before, { calendar, today, hour, numbers, readers: [] })
  const settled = open.find((step) => settles(entry, step))
  if (!settled?.deadline) return null
  if (entry.kind === 'step-skipped') return 'skipped'
  return settled.deadline.when === 'late' ? 'late' : 'on-time'
}

function settles({ kind, code, record }: DossierEntry, { step, record: of }: OpenStep): boolean {
  if (record !== of) return false
  if (kind === 'circumstance') return step.decides?.includes(code ?? '') ?? false
  if (kind === 'handed-over') return step.handsOverTo !== undefined && step.handsOverTo === code
  return step.key === code
}
