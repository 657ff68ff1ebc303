import type { AccessCode } from '../../crypto/access-code.ts'
import type { ReporterKeys } from '../../crypto/reporter-keys.ts'
import { askWorker } from './ask-worker.ts'
import type { StretchAnswer, StretchQuestion } from './stretch.worker.ts'
import stretchWorker from './stretch.worker.ts?worker&url'

/**
 * Makes the reporter's keys out of an access code. Only the slow part (Argon2id) runs in a worker, so that the page
 * stays usable meanwhile and the worker need not load the encryption a second time.
 *
 * @param salt of the instance. @param version of the stretching; the newest when it is left out.
 * @throws when the signal is aborted, or when this browser cannot do it; nothing may be sent then.
 */
export async function codeKeys(
  code: AccessCode,
  salt: Uint8Array,
  options: Readonly<{ version?: number; signal?: AbortSignal }> = {},
): Promise<ReporterKeys> {
  const { version, signal } = options
  const question: StretchQuestion = version === undefined ? { code, salt } : { code, salt, version }
  const [answer, { deriveReporterKeys }] = await Promise.all([
    askWorker<StretchQuestion, StretchAnswer>(stretchWorker, question, signal),
    import('../../crypto/reporter-keys.ts'),
  ])
  if ('failed' in answer) throw new Error('cannot stretch')
  return deriveReporterKeys(answer.stretched)
}
