import { startWorker } from './start-worker.ts'

/** Puts one question to a fresh worker and ends it with the answer, or at once when the signal says so. */
export function askWorker<Question, Answer>(url: string, question: Question, signal?: AbortSignal): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = startWorker(url)
    const abort = () => end(() => reject(signal?.reason))
    const end = (settle: () => void) => {
      worker.terminate()
      signal?.removeEventListener('abort', abort)
      settle()
    }
    signal?.addEventListener('abort', abort)
    worker.onerror = () => end(() => reject(new Error('the worker stopped')))
    worker.onmessage = ({ data }: MessageEvent<Answer>) => end(() => resolve(data))
    worker.postMessage(question)
  })
}
