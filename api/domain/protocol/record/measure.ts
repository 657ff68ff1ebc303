import { measureAnswer } from '../allowed.ts'
import { groupOf } from '../history.ts'
import type { Attempt } from '../may-record.ts'
import { rolesNamed } from '../people.ts'
import { no, type RecordOutcome } from './outcome.ts'

/** A measure, or a way of working that asks something first. The override is kept in the entry, its reason in the words. */
export function mayTakeMeasure({ protocol, history, draft, actor, context }: Attempt): RecordOutcome | null {
  const measure = protocol.measures.find(({ key }) => key === draft.code)
  if (!measure) return no('code-unknown')
  const wrong = refuseAbout(measure.about, draft.record, history.records)
  if (wrong) return wrong
  const has = (role: string) => actor.roles.includes(role)
  if (draft.isOverride) {
    if (protocol.overrideBy === null || !has(protocol.overrideBy)) return no('override-not-allowed')
    return context.hasWords ? null : no('reason-needed')
  }
  if (!rolesNamed(measure.by, history).some(has)) return no('wrong-role')
  const { since, missing } = measureAnswer(measure, draft.record, history)
  if (missing) return no('precondition-missing', missing)
  return since.day > draft.happenedOn ? no('before-precondition') : null
}

export function maySetCircumstance({ protocol, history, draft, actor, context }: Attempt): RecordOutcome | null {
  const circumstance = protocol.circumstances.find(({ key }) => key === draft.code)
  if (!circumstance) return no('code-unknown')
  const { by, about, group, needsReason } = circumstance
  const wrong = refuseAbout(about, draft.record, history.records)
  if (wrong) return wrong
  if (by && !rolesNamed(by, history).some((role) => actor.roles.includes(role))) return no('wrong-role')
  if (group !== undefined && hasLaterInGroup(group)) return no('later-exists')
  return needsReason && !context.hasWords ? no('reason-needed') : null

  /** Of a group the latest day counts; two on one day would leave it to chance, so the first must be taken back. */
  function hasLaterInGroup(of: string): boolean {
    return history.entries.some(
      ({ kind, code, record, happenedOn }) =>
        happenedOn >= draft.happenedOn &&
        (kind === 'reopened'
          ? isSetOtherwise(code, of)
          : kind === 'circumstance' && record === draft.record && groupOf(code ?? '', protocol) === of),
    )
  }

  /** A reopening outweighs what else is said that day, so that this would come to nothing. */
  function isSetOtherwise(reopening: string | null, of: string): boolean {
    const sets = protocol.reopenings.find(({ key }) => key === reopening)?.sets ?? []
    return sets.some((key) => key !== draft.code && groupOf(key, protocol) === of)
  }
}

function refuseAbout(
  about: string | undefined,
  record: string | null,
  records: Attempt['history']['records'],
): RecordOutcome | null {
  if (about === undefined) return record === null ? null : no('record-not-asked')
  if (record === null) return no('record-needed')
  return records.find((one) => one.record === record)?.part === about ? null : no('record-not-asked')
}
