import type { ReceivingFunction } from '../../../api/domain/roles.ts'
import { keyedFunction } from '../../../api/domain/roster.ts'
import { certifiedOf, functionView, nameOf, type Office, rosterOf } from './office.ts'

/** Whether a function takes reports, and if not why. `isFew`: one person alone has its key. */
export type FunctionState = Readonly<{ isFew: boolean }> &
  (
    | Readonly<{ kind: 'works' | 'noKey' | 'lost' | 'retired' | 'notSigned' }>
    | Readonly<{ kind: 'noSheet'; names: string }>
  )

export function stateOf(office: Office, role: ReceivingFunction): FunctionState {
  const [newest] = functionView(office.view, role).generations
  const { lasting } = keyedFunction(rosterOf(office.view), role)
  const keyHolders = lasting.filter((holder) => newest?.keyHolders.includes(holder))
  if (!newest) return { kind: 'noKey', isFew: false }
  const isFew = keyHolders.length < 2
  if (keyHolders.length === 0) return { kind: 'lost', isFew: false }
  if (newest.retiredOn !== null) return { kind: 'retired', isFew }
  if (!certifiedOf(office, newest.certificate, role)) return { kind: 'notSigned', isFew }
  const without = keyHolders.filter(
    (holder) => !office.view.people.some((person) => person.holder === holder && person.hasSheet),
  )
  if (without.length > 0) {
    return { kind: 'noSheet', isFew, names: without.map((holder) => nameOf(office, holder)).join(', ') }
  }
  return { kind: 'works', isFew }
}
