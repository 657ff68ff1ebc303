import { mayLetIn, mayMakeKey } from './function-key.ts'
import { receivingFunctions } from './roles.ts'
import { keyedFunction, type Roster, type RosterPerson } from './roster.ts'

/** `certificate`: null for whom the site key has not signed yet. */
export type TaskRoster = Readonly<{
  people: readonly (RosterPerson & Readonly<{ certificate: string | null }>)[]
  generations: Roster['generations']
}>

/** Something to do with keys that waits for one person; the words stay the same until it is done. */
export type KeyTask = Readonly<{ holder: string; task: string }>

/** What a mail asks people at one site to look at: sign somebody, make the next key of a function, let somebody in. */
export function keyTasks(roster: TaskRoster): readonly KeyTask[] {
  const ready = roster.people.filter(({ recipient, isBlocked }) => recipient !== null && !isBlocked)
  return ready.flatMap(({ holder, roles }) => {
    const isDirector = roles.some(({ role }) => role === 'director')
    const tasks = [...(isDirector ? toSign(roster, ready) : []), ...functionTasks(roster, ready, holder)]
    return tasks.map((task) => ({ holder, task }))
  })
}

function toSign({ generations }: TaskRoster, ready: TaskRoster['people']): readonly string[] {
  const people = ready.filter(({ certificate }) => certificate === null).map(({ holder }) => `sign ${holder}`)
  const functions = receivingFunctions.flatMap((role) => {
    const newest = generations.find((key) => key.role === role)
    const isUnsigned = newest && newest.retiredOn === null && newest.certificate === null
    return isUnsigned ? [`sign ${role} ${newest.generation}`] : []
  })
  return [...people, ...functions]
}

const functionTasks = (roster: TaskRoster, ready: TaskRoster['people'], holder: string): readonly string[] =>
  receivingFunctions.flatMap((role) => {
    const keyed = keyedFunction(roster, role)
    const next = mayMakeKey(keyed, holder)
    if (next.ok) return [`make ${role} ${next.value.generation}`]
    // Who is not signed yet waits for the director first.
    return ready
      .filter((to) => to.certificate !== null && mayLetIn(keyed, holder, to.holder).ok)
      .map((to) => `let in ${role} ${to.holder}`)
  })
