/** Everybody at a site and the keys of its functions, and what the site key is to say of them. */

import { certifiedMembers, type KeyedFunction } from './function-key.ts'
import { functionNames } from './function-names.ts'
import type { HolderFacts } from './holder-facts.ts'
import { isReceivingFunction, type ReceivingFunction, type Role } from './roles.ts'

export type RosterPerson = Readonly<{
  holder: string
  name: string
  roles: readonly Readonly<{ role: Role; deputyFor: string | null }>[]
  /** Null for who was invited and did not make their keys yet. */
  recipient: string | null
  signingKey: string | null
  isBlocked: boolean
}>

/** One key a function has had. */
export type RosterKey = Readonly<{
  role: ReceivingFunction
  generation: number
  recipient: string
  certificate: string | null
  retiredOn: string | null
  keyHolders: readonly string[]
}>

/** `generations`: of each function the newest first. */
export type Roster = Readonly<{ people: readonly RosterPerson[]; generations: readonly RosterKey[] }>

/** A function as the rules about its keys see it. */
export function keyedFunction({ people, generations }: Roster, role: ReceivingFunction): KeyedFunction {
  const members = people.flatMap(({ holder, roles }) =>
    roles.flatMap((held) => (held.role === role ? [{ holder, isDeputy: held.deputyFor !== null }] : [])),
  )
  return {
    generations: generations
      .filter((key) => key.role === role)
      .map(({ generation, retiredOn, certificate, keyHolders }) => ({
        ...{ generation, keyHolders, isRetired: retiredOn !== null, isSigned: certificate !== null },
      })),
    lasting: members.filter(({ isDeputy }) => !isDeputy).map(({ holder }) => holder),
    deputies: members.filter(({ isDeputy }) => isDeputy).map(({ holder }) => holder),
  }
}

/** Null when there is nothing to be said: no keys, or nobody who has them. */
export function factsOf(roster: Roster, holder: string): HolderFacts | null {
  if (isReceivingFunction(holder)) return functionFacts(roster, holder)
  const person = roster.people.find((one) => one.holder === holder)
  if (!person || person.recipient === null || person.signingKey === null || person.isBlocked) return null
  return {
    ...{ holder, kind: 'staff', name: person.name, members: [] },
    ...{ recipient: person.recipient, signingKey: person.signingKey },
    // A deputy is one for some days; who signs certificates need not be there for each of them.
    roles: person.roles.filter(({ deputyFor }) => deputyFor === null).map(({ role }) => role),
  }
}

function functionFacts(roster: Roster, role: ReceivingFunction): HolderFacts | null {
  const newest = roster.generations.find((key) => key.role === role)
  const members = certifiedMembers(keyedFunction(roster, role))
  if (!newest || newest.retiredOn !== null || members.length === 0) return null
  return {
    ...{ holder: role, kind: 'function', name: functionNames[role], roles: [role], members },
    ...{ recipient: newest.recipient, signingKey: null },
  }
}
