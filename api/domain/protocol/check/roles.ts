import { rolesMay } from '../../permissions.ts'
import type { Role } from '../../roles.ts'
import { handler, opener, type Protocol } from '../definition.ts'

/** Roles that are named and cannot act, and acts that nobody may do. */
export function roleProblems(protocol: Protocol, knownRoles: readonly string[]): readonly string[] {
  const names = Object.entries(protocol.roles)
  const reserved = names
    .filter(([key]) => key === handler || key === opener)
    .map(([key]) => `role ${key} is a word of the program`)
  const unknown = names
    .filter(([key, { hasAccount }]) => hasAccount && !knownRoles.includes(key))
    .map(([key]) => `role ${key} has an account, but the program knows no such role`)
  const named: readonly (readonly [where: string, roles: readonly string[]])[] = [
    ...protocol.steps.map(
      ({ key, owner, mayAlso = [] }) => [`step ${key}`, [...(owner === opener ? [] : [owner]), ...mayAlso]] as const,
    ),
    ...protocol.circumstances.map(({ key, by = [] }) => [`circumstance ${key}`, by] as const),
    ...protocol.measures.map(({ key, by }) => [`measure ${key}`, by] as const),
    ...protocol.closings.map(({ key, by }) => [`closing ${key}`, by] as const),
    ...protocol.reopenings.map(({ key, by }) => [`reopening ${key}`, by] as const),
    ...protocol.handOvers.map(({ to, by }) => [`hand-over to ${to}`, [to, ...by]] as const),
    ['the escalation', protocol.escalation.roles],
    ['the keepers', protocol.keepers],
    ['the first handler', [protocol.firstHandler]],
    ['the override', protocol.overrideBy === null ? [] : [protocol.overrideBy]],
  ]
  // Whoever may not open a dossier at all cannot be brought in for anything.
  const able = (role: string) =>
    role === handler || (protocol.roles[role]?.hasAccount === true && rolesMay([role as Role], 'work-dossiers'))
  return [
    ...reserved,
    ...unknown,
    ...named.flatMap(([where, roles]) =>
      roles
        .filter((role) => !able(role))
        .map((role) => `${where} names ${role}, who has no account or opens no dossiers`),
    ),
    ...[...protocol.measures, ...protocol.closings, ...protocol.reopenings]
      .filter(({ by }) => by.length === 0)
      .map(({ key }) => `nobody may record ${key}`),
    ...decisionProblems(protocol),
  ]
}

/** Whose step it is to decide or to hand over must be able to record that, or the step never ends. */
function decisionProblems({ steps, circumstances, handOvers, firstHandler }: Protocol): readonly string[] {
  const handlers = [firstHandler, ...handOvers.map(({ to }) => to)]
  const mayRecord = (by: readonly string[], name: string) =>
    by.includes(name) || (name === handler && handlers.every((role) => by.includes(role)))
  return steps.flatMap(({ key, owner, mayAlso = [], decides = [], handsOverTo }) => {
    const ways = [
      ...decides.map((code) => [code, circumstances.find((one) => one.key === code)?.by] as const),
      ...(handsOverTo
        ? [[handsOverTo, handOvers.filter(({ to }) => to === handsOverTo).flatMap(({ by }) => by)] as const]
        : []),
    ]
    return ways.flatMap(([code, by]) =>
      [owner, ...mayAlso]
        .filter((name) => by !== undefined && !mayRecord(by, name))
        .map((name) => `step ${key} is for ${name}, who may not record ${code}`),
    )
  })
}
