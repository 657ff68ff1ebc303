import { erasureRequests } from '../../dossier/erasure.ts'
import type { Attempt } from '../may-record.ts'
import { rolesThatHold } from './course.ts'
import { no, type RecordOutcome } from './outcome.ts'

/**
 * That somebody asked for what is kept about one pupil to be erased: whoever reads the dossier writes it down, and the
 * school decides. Not while it is worked: then its steps are still to be taken for that pupil.
 */
export function mayAskErasure({ history, draft, context }: Attempt): RecordOutcome | null {
  if (!history.isClosed) return no('not-closed')
  if (draft.code !== null) return no('code-unknown')
  if (draft.record !== null) return no('record-not-asked')
  const added = history.entries.find(({ id, kind }) => id === draft.refersTo && kind === 'record-added')
  if (!added || !history.records.some(({ record }) => record === added.record)) return no('record-unknown')
  const isAsked = erasureRequests(history.entries).some(
    ({ record, state }) => record === added.record && state === 'open',
  )
  if (isAsked) return no('already-asked')
  return context.hasWords ? null : no('reason-needed')
}

/** By who answers for it, and never by whoever asked alone: nothing brings it back. Declined also by who asked. */
export function mayAnswerErasure({ protocol, history, draft, actor, context }: Attempt): RecordOutcome | null {
  if (draft.code !== null) return no('code-unknown')
  if (draft.record !== null) return no('record-not-asked')
  const asked = erasureRequests(history.entries).find(({ id }) => id === draft.refersTo)
  if (asked?.state !== 'open') return no('entry-unknown')
  const isOwn = asked.by === actor.holder
  const answersForIt = rolesThatHold(protocol).some((role) => actor.roles.includes(role))
  if (draft.kind === 'erasure-declined') {
    if (!answersForIt && !isOwn) return no('wrong-role')
    return context.hasWords ? null : no('reason-needed')
  }
  if (!answersForIt) return no('wrong-role')
  if (isOwn) return no('own-request')
  if (history.isHeld) return no('held')
  return history.isClosed ? null : no('not-closed')
}
