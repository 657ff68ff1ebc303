/** What can happen to who handles what, and which of it must wait until somebody else can. */

import { accept, refuse } from './outcome.ts'
import { type OwnedReport, type Ownership, ownerlessReports, readersAfter } from './ownership.ts'
import { withDossierRole, withoutDossierRole } from './ownership-roles.ts'

/** `to` is a person or a function; without it nobody takes over. */
export type OwnershipChange =
  | Readonly<{ kind: 'appoint' | 'confirm' | 'remove'; role: string; holder: string }>
  | Readonly<{ kind: 'rekey'; role: string }>
  | Readonly<{ kind: 'leave' | 'block' | 'unblock'; holder: string }>
  | Readonly<{ kind: 'share'; report: string; to: string }>
  | Readonly<{ kind: 'forward' | 'recuse' | 'leaveOut'; report: string; from: string; to?: string | undefined }>
  | Readonly<{ kind: 'renewKey' | 'close' | 'reopen'; report: string }>
  | Readonly<{ kind: 'startDeputy'; absent: string; deputy: string }>
  | Readonly<{ kind: 'endDeputy'; absent: string; deputy: string }>

/** A report that would be left alone, and through whom it is read now: there somebody is needed first. */
export type OwnerNeeded = Readonly<{ report: string; holders: readonly string[] }>

/**
 * The state after the change. Refused with the reports for which somebody must be found first, when one that has an
 * able owner would lose the last one. Blocking an account is never refused: it is for when waiting is worse.
 */
export function mayDo(state: Ownership, change: OwnershipChange) {
  if (change.kind === 'startDeputy' && isAway(state, change)) return { ...refuse('deputy-away'), needed: [] }
  const after = applyChange(state, change)
  if (change.kind === 'block') return accept(after)
  const before = new Set(ownerlessReports(state).map(({ report }) => report))
  const needed = ownerlessReports(after)
    .filter(({ report }) => !before.has(report))
    .map(({ report }) => ({ report, holders: holdersOf(state, report) }))
  return needed.length === 0 ? accept(after) : { ...refuse('owner-needed'), needed }
}

/** Who stands in must be there: not away as well, and not standing in for somebody through the one who goes. */
const isAway = ({ deputies }: Ownership, { absent, deputy }: Readonly<{ absent: string; deputy: string }>): boolean =>
  absent === deputy || deputies.some((one) => one.absent === deputy || one.deputy === absent)

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
    case 'startDeputy':
      return startDeputy(state, change)
    case 'endDeputy':
      return endDeputy(state, change)
    default:
      return withReport(state, change.report, (report) => changeReport(state, report, change))
  }
}

type ReportChange = Extract<OwnershipChange, { report: string }>

function changeReport(state: Ownership, report: OwnedReport, change: ReportChange): OwnedReport {
  switch (change.kind) {
    case 'share':
      return { ...report, holders: add(report.holders, change.to) }
    case 'forward':
      return { ...report, holders: replace(report.holders, change.from, change.to), isKeyDue: true }
    case 'recuse': {
      const holders = replace(report.holders, change.from, change.to)
      return { ...report, holders, recused: add(report.recused, change.from), isKeyDue: true }
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
  const stoodIn = state.deputies.filter(({ deputy }) => deputy === holder)
  let after = withAble(state, holder, false)
  for (const role of held) after = removeMember(after, role, holder)
  for (const deputy of stoodIn) after = endDeputy(after, deputy)
  const due = keysDue(after, ({ holders }) => holders.includes(holder))
  return { ...due, reports: due.reports.map((report) => ({ ...report, holders: drop(report.holders, holder) })) }
}

/** The deputy gets the keys of the functions that the absent one holds, and reads what came in for them in person. */
function startDeputy(state: Ownership, { absent, deputy }: Readonly<{ absent: string; deputy: string }>): Ownership {
  const roles = state.functions
    .filter(({ keyHolders, members }) => keyHolders.includes(absent) && !members.includes(deputy))
    .map(({ role }) => role)
  const isPersonal = ({ isOpen, holders, recused }: OwnedReport) =>
    isOpen && holders.includes(absent) && !recused.includes(deputy)
  return {
    ...state,
    deputies: [...state.deputies, { absent, deputy, roles }],
    reports: state.reports.map((report) =>
      isPersonal(report) ? { ...report, holders: add(report.holders, deputy) } : report,
    ),
  }
}

/** What the deputy held only for the other is taken back; what became theirs because the other left it, stays. */
function endDeputy(state: Ownership, ending: Readonly<{ absent: string; deputy: string }>): Ownership {
  const isEnding = ({ absent, deputy }: Readonly<{ absent: string; deputy: string }>) =>
    absent === ending.absent && deputy === ending.deputy
  const roles = state.deputies.filter(isEnding).flatMap((one) => one.roles)
  const isTakenBack = ({ holders }: OwnedReport) => holders.includes(ending.absent) && holders.includes(ending.deputy)
  const taken = new Set(state.reports.filter(isTakenBack).map(({ report }) => report))
  const after = {
    ...state,
    deputies: state.deputies.filter((one) => !isEnding(one)),
    functions: state.functions.map((one) => (roles.includes(one.role) ? { ...one, isRetired: true } : one)),
    reports: state.reports.map((report) =>
      taken.has(report.report) ? { ...report, holders: drop(report.holders, ending.deputy) } : report,
    ),
  }
  return keysDue(after, ({ report, holders }) => taken.has(report) || holders.some((holder) => roles.includes(holder)))
}

const retireAll = (state: Ownership, holder: string): Ownership => {
  const roles = state.functions.filter(({ keyHolders }) => keyHolders.includes(holder)).map(({ role }) => role)
  const functions = state.functions.map((one) => (roles.includes(one.role) ? { ...one, isRetired: true } : one))
  return keysDue({ ...state, functions }, ({ holders }) => holders.some((one) => roles.includes(one)))
}

const withFunction = (
  state: Ownership,
  role: string,
  change: (one: Ownership['functions'][number]) => Ownership['functions'][number],
): Ownership => ({ ...state, functions: state.functions.map((one) => (one.role === role ? change(one) : one)) })

const withReport = (state: Ownership, id: string, change: (report: OwnedReport) => OwnedReport): Ownership => ({
  ...state,
  reports: state.reports.map((report) => (report.report === id ? change(report) : report)),
})

const withAble = (state: Ownership, holder: string, isAble: boolean): Ownership => ({
  ...state,
  people: state.people.map((person) => (person.holder === holder ? { ...person, isAble } : person)),
})

const keysDue = (state: Ownership, isDue: (report: OwnedReport) => boolean): Ownership => ({
  ...state,
  reports: state.reports.map((report) => (isDue(report) ? { ...report, isKeyDue: true } : report)),
})

const add = (list: readonly string[], one: string): readonly string[] => (list.includes(one) ? list : [...list, one])
const drop = (list: readonly string[], one: string): readonly string[] => list.filter((other) => other !== one)
const replace = (list: readonly string[], from: string, to: string | undefined): readonly string[] =>
  to === undefined ? drop(list, from) : add(drop(list, from), to)
