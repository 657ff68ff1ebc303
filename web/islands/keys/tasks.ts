import { mayLetIn, mayMakeKey } from '../../../api/domain/function-key.ts'
import { rolesMay } from '../../../api/domain/permissions.ts'
import { type ReceivingFunction, receivingFunctions } from '../../../api/domain/roles.ts'
import { keyedFunction } from '../../../api/domain/roster.ts'
import { certifiedOf, isCertified, type Office, rosterOf } from './office.ts'
import { toSign } from './to-sign.ts'

/** Something that waits for this person at this site. */
export type Task =
  | Readonly<{ kind: 'makeSiteKey' | 'getSiteKey' | 'noDirector' }>
  | Readonly<{ kind: 'sign'; count: number }>
  | Readonly<{ kind: 'makeKey' | 'nextKey'; role: ReceivingFunction }>
  | Readonly<{ kind: 'letIn'; role: ReceivingFunction; holder: string; name: string }>

export function tasksOf(office: Office): readonly Task[] {
  return [
    ...missingDirector(office),
    ...directorTasks(office),
    ...receivingFunctions.flatMap((role) => memberTasks(office, role)),
  ]
}

/** Without a director nobody signs a key: for whoever can appoint one, for as long as it is so. */
function missingDirector({ view, holder }: Office): readonly Task[] {
  if (view.siteKey === null) return []
  const own = view.people.find((person) => person.holder === holder)
  const mayAppoint =
    own !== undefined &&
    rolesMay(
      own.roles.map(({ role }) => role),
      'appoint-staff',
    )
  const hasDirector = view.people.some(
    ({ roles, isBlocked }) => !isBlocked && roles.some(({ role, until }) => role === 'director' && until === null),
  )
  return mayAppoint && !hasDirector ? [{ kind: 'noDirector' }] : []
}

function directorTasks(office: Office): readonly Task[] {
  const { view, holder } = office
  const own = view.people.find((person) => person.holder === holder)
  if (!own?.roles.some(({ role }) => role === 'director')) return []
  if (view.siteKey === null) return [{ kind: 'makeSiteKey' }]
  if (view.ownSiteKey === null) return [{ kind: 'getSiteKey' }]
  const count = toSign(office).length
  return count === 0 ? [] : [{ kind: 'sign', count }]
}

function memberTasks(office: Office, role: ReceivingFunction): readonly Task[] {
  const { view, holder } = office
  if (!isCertified(office)) return []
  const keyed = keyedFunction(rosterOf(view), role)
  const may = mayMakeKey(keyed, holder)
  if (may.ok) return [{ kind: may.value.generation === 1 ? 'makeKey' : 'nextKey', role }]
  return [...keyed.lasting, ...keyed.deputies].flatMap((to): Task[] => {
    const person = view.people.find((one) => one.holder === to)
    const canOpen = certifiedOf(office, person?.certificate ?? null, to)?.recipient === person?.recipient
    const isWaiting = mayLetIn(keyed, holder, to).ok && person !== undefined && canOpen
    return isWaiting ? [{ kind: 'letIn', role, holder: to, name: person.name }] : []
  })
}
