import { keysOf, type Missing } from '../../../api/domain/protocol/condition.ts'
import type { Closing } from '../../../api/domain/protocol/definition.ts'
import type { Interpretation } from '../../../api/domain/protocol/interpret.ts'
import type { Hands } from '../../../api/domain/protocol/people.ts'
import { handsIn, nowIn, passDays, type World, type Written, waysAround, waysToSettle, write } from './world.ts'

/**
 * Goes the shortest way that the answers show: what a closing lacks is done by whoever may, and where nobody may,
 * somebody is brought in by whom the interpreter names.
 *
 * @returns null once it is closed, or else what it is stuck on.
 */
export function stuckOn(world: World, closing: Closing, acts = 250): string | null {
  const wanted = keysOf(closing.requires)
  for (let tries = 0; tries < acts; tries += 1) {
    const now = nowIn(world)
    if (now.state === 'closed') return null
    const way = now.allowed.closings.find(({ key }) => key === closing.key)
    if (!way) return `${closing.key} is not offered`
    const tried = new Set<string>()
    const isDone = way.isAllowed
      ? tryTo(world, way, [{ kind: 'closed', code: closing.key }])
      : way.missing.some((missing) => goTo(world, now, missing, wanted, tried))
    // Some things cannot be written twice on one day, or not on the day of what they follow.
    if (isDone) continue
    if (world.waited > 3) return `${closing.key} lacks ${JSON.stringify(way.missing)}`
    wait(world)
  }
  return `${closing.key} is not reached in ${acts} acts`
}

function wait(world: World): void {
  world.waited += 1
  passDays(world, 1)
}

function tryTo(world: World, hands: Hands, ways: readonly Written[]): boolean {
  const by = ways.length > 0 ? handsIn(world, hands) : null
  const isDone = by !== null && ways.some((written) => write(world, by, written) !== null)
  if (isDone) world.waited = 0
  return isDone
}

/** One act towards what is missing. */
function goTo(
  world: World,
  now: Interpretation,
  missing: Missing,
  wanted: readonly string[],
  tried: Set<string>,
): boolean {
  if (missing.kind === 'one-of')
    return missing.options.some((option) => option.some((one) => goTo(world, now, one, wanted, tried)))
  // A way in cannot be changed, and what stands in the way is not taken away.
  if (missing.kind === 'unless' || missing.kind === 'way') return false
  const { kind, key, record } = missing
  const place = `${kind} ${key} ${record}`
  if (tried.has(place)) return false
  tried.add(place)
  const onwards = (list: readonly Missing[]) => list.some((one) => goTo(world, now, one, wanted, tried))
  if (kind === 'record') {
    const hands = { roles: [], people: world.readers.flatMap(({ holder, isAble }) => (isAble ? holder : [])) }
    return tryTo(world, { ...hands, bringIn: null }, [
      { kind: 'record-added', code: key, record: `student-${world.entries.length}` },
    ])
  }
  if (kind === 'step') return takeStep()
  const list =
    kind === 'circumstance'
      ? now.allowed.circumstances
      : kind === 'measure'
        ? now.allowed.measures
        : now.allowed.handOvers
  const choice = list.find((one) => one.key === key && (one.record ?? record) === record)
  if (!choice) return false
  const entry = kind === 'handler' ? 'handed-over' : kind
  return choice.isAllowed
    ? tryTo(world, choice, [{ kind: entry, code: key, record: choice.record }])
    : onwards(choice.missing)

  function takeStep(): boolean {
    const open = now.open.find(({ step, record: of }) => step.key === key && of === record)
    if (!open)
      return onwards(now.notYet.find(({ step, record: of }) => step.key === key && of === record)?.missing ?? [])
    const ways = waysToSettle(world, open)
    // What is decided for is what closing asks; else the last there is: in no paper that it goes on.
    const towards = [...ways.filter(({ code }) => wanted.includes(code ?? '')), ...ways.toReversed()]
    return tryTo(world, open, [...towards, ...waysAround(world, open)])
  }
}
