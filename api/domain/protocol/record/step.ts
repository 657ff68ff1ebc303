import { parts } from '../../dossier/entry.ts'
import type { Step } from '../definition.ts'
import { anewFrom, instancesOf } from '../history.ts'
import type { Attempt } from '../may-record.ts'
import { stateOf } from '../open-steps.ts'
import { handsFor, isDoubleRole } from '../people.ts'
import { no, type RecordOutcome } from './outcome.ts'

/** Done or skipped: the step is open, for this student, and this person is the one to do it. */
export function mayTakeStep(attempt: Attempt): RecordOutcome | null {
  const { protocol, history, draft, actor, context } = attempt
  const step = protocol.steps.find(({ key }) => key === draft.code)
  if (!step) return no('code-unknown')
  const wrong = refuseRecord(step, attempt)
  if (wrong) return wrong
  const { status, missing } = stateOf(step, draft.record, history)
  if (status !== 'open') return no('step-not-open', missing)
  if (isDoubleRole(actor.holder, step.key, history)) return no('double-role')
  if (!handsFor(step, history, context.readers).people.includes(actor.holder)) return no('wrong-role')
  const from = anewFrom(step, draft.record, history)
  if (from !== null && draft.happenedOn < from) return no('before-reopening')
  if (draft.kind === 'step-done') return step.decides || step.handsOverTo ? no('decision-needed') : null
  if (step.isRequired) return no('step-required')
  return context.hasWords ? null : no('reason-needed')
}

function refuseRecord(step: Step, { history, draft }: Attempt): RecordOutcome | null {
  if (!step.eachOf) return draft.record === null ? null : no('record-not-asked')
  if (draft.record !== null && !instancesOf(step, history).includes(draft.record)) return no('record-not-asked')
  // While nobody with this part is known, only skipping makes sense.
  const isNobodyKnown = instancesOf(step, history).includes(null)
  if (draft.record === null && !(isNobodyKnown && draft.kind === 'step-skipped')) return no('record-needed')
  return null
}

export function mayAddRecord({ history, draft }: Attempt): RecordOutcome | null {
  if (!(parts as readonly (string | null)[]).includes(draft.code)) return no('code-unknown')
  if (draft.record === null) return no('record-needed')
  return history.records.some(({ record }) => record === draft.record) ? no('record-exists') : null
}
