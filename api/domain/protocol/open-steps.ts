import type { DossierEntry } from '../dossier/entry.ts'
import { addDays, type LocalDate } from '../local-date.ts'
import { evaluate, type Missing } from './condition.ts'
import type { Step } from './definition.ts'
import { anewFrom, type History, instancesOf, type Settlement, settlementOf } from './history.ts'
import { latest, type Moment, momentOf } from './moment.ts'
import { type Hands, handsFor, type Reader } from './people.ts'
import { basisOf, type Deadline, deadlineAt, endOf, type Now, type Numbers } from './term.ts'

export type StepState = Readonly<{
  step: Step
  /** The student it is taken with, or null. */
  record: string | null
  /** It is taken for each student with one of its parts, and none is in the dossier yet. */
  isRecordNeeded: boolean
  status: 'open' | 'settled' | 'not-yet'
  /** Since when it is open, or could be taken. */
  since: Moment | null
  missing: readonly Missing[]
  settlement: Settlement | null
}>

/** An open step with who can do it and by when. Without a deadline it is optional. */
export type OpenStep = StepState & Hands & Readonly<{ since: Moment; deadline: Deadline | null }>

/** Every step as it stands, in the order of the definition. */
export const stepStates = (history: History): readonly StepState[] =>
  history.protocol.steps.flatMap((step) => instancesOf(step, history).map((record) => stateOf(step, record, history)))

export function stateOf(step: Step, record: string | null, history: History): StepState {
  const settlement = settlementOf(step, record, history)
  const isRecordNeeded = step.eachOf !== undefined && record === null
  const shared = { step, record, isRecordNeeded, settlement }
  const answer = evaluate(step.opensWhen, record, history)
  if (answer.missing) {
    return { ...shared, status: settlement ? 'settled' : 'not-yet', since: null, missing: answer.missing }
  }
  const known = history.records.find((one) => one.record === record)?.since
  const anew = anewFrom(step, record, history)
  const since = latest([answer.since, ...(known ? [known] : []), ...(anew ? [{ day: anew, hour: null }] : [])])
  const isSettled = settlement !== null && (!step.recurs || settlement.how === 'skipped')
  return { ...shared, status: isSettled ? 'settled' : 'open', since, missing: [] }
}

/** What has to be done now, soonest first. Nothing is open in a closed dossier. */
export function openSteps(
  states: readonly StepState[],
  history: History,
  now: Now & Readonly<{ readers: readonly Reader[]; numbers: Numbers }>,
): readonly OpenStep[] {
  if (history.isClosed) return []
  return states
    .flatMap((state): OpenStep[] => {
      if (state.status !== 'open' || state.since === null) return []
      const hands = handsFor(state.step, history, now.readers)
      return [{ ...state, ...hands, since: state.since, deadline: deadlineOf(state, state.since, history, now) }]
    })
    .sort((a, b) => compare(placeOf(a), placeOf(b)))
}

function deadlineOf(
  { step, record, settlement }: StepState,
  since: Moment,
  history: History,
  now: Now & Readonly<{ numbers: Numbers }>,
): Deadline | null {
  // What was done before it stopped for a while and began again says nothing of when it is due now.
  const last = settlement && settlement.entry.happenedOn >= since.day ? momentOf(settlement.entry) : null
  const planned = step.recurs && plannedFor(step, record, history, last ? addDays(last.day, 1) : since.day)
  if (planned?.dueOn) return deadlineAt({ day: planned.dueOn, hour: null }, 'school', now)
  const term = step.recurs && last ? step.recurs : step.term
  if (!term) return null
  const counted = step.countsFrom && evaluate(step.countsFrom, record, history).since
  const from = step.recurs && last ? last : (counted ?? since)
  const end = endOf(term, from, history.protocol, now.numbers, now.calendar)
  return deadlineAt(end, basisOf(term), now)
}

/** The next moment somebody planned for a step that comes back; not one of before it began anew, or that is over. */
function plannedFor(
  step: Step,
  record: string | null,
  history: History,
  earliestDue: LocalDate,
): DossierEntry | undefined {
  const from = anewFrom(step, record, history)
  return openMoments(history)
    .filter((entry) => entry.kind === 'planned' && entry.code === step.key && entry.record === record)
    .filter(({ happenedOn, dueOn }) => (from === null || from <= happenedOn) && (dueOn ?? '') >= earliestDue)
    .sort((a, b) => compare(a.dueOn ?? '', b.dueOn ?? ''))[0]
}

/**
 * Planned moments, and agreements to be looked at again, that no entry refers to. A moment for a step is also over once
 * that step was taken on a later day than the one on which it was planned.
 */
export function openMoments({ entries }: History): readonly DossierEntry[] {
  const fulfilled = new Set(entries.map(({ refersTo }) => refersTo))
  const isTaken = ({ code, record, happenedOn }: DossierEntry) =>
    code !== null &&
    entries.some(
      (one) => one.kind === 'step-done' && one.code === code && one.record === record && one.happenedOn > happenedOn,
    )
  return entries.filter(
    (entry) =>
      (entry.kind === 'planned' || entry.kind === 'agreement') &&
      entry.dueOn !== null &&
      !fulfilled.has(entry.id) &&
      !isTaken(entry),
  )
}

const placeOf = ({ deadline }: OpenStep): string =>
  deadline ? `${deadline.by} ${String(deadline.hour ?? 24).padStart(2, '0')}` : '~'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
