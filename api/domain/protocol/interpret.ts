import type { DossierEntry } from '../dossier/entry.ts'
import { type Allowed, allowedNow } from './allowed.ts'
import { evaluate } from './condition.ts'
import type { Protocol } from './definition.ts'
import { type History, historyOf, type InvolvedRecord, inForce } from './history.ts'
import type { Moment } from './moment.ts'
import { type OpenStep, openMoments, openSteps, type StepState, stepStates } from './open-steps.ts'
import type { Reader } from './people.ts'
import { type Reminder, remindersOf } from './reminders.ts'
import { type Deadline, deadlineAt, type Now, type Numbers } from './term.ts'
import { type TrackState, trackStates } from './track-states.ts'

/** Everything outside the dossier that decides how it stands. `numbers`: the school's own, see `Setting`. */
export type Situation = Now & Readonly<{ readers: readonly Reader[]; numbers?: Numbers }>

export const dossierStates = ['unopened', 'open', 'aftercare', 'closed'] as const
export type DossierState = (typeof dossierStates)[number]

/** A planned moment, or an agreement to be looked at again. */
export type OpenMoment = Readonly<{ entry: DossierEntry; deadline: Deadline }>

export type Interpretation = Readonly<{
  state: DossierState
  /** Nothing may be erased. */
  isHeld: boolean
  way: string | null
  /** When it last began anew because it happened again. */
  reopenedOn: DossierEntry['happenedOn'] | null
  handler: Readonly<{ role: string; since: Moment | null }>
  records: readonly InvolvedRecord[]
  /** In force for all, or for some student. */
  circumstances: readonly string[]
  tracks: readonly TrackState[]
  /** Soonest first. */
  open: readonly OpenStep[]
  settled: readonly StepState[]
  /** With what each waits for. */
  notYet: readonly StepState[]
  /** A list is kept of what went round, see `materials` of the definition. */
  keepsMaterials: boolean
  moments: readonly OpenMoment[]
  allowed: Allowed
  reminders: readonly Reminder[]
  /** How it ended, where it is closed. */
  closing: DossierEntry | null
}>

/**
 * How a dossier stands under its protocol. Pure, and the order in which the entries come does not matter: their days
 * do, and within a day their ids.
 */
export function interpret(
  protocol: Protocol,
  entries: readonly DossierEntry[],
  { readers, numbers = {}, ...now }: Situation,
): Interpretation {
  const history = historyOf(protocol, entries)
  const states = stepStates(history)
  const open = openSteps(states, history, { ...now, readers, numbers })
  const moments = history.isClosed ? [] : momentsOf(history, now)
  return {
    state: stateOf(history),
    isHeld: history.isHeld,
    way: history.opened?.code ?? null,
    reopenedOn: history.reopenedOn,
    handler: history.handler,
    records: history.records,
    circumstances: protocol.circumstances.map(({ key }) => key).filter((key) => inForce(key, null, history) !== null),
    tracks: trackStates(history, states),
    open,
    settled: states.filter(({ status }) => status === 'settled'),
    notYet: history.isClosed ? [] : states.filter(({ status }) => status === 'not-yet'),
    keepsMaterials: keepsMaterials(history),
    moments,
    allowed: allowedNow(history, readers, states),
    reminders: remindersOf(open, moments, history, { ...now, readers, numbers }),
    closing: history.isClosed ? (history.entries.findLast(({ kind }) => kind === 'closed') ?? null) : null,
  }
}

/** Who is to be reminded today of what, and to whom what is late goes on. */
export const remindersDue = (protocol: Protocol, entries: readonly DossierEntry[], situation: Situation) =>
  interpret(protocol, entries, situation).reminders

function stateOf(history: History): DossierState {
  if (history.opened === null) return 'unopened'
  if (history.isClosed) return 'closed'
  return evaluate(history.protocol.aftercare.from, null, history).missing === null ? 'aftercare' : 'open'
}

function keepsMaterials(history: History): boolean {
  const { materials } = history.protocol
  return materials !== undefined && evaluate(materials.when, null, history).missing === null
}

const momentsOf = (history: History, now: Now): readonly OpenMoment[] =>
  openMoments(history).flatMap((entry) =>
    entry.dueOn === null ? [] : [{ entry, deadline: deadlineAt({ day: entry.dueOn, hour: null }, 'school', now) }],
  )
