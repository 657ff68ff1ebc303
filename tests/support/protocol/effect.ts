import type { DossierEntry } from '../../../api/domain/dossier/entry.ts'
import type { Interpretation } from '../../../api/domain/protocol/interpret.ts'
import { nowIn, type World } from './world.ts'

/** Whether what was accepted shows: nobody is left to write the same thing again and again. */
export function hasEffect(world: World, entry: DossierEntry): boolean {
  const now = nowIn(world)
  const { code, record } = entry
  switch (entry.kind) {
    case 'step-done':
    case 'step-skipped':
      return settledIn(now).some((one) => one.step.key === code && one.record === record)
    case 'circumstance':
      // Of before it happened again: that is told, and no longer so.
      return now.circumstances.includes(code ?? '') || entry.happenedOn < (now.reopenedOn ?? '')
    case 'handed-over':
      return now.handler.role === code
    case 'record-added':
      return now.records.some((one) => one.record === record && one.part === code)
    case 'planned':
    case 'agreement':
      return entry.dueOn === null || now.moments.some((one) => one.entry.id === entry.id)
    case 'closed':
      return now.state === 'closed' && now.closing?.id === entry.id
    case 'reopened':
      return now.state !== 'closed' && setBy(world, code).every((key) => now.circumstances.includes(key))
    case 'record-erased':
      return now.records.every((one) => one.record !== erasedBy(world, entry))
    case 'held':
    case 'hold-ended':
      return now.isHeld === (entry.kind === 'held')
    default:
      return true
  }
}

const erasedBy = ({ entries }: World, { refersTo }: DossierEntry) => {
  const asked = entries.find(({ id }) => id === refersTo)
  return entries.find(({ id }) => id === asked?.refersTo)?.record
}

const settledIn = ({ open, settled, notYet }: Interpretation) =>
  [...open, ...settled, ...notYet].filter(({ settlement }) => settlement !== null)

const setBy = ({ protocol }: World, code: string | null) =>
  protocol.reopenings.find(({ key }) => key === code)?.sets ?? []
