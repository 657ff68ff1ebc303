import { addDays } from '../../local-date.ts'
import { isWithinLimits, keptKindOf, periodEnd, standardPeriods } from '../../retention/periods.ts'
import { closingAnswer } from '../allowed.ts'
import type { Attempt } from '../may-record.ts'
import { isDoubleRole, rolesNamed } from '../people.ts'
import { no, type RecordOutcome } from './outcome.ts'

export function mayClose(attempt: Attempt): RecordOutcome | null {
  const { protocol, history, draft, actor, context } = attempt
  const closing = protocol.closings.find(({ key }) => key === draft.code)
  if (!closing) return no('code-unknown')
  if (draft.record !== null) return no('record-not-asked')
  if (!rolesNamed(closing.by, history).some((role) => actor.roles.includes(role))) return no('wrong-role')
  if (isDoubleRole(actor.holder, closing.key, history)) return no('double-role')
  const { since, missing } = closingAnswer(closing, history)
  if (missing) return no('precondition-missing', missing)
  if (since.day > draft.happenedOn || isBeforeReopening(draft.happenedOn)) return no('before-precondition')
  // Of two on one day it would be left to chance how it ended.
  if (history.entries.some(({ kind, happenedOn }) => kind === 'closed' && happenedOn >= draft.happenedOn))
    return no('later-exists')
  if (closing.needsReason && !context.hasWords) return no('reason-needed')
  if (closing.needsLink && !context.hasLink) return no('link-needed')
  return refusedPeriod(attempt)

  function isBeforeReopening(day: string): boolean {
    return history.entries.some(({ kind, happenedOn }) => kind === 'reopened' && happenedOn > day)
  }
}

/** How long it is kept after this: as long as the school does, or shorter or longer with a reason. */
function refusedPeriod({ protocol, draft: { code, dueOn }, context }: Attempt): RecordOutcome | null {
  if (dueOn === null) return null
  // Around midnight a browser may still have the day before.
  const days = [context.today, addDays(context.today, -1)]
  if (!days.some((day) => isWithinLimits(dueOn, day))) return no('period-out-of-limits')
  const { periods = standardPeriods } = context
  const isUsual = days.some((day) => periodEnd(keptKindOf(code, protocol), day, periods) === dueOn)
  return isUsual || context.hasWords ? null : no('reason-needed')
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
