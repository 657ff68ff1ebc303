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
  const able = (role: string) => role === handler || protocol.roles[role]?.hasAccount === true
  return [
    ...reserved,
    ...unknown,
    ...named.flatMap(([where, roles]) =>
      roles.filter((role) => !able(role)).map((role) => `${where} names ${role}, who has no account`),
    ),
    ...[...protocol.measures, ...protocol.closings, ...protocol.reopenings]
      .filter(({ by }) => by.length === 0)
      .map(({ key }) => `nobody may record ${key}`),
  ]
}
