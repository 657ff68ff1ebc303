/** No open report without somebody who can and may handle it: what must be there before somebody goes. */

import type { LocalDate } from './local-date.ts'
import { remaining } from './remaining.ts'

/** `isAble`: works here for the time being, has no last day, and the account is not blocked. */
export type PersonAtSite = Readonly<{
  holder: string
  isAble: boolean
  /** Lasting roles in which they work dossiers; without one a dossier is closed to them. */
  dossierRoles?: readonly string[]
}>

/** Members who only stand in for somebody are in `deputies`, not in `members`: they do not make a function safe. */
export type FunctionAtSite = Readonly<{
  role: string
  /** Appointed, with or without the key. */
  members: readonly string[]
  /** Those of the members who have the key. */
  keyHolders: readonly string[]
  /** Those who had the key and are no members any more. */
  former: readonly string[]
  /** Somebody has the key who should not, so nothing new may be sealed to it. */
  isRetired: boolean
}>

/** Two people and the days on which one reads what came for the other. */
export type Pair = Readonly<{ absent: string; deputy: string }>
export type Period = Readonly<{ firstDay: LocalDate; lastDay: LocalDate }>

/** `roles`: the functions the deputy holds for as long as the other is away. `hasBegun`: may read through them. */
export type Deputy = Pair & Period & Readonly<{ roles: readonly string[]; hasBegun: boolean }>

/** A report, or a dossier: that has an owner for as long as it is open, in the same way. */
export type OwnedReport = Readonly<{
  report: string
  isDossier?: boolean
  isOpen: boolean
  /** Who has the key in force. */
  holders: readonly string[]
  recused: readonly string[]
  /** Who has the key in person only because somebody is away. Without the other's key it is a key like any. */
  standIns: readonly Pair[]
  isKeyDue: boolean
}>

/** Everything about one site that decides who can handle what. */
export type Ownership = Readonly<{
  people: readonly PersonAtSite[]
  functions: readonly FunctionAtSite[]
  deputies: readonly Deputy[]
  reports: readonly OwnedReport[]
}>

/**
 * The people who can read and answer this report and who will still be there when every absence is over. A deputy does
 * not count for what the absent person holds in person.
 */
export function ownersOf({ people, functions }: Ownership, report: OwnedReport): readonly string[] {
  const isAble = (holder: string) => people.some((person) => person.holder === holder && canHandle(person, report))
  const isStandIn = (holder: string) =>
    report.standIns.some(({ absent, deputy }) => deputy === holder && report.holders.includes(absent))
  const inPerson = report.holders.filter((holder) => !isStandIn(holder))
  const byFunction = functions
    .filter(({ role }) => report.holders.includes(role))
    .flatMap(({ keyHolders }) => keyHolders)
  return [...new Set([...inPerson, ...byFunction])].filter(
    (holder) => isAble(holder) && !report.recused.includes(holder),
  )
}

/** Whether they can be at work on it; of a dossier not as a technician only. */
const canHandle = ({ isAble, dossierRoles = [] }: PersonAtSite, { isDossier = false }: OwnedReport): boolean =>
  isAble && (!isDossier || dossierRoles.length > 0)

/** Open reports that nobody can handle. Only blocking an account at once makes one; the director is told how many. */
export const ownerlessReports = (state: Ownership): readonly OwnedReport[] =>
  state.reports.filter((report) => report.isOpen && ownersOf(state, report).length === 0)

/** Who may not get the next key of this report, see remaining.ts. */
export function outOf({ people, functions, deputies }: Ownership, report: OwnedReport): ReadonlySet<string> {
  const concerned = functions.filter(({ role }) => report.holders.includes(role))
  const retired = concerned.filter(({ isRetired }) => isRetired).map(({ role }) => role)
  const standIns = deputies.flatMap(({ deputy, roles }) => roles.map((role) => ({ role, holder: deputy })))
  const former = concerned.flatMap(({ role, former: gone }) => gone.map((holder) => ({ role, holder })))
  const apart = [...standIns, ...former].filter(({ role }) => report.holders.includes(role))
  // Nobody is told who else has left the school.
  const readers = new Set([
    ...report.holders,
    ...concerned.flatMap(({ members }) => members),
    ...apart.map(({ holder }) => holder),
  ])
  const unable = people
    .filter((person) => !canHandle(person, report) && readers.has(person.holder))
    .map(({ holder }) => holder)
  return new Set([...unable, ...report.recused, ...retired, ...apart.map(({ role, holder }) => `${role}/${holder}`)])
}

/** Whether this person or function can be given the key of a report: able, in force, and nobody in it stays out. */
export function canTake({ people, functions }: Ownership, report: OwnedReport, holder: string): boolean {
  const isAble = (one: string) =>
    !report.recused.includes(one) && people.some((person) => person.holder === one && canHandle(person, report))
  const asFunction = functions.find(({ role }) => role === holder)
  if (!asFunction) return isAble(holder)
  return !asFunction.isRetired && asFunction.keyHolders.length > 0 && asFunction.keyHolders.every(isAble)
}

/** Who goes on reading this report under its next key. */
export function readersAfter(state: Ownership, report: OwnedReport): readonly string[] {
  const membersOf = (holder: string) => {
    const keyHolders = state.functions.find(({ role }) => role === holder)?.keyHolders ?? []
    return [...keyHolders, ...state.deputies.filter(({ roles }) => roles.includes(holder)).map(({ deputy }) => deputy)]
  }
  return remaining(report.holders, membersOf, outOf(state, report))
}
