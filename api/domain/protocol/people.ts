import { handler, opener, type Step } from './definition.ts'
import type { History } from './history.ts'

/** Somebody who can open the dossier, with the roles they hold at the site. `isAble`: works here and is not blocked. */
export type Reader = Readonly<{ holder: string; roles: readonly string[]; isAble: boolean }>

/** Who can do something now; else which role is to be brought in, and who can bring somebody in. */
export type Hands = Readonly<{
  roles: readonly string[]
  people: readonly string[]
  bringIn: Readonly<{ role: string; by: readonly string[] }> | null
}>

/** The roles a definition names, with the handler's own where it says `handler`. */
export const rolesNamed = (names: readonly string[], { handler: { role } }: History): readonly string[] => [
  ...new Set(names.map((name) => (name === handler ? role : name))),
]

/** Who may do this step: its owner, and the roles that may record it as well. */
export function handsFor(step: Step, history: History, readers: readonly Reader[]): Hands {
  const isHere = readers.some(({ holder, isAble }) => isAble && holder === history.opened?.by)
  const owner = step.owner !== opener || isHere ? step.owner : handler
  const others = rolesNamed(step.mayAlso ?? [], history)
  if (owner !== opener)
    return handsOf([...new Set([...rolesNamed([owner], history), ...others])], step.key, history, readers)
  const { people } = handsOf(others, step.key, history, readers)
  return { roles: [opener, ...others], people: [...new Set([history.opened?.by ?? '', ...people])], bringIn: null }
}

/** The able readers with one of these roles, without those for whom it would be a double role. */
export function handsOf(roles: readonly string[], key: string, history: History, readers: readonly Reader[]): Hands {
  const able = readers.filter(({ isAble }) => isAble)
  const people = able
    .filter((reader) => roles.some((role) => reader.roles.includes(role)) && !isDoubleRole(reader.holder, key, history))
    .map(({ holder }) => holder)
  const [role] = roles
  return {
    roles,
    people,
    bringIn: people.length > 0 || role === undefined ? null : { role, by: helpers(history, able) },
  }
}

/** The handler; where nobody who can holds that role, the next in line, and at last whoever can. */
function helpers({ handler: { role: handling }, protocol }: History, able: readonly Reader[]): readonly string[] {
  for (const role of [handling, ...protocol.escalation.roles, ...protocol.keepers]) {
    const found = able.filter(({ roles }) => roles.includes(role))
    if (found.length > 0) return found.map(({ holder }) => holder)
  }
  return able.map(({ holder }) => holder)
}

/** Whether this person recorded something since the dossier began anew that may not go together with this. */
export function isDoubleRole(holder: string, key: string, { protocol, entries, reopenedOn }: History): boolean {
  const { apart } = protocol.aftercare
  const mine = apart.find((keys) => keys.includes(key))
  if (!mine) return false
  const barred = apart.filter((keys) => keys !== mine).flat()
  return entries.some(
    ({ by, kind, code, happenedOn }) =>
      // A moment planned for a colleague is no part in it.
      by === holder &&
      kind !== 'planned' &&
      barred.includes(code ?? '') &&
      (reopenedOn === null || happenedOn >= reopenedOn),
  )
}
