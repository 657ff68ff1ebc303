/** In which roles people work dossiers, and what follows for the keys when somebody has none of them left. */

import type { OwnedReport, Ownership } from './ownership.ts'
import { rolesByPermission } from './permissions.ts'

const isDossierRole = (role: string): boolean => rolesByPermission['work-dossiers'].some((known) => known === role)

export const withDossierRole = (state: Ownership, holder: string, role: string): Ownership => ({
  ...state,
  people: state.people.map((one) =>
    one.holder === holder && isDossierRole(role)
      ? { ...one, dossierRoles: [...new Set([...(one.dossierRoles ?? []), role])] }
      : one,
  ),
})

/** Whoever has no such role left reads no dossier any more: those they read need a key without them. */
export function withoutDossierRole(state: Ownership, holder: string, role: string): Ownership {
  const person = state.people.find((one) => one.holder === holder)
  if (!person?.dossierRoles?.includes(role)) return state
  const dossierRoles = person.dossierRoles.filter((other) => other !== role)
  const people = state.people.map((one) => (one === person ? { ...person, dossierRoles } : one))
  if (dossierRoles.length > 0) return { ...state, people }
  const isDue = ({ isDossier, holders }: OwnedReport) => isDossier === true && holders.includes(holder)
  const reports = state.reports.map((report) => (isDue(report) ? { ...report, isKeyDue: true } : report))
  return { ...state, people, reports }
}
