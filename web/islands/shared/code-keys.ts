import type { AccessCode } from '../../crypto/access-code.ts'
import type { ReporterKeys } from '../../crypto/reporter-keys.ts'
import { startWorker } from './start-worker.ts'
import type { StretchAnswer, StretchQuestion } from './stretch.worker.ts'
import stretchWorker from './stretch.worker.ts?worker&url'

/**
 * Makes the reporter's keys out of an access code. Only the slow part (Argon2id) runs in a worker, so that the page
 * stays usable meanwhile and the worker need not load the encryption a second time.
 *
 * @throws when the signal is aborted, or when this browser cannot do it; nothing may be sent then.
 */
export async function codeKeys(code: AccessCode, salt: Uint8Array, signal?: AbortSignal): Promise<ReporterKeys> {
  const [stretched, { deriveReporterKeys }] = await Promise.all([
    stretchInWorker({ code, salt }, signal),
    import('../../crypto/reporter-keys.ts'),
  ])
  return await deriveReporterKeys(stretched)
}

function stretchInWorker(question: StretchQuestion, signal?: AbortSignal): Promise<Uint8Array> {
  return new Promise<Uint8Array>((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = startWorker(stretchWorker)
    const stop = () => {
      worker.terminate()
      signal?.removeEventListener('abort', abort)
    }
    const abort = () => {
      stop()
      reject(signal?.reason ?? new Error('stopped'))
    }
    signal?.addEventListener('abort', abort)
    worker.onerror = () => {
      stop()
      reject(new Error('cannot stretch'))
    }
    worker.onmessage = ({ data }: MessageEvent<StretchAnswer>) => {
      stop()
      if ('stretched' in data) resolve(data.stretched)
      else reject(new Error('cannot stretch'))
    }
    worker.postMessage(question)
  })
}
