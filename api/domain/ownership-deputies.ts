/** Standing in for who is away, now or later. */

import type { Deputy, OwnedReport, Ownership, Pair, Period } from './ownership.ts'
import { add, drop, keysDue } from './ownership-steps.ts'

/** An absence with its days, new or moved to others. */
export type Absence = Readonly<{ kind: 'startDeputy' | 'planDeputy' | 'moveDeputy' }> & Pair & Period

/**
 * Nobody is away twice. Who stands in must be there on those days: not away as well, and not standing in for somebody
 * through the one who goes.
 */
export function absenceRefused({ deputies }: Ownership, change: Absence) {
  const { absent, deputy } = change
  if (change.kind !== 'moveDeputy' && deputies.some((one) => one.absent === absent)) return 'absence-there'
  const isMeanwhile = (one: Period) => one.firstDay <= change.lastDay && change.firstDay <= one.lastDay
  const clash = deputies.some((one) => (one.absent === deputy || one.deputy === absent) && isMeanwhile(one))
  return clash || absent === deputy ? 'deputy-away' : null
}

/** The deputy gets the keys of the functions that the absent one holds, and of what came in for them in person. */
export function standIn(
  state: Ownership,
  { absent, deputy, firstDay, lastDay }: Pair & Period,
  hasBegun: boolean,
): Ownership {
  const roles = state.functions
    .filter(({ keyHolders, members }) => keyHolders.includes(absent) && !members.includes(deputy))
    .map(({ role }) => role)
  const isPersonal = ({ isOpen, holders, recused }: OwnedReport) =>
    isOpen && holders.includes(absent) && !holders.includes(deputy) && !recused.includes(deputy)
  return {
    ...state,
    deputies: [...state.deputies, { absent, deputy, firstDay, lastDay, roles, hasBegun }],
    reports: state.reports.map((report) =>
      isPersonal(report)
        ? {
            ...report,
            holders: add(report.holders, deputy),
            standIns: [...report.standIns, { absent, deputy }],
          }
        : report,
    ),
  }
}

/**
 * What the deputy held only for the other is taken back; what became theirs because the other left it, stays. The key of
 * a function that was never given out needs no other.
 */
export function endDeputy(state: Ownership, ending: Pair): Ownership {
  const isEnding = isPair(ending)
  const roles = state.deputies.filter((one) => one.hasBegun && isEnding(one)).flatMap((one) => one.roles)
  const isTakenBack = ({ holders, standIns }: OwnedReport) =>
    standIns.some(isEnding) && holders.includes(ending.absent) && holders.includes(ending.deputy)
  const taken = new Set(state.reports.filter(isTakenBack).map(({ report }) => report))
  const after = {
    ...state,
    deputies: state.deputies.filter((one) => !isEnding(one)),
    functions: state.functions.map((one) => (roles.includes(one.role) ? { ...one, isRetired: true } : one)),
    reports: state.reports.map((report) => ({
      ...report,
      holders: taken.has(report.report) ? drop(report.holders, ending.deputy) : report.holders,
      standIns: report.standIns.filter((one) => !isEnding(one)),
    })),
  }
  return keysDue(after, ({ report, holders }) => taken.has(report) || holders.some((holder) => roles.includes(holder)))
}

const isPair =
  ({ absent, deputy }: Pair) =>
  (one: Pair) =>
    one.absent === absent && one.deputy === deputy

export const withDeputy = (state: Ownership, pair: Pair, change: (one: Deputy) => Deputy): Ownership => ({
  ...state,
  deputies: state.deputies.map((one) => (isPair(pair)(one) ? change(one) : one)),
})
