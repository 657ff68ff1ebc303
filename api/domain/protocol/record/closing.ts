import { closingAnswer } from '../allowed.ts'
import type { Attempt } from '../may-record.ts'
import { isDoubleRole, rolesNamed } from '../people.ts'
import { no, type RecordOutcome } from './outcome.ts'

export function mayClose({ protocol, history, draft, actor, context }: Attempt): RecordOutcome | null {
  const closing = protocol.closings.find(({ key }) => key === draft.code)
  if (!closing) return no('code-unknown')
  if (draft.record !== null) return no('record-not-asked')
  if (!rolesNamed(closing.by, history).some((role) => actor.roles.includes(role))) return no('wrong-role')
  if (isDoubleRole(actor.holder, closing.key, history)) return no('double-role')
  const { since, missing } = closingAnswer(closing, history)
  if (missing) return no('precondition-missing', missing)
  if (since.day > draft.happenedOn || isBeforeReopening(draft.happenedOn)) return no('before-precondition')
  if (closing.needsReason && !context.hasWords) return no('reason-needed')
  return closing.needsLink && !context.hasLink ? no('link-needed') : null

  function isBeforeReopening(day: string): boolean {
    return history.entries.some(({ kind, happenedOn }) => kind === 'reopened' && happenedOn > day)
  }
}

export function mayReopen({ protocol, history, draft, actor }: Attempt): RecordOutcome | null {
  const reopening = protocol.reopenings.find(({ key }) => key === draft.code)
  if (!reopening) return no('code-unknown')
  if (!history.isClosed) return no('not-closed')
  if (draft.record !== null) return no('record-not-asked')
  if (!rolesNamed(reopening.by, history).some((role) => actor.roles.includes(role))) return no('wrong-role')
  const closed = history.entries.findLast(({ kind }) => kind === 'closed')
  return closed && draft.happenedOn < closed.happenedOn ? no('before-precondition') : null
}
