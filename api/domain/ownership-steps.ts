/** Small changes of the state of a site, of which larger ones are made. */

import type { OwnedReport, Ownership } from './ownership.ts'

export const withFunction = (
  state: Ownership,
  role: string,
  change: (one: Ownership['functions'][number]) => Ownership['functions'][number],
): Ownership => ({ ...state, functions: state.functions.map((one) => (one.role === role ? change(one) : one)) })

export const withReport = (state: Ownership, id: string, change: (report: OwnedReport) => OwnedReport): Ownership => ({
  ...state,
  reports: state.reports.map((report) => (report.report === id ? settled(change(report)) : report)),
})

export const heldBy = (report: OwnedReport, holders: readonly string[]): OwnedReport => settled({ ...report, holders })

/** Nobody stands in for somebody who does not hold the report any more. */
export const settled = (report: OwnedReport): OwnedReport => ({
  ...report,
  standIns: report.standIns.filter(
    ({ absent, deputy }) => report.holders.includes(absent) && report.holders.includes(deputy),
  ),
})

export const withAble = (state: Ownership, holder: string, isAble: boolean): Ownership => ({
  ...state,
  people: state.people.map((person) => (person.holder === holder ? { ...person, isAble } : person)),
})

export const keysDue = (state: Ownership, isDue: (report: OwnedReport) => boolean): Ownership => ({
  ...state,
  reports: state.reports.map((report) => (isDue(report) ? { ...report, isKeyDue: true } : report)),
})

export const add = (list: readonly string[], one: string): readonly string[] =>
  list.includes(one) ? list : [...list, one]
export const drop = (list: readonly string[], one: string): readonly string[] => list.filter((other) => other !== one)
export const replace = (list: readonly string[], from: string, to: string | undefined): readonly string[] =>
  to === undefined ? drop(list, from) : add(drop(list, from), to)
