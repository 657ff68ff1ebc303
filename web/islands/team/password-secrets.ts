import { deriveStaffSecrets, type StaffSecrets } from '../../crypto/staff-secrets.ts'
import { askWorker } from '../shared/ask-worker.ts'
import type { PasswordAnswer, PasswordQuestion } from './password.worker.ts'
import passwordWorker from './password.worker.ts?worker&url'

/**
 * What a password gives: the secret that the server may see, and the key that it may not. The slow part runs in a worker
 * of its own, which ends with what it knew.
 *
 * @throws when this browser cannot do it; nothing may be sent then.
 */
export async function passwordSecrets(password: string, email: string, salt: Uint8Array): Promise<StaffSecrets> {
  const question: PasswordQuestion = { password, email, salt }
  const answer = await askWorker<PasswordQuestion, PasswordAnswer>(passwordWorker, question)
  if ('failed' in answer) throw new Error('cannot stretch')
  return await deriveStaffSecrets(answer.stretched)
}
