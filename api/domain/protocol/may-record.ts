import type { DossierEntry } from '../dossier/entry.ts'
import type { LocalDate } from '../local-date.ts'
import type { RetentionPeriods } from '../retention/periods.ts'
import type { Protocol } from './definition.ts'
import { type History, historyOf } from './history.ts'
import type { Situation } from './interpret.ts'
import { openMoments } from './open-steps.ts'
import type { Reader } from './people.ts'
import { mayClose, mayReopen } from './record/closing.ts'
import { mayCorrect, mayHandOver, mayHold, mayOpen, mayPlan, mayWrite } from './record/course.ts'
import { mayAnswerErasure, mayAskErasure } from './record/erasure.ts'
import { maySetCircumstance, mayTakeMeasure } from './record/measure.ts'
import { no, type RecordOutcome, type RecordRefusal, yes } from './record/outcome.ts'
import { mayAddRecord, mayTakeStep } from './record/step.ts'

export type { RecordOutcome, RecordRefusal }

/** What somebody wants to add; the server says who and today. */
export type EntryDraft = Omit<DossierEntry, 'by' | 'recordedOn'>

export type RecordContext = Situation &
  Readonly<{
    /** Sealed words go along: the reason, where one is asked. */
    hasWords: boolean
    /** Another dossier is named, where closing asks for one. */
    hasLink?: boolean
    /** Bewaartermijnen of the site; left out, those of any school. */
    periods?: RetentionPeriods
  }>

/** Everything that a rule about one kind of entry looks at. */
export type Attempt = Readonly<{
  protocol: Protocol
  history: History
  draft: EntryDraft
  actor: Reader
  context: RecordContext
}>

/**
 * Whether this person may add this entry now. A refusal says what lacks. Routes call it before they store anything.
 *
 * @param entries - all of them, in any order. @param actor - the holder id; what they may is read from `context.readers`.
 */
export function mayRecord(
  protocol: Protocol,
  entries: readonly DossierEntry[],
  draft: EntryDraft,
  actor: string,
  context: RecordContext,
): RecordOutcome {
  const known = entries.find(({ id }) => id === draft.id)
  if (known) return isSame(known, draft, actor) ? yes(known) : no('entry-exists')
  const reader = context.readers.find(({ holder }) => holder === actor)
  if (!reader?.isAble) return no('not-reader')
  if (isToCome(draft, context)) return no('in-future')
  const history = historyOf(protocol, entries)
  const refusal = refusalOf({ protocol, history, draft, actor: reader, context })
  return refusal ?? yes({ ...draft, by: actor, recordedOn: context.today })
}

function refusalOf(attempt: Attempt): RecordOutcome | null {
  const { draft, history } = attempt
  if (draft.kind === 'opened') return mayOpen(attempt)
  if (history.opened === null) return no('not-opened')
  if (draft.kind === 'held' || draft.kind === 'hold-ended') return mayHold(attempt)
  if (draft.kind === 'erasure-asked') return mayAskErasure(attempt)
  if (draft.kind === 'erasure-declined' || draft.kind === 'record-erased') return mayAnswerErasure(attempt)
  if (draft.kind === 'reopened') return mayReopen(attempt)
  if (history.isClosed) return no('closed')
  if (draft.record !== null && draft.kind !== 'record-added' && !isKnown(draft.record, history))
    return no('record-unknown')
  if (draft.refersTo !== null && draft.kind !== 'corrected' && !isOpenMoment(draft.refersTo, history))
    return no('entry-unknown')
  if (draft.isOverride && draft.kind !== 'measure') return no('override-not-allowed')
  switch (draft.kind) {
    case 'record-added':
      return mayAddRecord(attempt)
    case 'step-done':
    case 'step-skipped':
      return mayTakeStep(attempt)
    case 'circumstance':
      return maySetCircumstance(attempt)
    case 'measure':
      return mayTakeMeasure(attempt)
    case 'handed-over':
      return mayHandOver(attempt)
    case 'planned':
      return mayPlan(attempt)
    case 'note':
    case 'agreement':
      return mayWrite(attempt)
    case 'closed':
      return mayClose(attempt)
    case 'corrected':
      return mayCorrect(attempt)
  }
}

const isKnown = (record: string, { records }: History): boolean => records.some((one) => one.record === record)

const isOpenMoment = (id: string, history: History): boolean => openMoments(history).some((one) => one.id === id)

const isToCome = ({ happenedOn, hour }: EntryDraft, now: { today: LocalDate; hour?: number | null }): boolean =>
  happenedOn > now.today || (happenedOn === now.today && hour !== null && now.hour != null && hour > now.hour)

const isSame = (known: DossierEntry, draft: EntryDraft, actor: string): boolean =>
  known.by === actor && known.kind === draft.kind && known.code === draft.code && known.record === draft.record
