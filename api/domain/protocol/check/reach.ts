import { parts } from '../../dossier/entry.ts'
import type { Condition, Protocol } from '../definition.ts'

/**
 * Steps that no dossier can come to, whatever happens in it. Everything that may be recorded is added until nothing new
 * becomes possible; what a `not` forbids is left out of account, so this errs towards reachable.
 */
export function unreachable(protocol: Protocol): readonly string[] {
  const reached = new Set<string>([
    ...protocol.waysIn.map(({ key }) => key),
    ...protocol.circumstances.map(({ key }) => key),
    ...parts,
    protocol.firstHandler,
  ])
  const waiting = () => [
    ...protocol.steps.map(({ key, opensWhen }) => ({ key, condition: opensWhen })),
    ...protocol.measures.map(({ key, requires }) => ({ key, condition: requires })),
    ...protocol.handOvers.map(({ to, requires }) => ({ key: to, condition: requires })),
  ]
  for (let before = -1; before < reached.size; ) {
    before = reached.size
    for (const { key, condition } of waiting()) if (couldHold(condition, reached)) reached.add(key)
  }
  return protocol.steps.map(({ key }) => key).filter((key) => !reached.has(key))
}

function couldHold(condition: Condition, reached: ReadonlySet<string>): boolean {
  if ('always' in condition || 'not' in condition) return true
  if ('all' in condition) return condition.all.every((one) => couldHold(one, reached))
  if ('any' in condition) return condition.any.some((one) => couldHold(one, reached))
  if ('circumstance' in condition)
    return reached.has(condition.circumstance) && (!condition.after || couldHold(condition.after, reached))
  return Object.values(condition).every((key) => reached.has(key))
}
