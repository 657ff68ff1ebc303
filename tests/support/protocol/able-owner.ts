import { addDays } from '../../../api/domain/local-date.ts'
import type { Interpretation } from '../../../api/domain/protocol/interpret.ts'
import type { OpenStep } from '../../../api/domain/protocol/open-steps.ts'
import type { Reader } from '../../../api/domain/protocol/people.ts'
import { didAny, type Paper } from './endings.ts'
import { ask, bringIn, nowIn, type World, waysAround, waysToSettle } from './world.ts'

/** Open steps that nobody can settle, or that are shown to somebody who may not: in words, none when all is well. */
export function ownerFaults(world: World, paper: Paper): readonly string[] {
  const now = nowIn(world)
  return now.open.flatMap((open) => {
    const place = `${open.step.key} ${open.record}`
    const missed = world.readers.filter((reader) => isMissed(world, now, open, reader, paper))
    if (missed.length > 0)
      return [`${place}: ${missed.map(({ holder }) => holder).join()} could do it, and is not shown`]
    if (open.people.length > 0)
      return open.people.flatMap((holder) =>
        personFaults(world, now, open, holder).map((fault) => `${place}: ${fault}`),
      )
    const { role = '', by = [] } = open.bringIn ?? {}
    const after = { ...world }
    const newcomer = bringIn(after, role, by)
    if (newcomer === null) return [`${place}: nobody can do it, and nobody can be brought in as ${role}`]
    const then = nowIn(after)
    const opened = then.open.find(({ step, record }) => step.key === open.step.key && record === open.record)
    if (!opened?.people.includes(newcomer)) return [`${place}: a ${role} who is brought in cannot do it`]
    return personFaults(after, then, opened, newcomer).map((fault) => `${place}: ${fault}`)
  })
}

/** Somebody of the right role who did nothing that goes against it since it last happened again. */
function isMissed(
  world: World,
  { handler, reopenedOn }: Interpretation,
  { step, people }: OpenStep,
  { holder, roles, isAble }: Reader,
  paper: Paper,
): boolean {
  const named = [step.owner, ...(step.mayAlso ?? [])].map((name) => (name === 'handler' ? handler.role : name))
  if (!isAble || people.includes(holder) || !named.some((role) => roles.includes(role))) return false
  const before = { ...world, entries: world.entries.filter(({ happenedOn }) => happenedOn >= (reopenedOn ?? '')) }
  const own = paper.apart.find((keys) => keys.includes(step.key))
  const barred = paper.apart.filter((keys) => keys !== own).flat()
  return !own || !didAny(before, holder, barred)
}

function personFaults(world: World, { handler }: Interpretation, open: OpenStep, holder: string): readonly string[] {
  const { step } = open
  const reader = world.readers.find((one) => one.holder === holder)
  const named = [step.owner, ...(step.mayAlso ?? [])].map((name) => (name === 'handler' ? handler.role : name))
  const opener = world.entries.find(({ kind }) => kind === 'opened')?.by ?? ''
  const isOpenerHere = world.readers.some(({ holder: one, isAble }) => isAble && one === opener)
  const holds = (role: string) =>
    role === 'opener'
      ? isOpenerHere
        ? holder === opener
        : reader?.roles.includes(handler.role)
      : reader?.roles.includes(role)
  const settling = waysToSettle(world, open)
  const ways = settling.length > 0 ? settling : waysAround(world, open)
  // What was decided today can be decided otherwise tomorrow: two of one day would leave it to chance.
  const tomorrow = { ...world, day: addDays(world.day, 1) }
  const refused = ways.flatMap((way) => {
    const outcome = ask(world, holder, way)
    const later = outcome.ok || outcome.refusal !== 'later-exists' ? outcome : ask(tomorrow, holder, way)
    return later.ok ? [] : `${holder} may not record ${way.kind} ${way.code}: ${later.refusal}`
  })
  return [
    ...(reader?.isAble ? [] : [`${holder} does not read it`]),
    ...(named.some(holds) ? [] : [`${holder} has no role for it`]),
    ...(ways.length === 0 ? ['there is no way to settle it'] : refused),
  ]
}
