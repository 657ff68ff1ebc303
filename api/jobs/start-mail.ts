import { setTimeout as delay } from 'node:timers/promises'
import { doMail, type MailJob } from './mail-job.ts'

const everySeconds = 10

/** How long the mail that is being handed over gets to arrive when the process ends. */
const patienceMilliseconds = 8_000

/** Sends mail in this process, with any number of others doing the same. Returns how to stop. */
export function startMail(job: MailJob): () => Promise<void> {
  let round: Promise<void> | null = null
  const begin = () => {
    round ??= doMail(job)
      // What is in the database waits there for the next round.
      .catch((error: unknown) =>
        job.log.error('mail failed', { error: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => {
        round = null
      })
  }
  const timer = setInterval(begin, everySeconds * 1_000)
  timer.unref()
  begin()
  return async () => {
    clearInterval(timer)
    await Promise.race([round, delay(patienceMilliseconds, undefined, { ref: false })])
  }
}
