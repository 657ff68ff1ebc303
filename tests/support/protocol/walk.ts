import fc from 'fast-check'
import { addDays, localDate } from '../../../api/domain/local-date.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import { calendarOf } from './dossier-play.ts'
import { type Choice, moves, pick } from './moves.ts'
import { rolesToHave, type World, write } from './world.ts'

type Kind = keyof typeof moves
type Move = Choice & Readonly<{ kind: Kind }>

export type Walk = Readonly<{
  region: 'noord' | 'midden' | 'zuid'
  start: number
  salt: number
  way: number
  staff: readonly (readonly [number, number | null])[]
  moves: readonly Move[]
}>

const often: readonly Kind[] = [
  ...([
    'work',
    'work',
    'work',
    'work',
    'do',
    'do',
    'skip',
    'skip',
    'addRecord',
    'addRecord',
    'circumstance',
    'end',
  ] as const),
  ...(['day', 'day', 'day', 'days'] as const),
]
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom(...often, ...(Object.keys(moves) as Kind[])),
  ...{ a: fc.nat(999), b: fc.nat(999), c: fc.nat(999) },
})

/** Through two school years of three regions: a dossier that is opened and goes anywhere. */
export const walks: fc.Arbitrary<Walk> = fc.record({
  region: fc.constantFrom('noord', 'midden', 'zuid'),
  ...{ start: fc.nat(500), salt: fc.nat(99), way: fc.nat(9) },
  staff: fc.array(fc.tuple(fc.nat(99), fc.option(fc.nat(99), { nil: null })), { minLength: 1, maxLength: 4 }),
  moves: fc.array(move, { maxLength: 30, size: 'max' }),
})

/** @param watch - is called with each entry that was accepted, and the world with it in. */
export function walkTo(protocol: Protocol, walk: Walk, watch?: World['watch']): World {
  const able = rolesToHave(protocol)
  const owners = able.filter((role) => protocol.steps.some(({ owner }) => owner === role))
  const often = [...able, ...owners, ...owners, ...owners]
  // In a small school one person does a bit of everything.
  const rolesOf = (first: number, second: number | null) =>
    second !== null && second % 4 === 0
      ? owners
      : [...new Set([first, ...(second === null ? [] : [second])].flatMap((at) => pick(often, at) ?? []))]
  const world: World = {
    ...{ protocol, calendar: calendarOf(walk.region), day: addDays(localDate('2026-09-01'), walk.start), hour: 9 },
    readers: walk.staff.map(([first, second], at) => ({
      ...{ holder: `p${at}`, isAble: true, roles: rolesOf(first, second) },
    })),
    ...{ entries: [], hired: 0, waited: 0, salt: walk.salt, watch },
  }
  write(world, 'p0', { kind: 'opened', code: pick(protocol.waysIn, walk.way)?.key ?? null })
  for (const { kind, ...choice } of walk.moves) moves[kind](world, choice)
  return world
}
