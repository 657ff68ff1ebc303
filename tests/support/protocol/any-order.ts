import { interpret } from '../../../api/domain/protocol/interpret.ts'
import { situationOf, type World } from './world.ts'

/** Orders in which the same entries can come in: from a slow phone, twice, or all at once from the database. */
const arrivals = [
  <One>(list: readonly One[]) => list.toReversed(),
  <One>(list: readonly One[], salt: number) => shuffled(list, salt),
  <One>(list: readonly One[], salt: number) => [...shuffled(list, salt + 1), ...list.slice(0, 3)],
]

/** Which of them change the answer; entries that are frozen show that nothing is written in them. */
export function orderFaults(world: World, interpreter = interpret): readonly string[] {
  const entries = Object.freeze(world.entries.map((entry) => Object.freeze({ ...entry })))
  const answer = (list: typeof entries) => JSON.stringify(interpreter(world.protocol, list, situationOf(world)))
  const expected = answer(entries)
  return arrivals.flatMap((arrive, at) =>
    answer(Object.freeze(arrive(entries, world.salt))) === expected ? [] : [`arrival ${at} gives another answer`],
  )
}

function shuffled<One>(list: readonly One[], salt: number): readonly One[] {
  const place = (at: number) => ((at + 1) * 7919 * (salt + 3)) % 9973
  return list
    .map((one, at) => [place(at), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one)
}
