/** What can happen to who handles what, and which of it must wait until somebody else can. */

import { accept, refuse } from './outcome.ts'
import { type OwnedReport, type Ownership, ownerlessReports, type Pair, readersAfter } from './ownership.ts'
import { type Absence, absenceRefused, endDeputy, standIn, withDeputy } from './ownership-deputies.ts'
import { withdraw } from './ownership-elsewhere.ts'
import { withDossierRole, withoutDossierRole } from './ownership-roles.ts'
import { add, drop, heldBy, keysDue, replace, withAble, withFunction, withReport } from './ownership-steps.ts'
import { functionsWithoutEscrow } from './roles.ts'

/** `to` is a person or a function; without it nobody takes over. */
export type OwnershipChange =
  | Readonly<{ kind: 'appoint' | 'confirm' | 'remove'; role: string; holder: string }>
  | Readonly<{ kind: 'rekey'; role: string }>
  | Readonly<{ kind: 'leave' | 'block' | 'unblock'; holder: string }>
  | Readonly<{ kind: 'share'; report: string; to: string }>
  | Readonly<{ kind: 'forward' | 'leaveOut'; report: string; from: string; to?: string | undefined }>
  /** `also`: what the same person is at other sites. */
  | Readonly<{ kind: 'recuse'; report: string; from: string; to?: string | undefined; also?: readonly string[] }>
  | Readonly<{ kind: 'renewKey' | 'close' | 'reopen'; report: string }>
  /** The site does not vouch for the other one any more. */
  | Readonly<{ kind: 'withdraw'; site: string }>
  /** Somebody new tells something; `standIns` read along for who is away. */
  | Readonly<{ kind: 'tell'; report: string; holders: readonly string[]; standIns: readonly Pair[] }>
  | Absence
  | (Readonly<{ kind: 'beginDeputy' | 'endDeputy' }> & Pair)

/** Somebody who goes, from a function or from the school. */
export type Going = Readonly<{ kind: 'remove'; role: string; holder: string } | { kind: 'leave'; holder: string }>

/** A report that would be left alone, and through whom it is read now: there somebody is needed first. */
export type OwnerNeeded = Readonly<{ report: string; holders: readonly string[] }>

/**
 * The state after the change. Refused with the reports for which somebody must be found first, when one that has an
 * able owner would lose the last one. Blocking an account is never refused: it is for when waiting is worse.
 */
export function mayDo(state: Ownership, change: OwnershipChange) {
  const absence = isAbsence(change) ? absenceRefused(state, change) : null
  if (absence) return { ...refuse(absence), needed: [] }
  const after = applyChange(state, change)
  if (change.kind === 'block') return accept(after)
  const before = new Set(ownerlessReports(state).map(({ report }) => report))
  const needed = ownerlessReports(after)
    .filter(({ report }) => !before.has(report))
    .map(({ report }) => ({ report, holders: holdersOf(state, report) }))
  return needed.length === 0 ? accept(after) : { ...refuse('owner-needed'), needed }
}

/**
 * Through what somebody who goes would leave reports or dossiers alone: a function, or themselves, and how many. Of a function
 * without escrow nobody else is told how much it holds.
 */
export function whereNeeded(state: Ownership, change: Going): Needed {
  const outcome = mayDo(state, change)
  const needed = outcome.ok ? [] : outcome.needed
  const held = state.functions.filter(({ keyHolders }) => keyHolders.includes(change.holder)).map(({ role }) => role)
  const lost = [...(change.kind === 'remove' ? [change.role] : held), change.holder]
  const holders = lost.filter((one) => needed.some((report) => report.holders.includes(one)))
  const isClosed = functionsWithoutEscrow.some((role) => holders.includes(role))
  return { holders, reports: isClosed ? null : needed.length }
}

/** `holders`: functions, or the person who goes; `reports`: null where the number is nobody else's business. */
export type Needed = Readonly<{ holders: readonly string[]; reports: number | null }>

const isAbsence = (change: OwnershipChange): change is Absence =>
  change.kind === 'startDeputy' || change.kind === 'planDeputy' || change.kind === 'moveDeputy'

const holdersOf = ({ reports }: Ownership, id: string): readonly string[] =>
  reports.find(({ report }) => report === id)?.holders ?? []

/** What the change does, whether or not it may be done. */
export function applyChange(state: Ownership, change: OwnershipChange): Ownership {
  switch (change.kind) {
    case 'appoint':
      return withFunction(withDossierRole(state, change.holder, change.role), change.role, (one) => ({
        ...one,
        members: add(one.members, change.holder),
        former: drop(one.former, change.holder),
      }))
    case 'confirm':
      return withFunction(state, change.role, (one) =>
        one.members.includes(change.holder) ? { ...one, keyHolders: add(one.keyHolders, change.holder) } : one,
      )
    case 'remove':
      return removeMember(state, change.role, change.holder)
    case 'rekey':
      return withFunction(state, change.role, (one) => ({ ...one, isRetired: one.keyHolders.length === 0 }))
    case 'leave':
      return leave(state, change.holder)
    case 'block':
      return keysDue(withAble(retireAll(state, change.holder), change.holder, false), ({ holders }) =>
        holders.includes(change.holder),
      )
    case 'unblock':
      return withAble(state, change.holder, true)
    case 'withdraw':
      return withdraw(state, change.site)
    case 'startDeputy':
      return standIn(state, change, true)
    case 'planDeputy':
      return standIn(state, change, false)
    case 'moveDeputy':
      return withDeputy(state, change, (one) => ({ ...one, firstDay: change.firstDay, lastDay: change.lastDay }))
    case 'beginDeputy':
      return withDeputy(state, change, (one) => ({ ...one, hasBegun: true }))
    case 'endDeputy':
      return endDeputy(state, change)
    default:
      return withReport(state, change.report, (report) => changeReport(state, report, change))
  }
}

type ReportChange = Extract<OwnershipChange, { report: string }>

function changeReport(state: Ownership, report: OwnedReport, change: ReportChange): OwnedReport {
  switch (change.kind) {
    case 'tell': {
      const holders = [...new Set([...change.holders, ...change.standIns.map(({ deputy }) => deputy)])]
      return { ...report, isOpen: true, holders, recused: [], standIns: change.standIns, isKeyDue: false }
    }
    case 'share':
      return { ...report, holders: add(report.holders, change.to) }
    case 'forward':
      return { ...report, holders: replace(report.holders, change.from, change.to), isKeyDue: true }
    case 'recuse': {
      const holders = replace(report.holders, change.from, change.to)
      const recused = [change.from, ...(change.also ?? [])].reduce(add, report.recused)
      return { ...report, holders, recused, isKeyDue: true }
    }
    case 'leaveOut': {
      const without = { ...report, recused: add(report.recused, change.from) }
      const holders = replace(readersAfter(state, without), change.from, change.to)
      return { ...report, holders, isKeyDue: false }
    }
    case 'renewKey':
      return { ...report, holders: readersAfter(state, report), isKeyDue: false }
    case 'close':
      return { ...report, isOpen: false }
    case 'reopen':
      return { ...report, isOpen: true }
    default:
      return change satisfies never
  }
}

function removeMember(state: Ownership, role: string, holder: string): Ownership {
  const hadKey = state.functions.some((one) => one.role === role && one.keyHolders.includes(holder))
  const without = withFunction(state, role, (one) => ({
    ...one,
    members: drop(one.members, holder),
    keyHolders: drop(one.keyHolders, holder),
    former: hadKey ? add(one.former, holder) : one.former,
    isRetired: one.isRetired || hadKey,
  }))
  const after = withoutDossierRole(without, holder, role)
  return hadKey ? keysDue(after, ({ holders }) => holders.includes(role)) : after
}

function leave(state: Ownership, holder: string): Ownership {
  const held = state.functions.filter(({ members }) => members.includes(holder)).map(({ role }) => role)
  let after = withAble(state, holder, false)
  for (const role of held) after = removeMember(after, role, holder)
  for (const pair of state.deputies.filter(({ deputy }) => deputy === holder)) after = endDeputy(after, pair)
  const due = keysDue(after, ({ holders }) => holders.includes(holder))
  after = { ...due, reports: due.reports.map((report) => heldBy(report, drop(report.holders, holder))) }
  // Whoever stood in for the one who left keeps what nobody else holds in person now.
  for (const pair of state.deputies.filter(({ absent }) => absent === holder)) after = endDeputy(after, pair)
  return after
}

const retireAll = (state: Ownership, holder: string): Ownership => {
  const roles = state.functions.filter(({ keyHolders }) => keyHolders.includes(holder)).map(({ role }) => role)
  const functions = state.functions.map((one) => (roles.includes(one.role) ? { ...one, isRetired: true } : one))
  return keysDue({ ...state, functions }, ({ holders }) => holders.some((one) => roles.includes(one)))
}
