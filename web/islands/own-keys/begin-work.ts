import type { StaffBox } from '../../crypto/staff-box.ts'
import { systemClock } from '../team/idle-watch.ts'
import { sessionVault } from '../team/session-vault.ts'
import { boxToBytes } from '../team/staff-keys.ts'
import { teamApi } from '../team/team-api.ts'

/** `code`: the password was right, and a code of the second factor is asked at the sign-in. */
export type Begun = 'atWork' | 'code' | 'refused' | 'unsure'

/**
 * Signs in somebody who has just made their password, and leaves their keys for the page of the staff area as after any
 * other sign-in. Nobody else's things stay behind.
 */
export async function beginWork(email: string, authentication: string, box: StaffBox): Promise<Begun> {
  await sessionVault.eraseAll().catch(() => undefined)
  const answer = await teamApi.signIn(email, authentication)
  if (!answer.ok) return answer.trouble === 'wrong' ? 'refused' : 'unsure'
  if (typeof answer.value === 'object' && answer.value !== null && 'isCodeNeeded' in answer.value) return 'code'
  await sessionVault.keep(email, boxToBytes(box), systemClock.now()).catch(() => undefined)
  return 'atWork'
}
