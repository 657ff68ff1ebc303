/** What the site key is to say of a holder: the facts, and whether a certificate says them. */

export type HolderFacts = Readonly<{
  holder: string
  kind: 'staff' | 'function'
  name: string
  roles: readonly string[]
  /** The lasting members of a function; deputies come and go without a new certificate. */
  members: readonly string[]
  recipient: string
  signingKey: string | null
}>

/** The differences that people tell apart, from what is in force to the facts. */
export type HolderChange = 'new' | 'key' | 'name' | 'roles' | 'members'

/** What changed since the certificate in force; nothing when it says what is so. @param said - null for none. */
export function changesOf(facts: HolderFacts, said: HolderFacts | null): readonly HolderChange[] {
  if (said === null) return ['new']
  const changes: HolderChange[] = []
  if (facts.recipient !== said.recipient || facts.signingKey !== said.signingKey) changes.push('key')
  if (facts.name !== said.name) changes.push('name')
  if (!sameSet(facts.roles, said.roles)) changes.push('roles')
  if (!sameSet(facts.members, said.members)) changes.push('members')
  return changes
}

/** Whether a certificate says exactly this. */
export const saysSo = (facts: HolderFacts, said: HolderFacts): boolean =>
  facts.holder === said.holder && facts.kind === said.kind && changesOf(facts, said).length === 0

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set(a).size === a.length && a.every((item) => b.includes(item))
