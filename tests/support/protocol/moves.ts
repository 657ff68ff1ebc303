import { type DossierEntry, entryKinds, parts } from '../../../api/domain/dossier/entry.ts'
import { addDays } from '../../../api/domain/local-date.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import type { Interpretation } from '../../../api/domain/protocol/interpret.ts'
import { stuckOn } from './way-out.ts'
import {
  bringIn,
  handsIn,
  hasRoom,
  nowIn,
  passDays,
  rolesToHave,
  type World,
  waysAround,
  waysToSettle,
  write,
} from './world.ts'

/** Numbers that choose among what there is at that moment, so that a shorter walk still makes sense. */
export type Choice = Readonly<{ a: number; b: number; c: number }>

/** One of these, or null where there are none. */
export const pick = <One>(list: readonly One[], at: number): One | null => list[at % list.length] ?? null
const anybody = ({ readers }: World, at: number): string => pick(readers, at)?.holder ?? ''

/** What can happen to a dossier. Whatever is written goes by the rules, as on the server; where they refuse, nothing happens. */
export const moves = {
  do: (world, choice) => settle(world, choice),
  /** The protocol is followed for a while, so that walks come to where it is far on. */
  work: (world, { a, b, c }) => {
    for (let left = a % 12; left > 0; left -= 1) settle(world, { a: a + left * b, b, c: c + left })
    return settle(world, { a, b, c })
  },
  /** Towards the end, as far as that goes: into aftercare, and through it. */
  end: (world, { a }) => {
    const closing = world.protocol.closings.find(({ kind }) => kind === 'solved')
    if (closing && nowIn(world).state !== 'closed') stuckOn(world, closing, a % 40)
    return null
  },
  skip: (world, { a, b, c }) => {
    const open = pick(nowIn(world).open, a)
    const by = open && handsIn(world, open, b)
    const around = open && pick(waysAround(world, open), c)
    return by && around ? write(world, by, around) : null
  },
  addRecord: (world, { a, b }) =>
    write(world, anybody(world, a), {
      ...{ kind: 'record-added', code: pick(parts, b), record: `student-${world.entries.length}` },
    }),
  circumstance: (world, choice) => allowed(world, choice, 'circumstances', 'circumstance'),
  measure: (world, choice) => allowed(world, choice, 'measures', 'measure'),
  override: (world, { a, b }) => {
    const measure = pick(nowIn(world).allowed.measures, a)
    if (!measure) return null
    const { key: code, record } = measure
    return write(world, anybody(world, b), { kind: 'measure', code, record, isOverride: true })
  },
  handOver: (world, choice) => allowed(world, choice, 'handOvers', 'handed-over'),
  close: (world, choice) => allowed(world, choice, 'closings', 'closed'),
  reopen: (world, choice) => allowed(world, choice, 'reopenings', 'reopened'),
  /** With what became of a moment, where there is one. */
  note: (world, { a, b }) => {
    const moment = pick(nowIn(world).moments, b)
    return write(world, anybody(world, a), { kind: 'note', code: null, refersTo: moment?.entry.id ?? null })
  },
  agree: (world, { a, b }) =>
    write(world, anybody(world, a), { kind: 'agreement', code: null, dueOn: addDays(world.day, b % 30) }),
  plan: (world, { a, b, c }) => {
    const about = pick(nowIn(world).open, c)
    const dueOn = addDays(world.day, b % 40)
    return write(world, anybody(world, a), {
      ...{ kind: 'planned', code: about?.step.key ?? null, record: about?.record ?? null, dueOn },
    })
  },
  takeBack: (world, { a, b }) =>
    write(world, anybody(world, a), { kind: 'corrected', code: null, refersTo: pick(world.entries, b)?.id ?? null }),
  hold: (world, { a, b }) => write(world, anybody(world, a), { kind: b % 2 === 0 ? 'held' : 'hold-ended', code: null }),
  /** Asked for one student, and answered by whoever may: once it is closed. */
  erase: (world, { a, b, c }) => {
    const added = pick(
      world.entries.filter(({ kind }) => kind === 'record-added'),
      b,
    )
    const asked = added && write(world, anybody(world, a), { kind: 'erasure-asked', code: null, refersTo: added.id })
    const kind = c % 3 === 0 ? 'erasure-declined' : 'record-erased'
    return asked && write(world, anybody(world, a + 1), { kind, code: null, refersTo: asked.id })
  },
  /** Whatever, by whoever reads it, on some day: what the screens do not offer, but a browser could send. */
  wild: (world, { a, b, c }) => {
    const { protocol } = world
    const codes = [protocol.steps, protocol.circumstances, protocol.measures, protocol.closings, protocol.reopenings]
    const code = pick([...codes.flat().map(({ key }) => key), ...protocol.handOvers.map(({ to }) => to)], b)
    const kinds = entryKinds.filter((kind) => isKindOf(kind, code ?? '', protocol))
    const kind = pick(kinds, c)
    const record = pick([null, ...nowIn(world).records.map((one) => one.record)], a + c)
    return kind && write(world, anybody(world, a), { kind, code, record, happenedOn: addDays(world.day, -(c % 9)) })
  },
  day: (world, { a }) => pass(world, 1 + (a % 3)),
  days: (world, { a }) => pass(world, 1 + (a % 45)),
  leave: (world, { a, b }) => {
    const gone = anybody(world, a)
    const rest = world.readers.filter(({ holder }) => holder !== gone)
    // That the last who can open it does not go is kept by the rules of ownership, not by these.
    if (!rest.some(({ isAble }) => isAble)) return null
    const blocked = world.readers.filter(({ holder }) => holder === gone).map((one) => ({ ...one, isAble: false }))
    world.readers = b % 2 === 0 ? rest : [...rest, ...blocked]
    return null
  },
  comeIn: (world, { a, b, c }) => {
    const roles = rolesToHave(world.protocol)
    const more = c % 2 === 0 ? [] : [pick(roles, c) ?? '']
    bringIn(world, pick(roles, a) ?? '', [anybody(world, b)], more)
    return null
  },
} satisfies Record<string, (world: World, choice: Choice) => unknown>

/** An open step is done; in a closed dossier it happens again. */
function settle(world: World, { a, b, c }: Choice): unknown {
  const now = nowIn(world)
  if (now.state === 'closed') return allowed(world, { a, b, c }, 'reopenings', 'reopened')
  const open = pick(now.open, a)
  const by = open && handsIn(world, open, b)
  const ways = open ? waysToSettle(world, open) : []
  const written = open && pick(ways.length > 0 && c % 9 > 0 ? ways : waysAround(world, open).toReversed(), c)
  if (!by || !written) return null
  const planned = now.moments.find(({ entry: { code } }) => code === open.step.key)
  const happenedOn = c % 5 === 0 ? addDays(world.day, -(b % 4)) : world.day
  return write(world, by, { ...written, happenedOn, refersTo: b % 2 === 0 ? (planned?.entry.id ?? null) : null })
}

type Listed = keyof Interpretation['allowed']

/** Something of a list, by somebody who may or else by anybody: what may not be, the rules refuse. */
function allowed(world: World, { a, b, c }: Choice, list: Listed, kind: DossierEntry['kind']): unknown {
  const choice = pick(nowIn(world).allowed[list], a)
  if (!choice) return null
  const by = c % 4 === 0 ? anybody(world, b) : handsIn(world, choice, b)
  return by ? write(world, by, { kind, code: choice.key, record: choice.record }) : null
}

const isKindOf = (kind: DossierEntry['kind'], code: string, { steps, ...protocol }: Protocol): boolean => {
  const has = (list: readonly { key: string }[]) => list.some(({ key }) => key === code)
  if (has(steps)) return kind === 'step-done' || kind === 'step-skipped'
  if (has(protocol.circumstances)) return kind === 'circumstance'
  if (has(protocol.measures)) return kind === 'measure'
  if (has(protocol.closings)) return kind === 'closed'
  return has(protocol.reopenings) ? kind === 'reopened' : kind === 'handed-over'
}

function pass(world: World, days: number): null {
  if (hasRoom(world)) passDays(world, days)
  return null
}
