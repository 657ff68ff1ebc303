import { evaluate } from '../condition.ts'
import type { Protocol } from '../definition.ts'
import type { Attempt } from '../may-record.ts'
import { rolesNamed } from '../people.ts'
import { no, type RecordOutcome } from './outcome.ts'

export function mayOpen({ protocol, history, draft }: Attempt): RecordOutcome | null {
  if (history.opened !== null) return no('already-opened')
  return protocol.waysIn.some(({ key }) => key === draft.code) ? null : no('code-unknown')
}

/** Who handles it from now on, with the consent of whoever takes it: the protocol names who records it. */
export function mayHandOver({ protocol, history, draft, actor, context }: Attempt): RecordOutcome | null {
  const ways = protocol.handOvers.filter(({ to }) => to === draft.code && to !== history.handler.role)
  if (ways.length === 0) return no('code-unknown')
  const mine = ways.find(({ by }) => rolesNamed(by, history).some((role) => actor.roles.includes(role)))
  if (!mine) return no('wrong-role')
  const { since, missing } = evaluate(mine.requires, null, history)
  if (missing) return no('precondition-missing', missing)
  if (since.day > draft.happenedOn) return no('before-precondition')
  // Of two on one day it would be left to chance who handles it.
  const isLater = history.entries.some(
    ({ kind, happenedOn }) => kind === 'handed-over' && happenedOn >= draft.happenedOn,
  )
  if (isLater) return no('later-exists')
  return mine.needsReason && !context.hasWords ? no('reason-needed') : null
}

/** A moment to come; where it is for a step that comes back, the step is due on it. */
export function mayPlan({ protocol, draft, context }: Attempt): RecordOutcome | null {
  if (draft.code !== null && !protocol.steps.some(({ key }) => key === draft.code)) return no('code-unknown')
  return draft.dueOn === null || draft.dueOn < context.today ? no('due-in-past') : null
}

export function mayWrite({ draft, context }: Attempt): RecordOutcome | null {
  if (draft.code !== null) return no('code-unknown')
  if (!context.hasWords) return no('reason-needed')
  return draft.dueOn !== null && draft.dueOn < draft.happenedOn ? no('due-in-past') : null
}

/** By those who keep dossiers or may override, who answer for it when it is asked for; always with the reason. */
export function mayHold({ protocol, history, draft, actor, context }: Attempt): RecordOutcome | null {
  if (!rolesThatHold(protocol).some((role) => actor.roles.includes(role))) return no('wrong-role')
  if (!context.hasWords) return no('reason-needed')
  if (draft.kind === 'held') return history.isHeld ? no('held') : null
  return history.isHeld ? null : no('not-held')
}

export const rolesThatHold = ({ keepers, overrideBy }: Protocol): readonly string[] => [
  ...keepers,
  ...(overrideBy === null ? [] : [overrideBy]),
]

/** What opened, closed or reopened a dossier is not taken back: it is undone by what follows. */
const lasting: readonly string[] = [
  ...['opened', 'closed', 'reopened', 'held', 'hold-ended'],
  ...['erasure-asked', 'erasure-declined', 'record-erased'],
]

/** By whoever wrote it, a keeper of dossiers, or whoever may override; and by the handler when the writer is gone. */
export function mayCorrect({ protocol, history, draft, actor, context }: Attempt): RecordOutcome | null {
  const corrected = history.entries.find(({ id }) => id === draft.refersTo)
  if (!corrected) return no('entry-unknown')
  if (lasting.includes(corrected.kind)) return no('not-correctable')
  const isWriterHere = context.readers.some(({ holder, isAble }) => isAble && holder === corrected.by)
  const roles = [...protocol.keepers, protocol.overrideBy ?? '', ...(isWriterHere ? [] : [history.handler.role])]
  const mayDo = corrected.by === actor.holder || roles.some((role) => actor.roles.includes(role))
  if (!mayDo) return no('wrong-role')
  return context.hasWords ? null : no('reason-needed')
}
