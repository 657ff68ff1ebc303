import type { Database } from '../../db/connect.ts'
import type { Clock } from '../deps.ts'
import type { Log } from '../http/log.ts'
import { cleanUp } from './clean-up.ts'
import { endDeputies } from './end-deputies.ts'

const everyMinutes = 60

/**
 * Runs the daily work in this process, with any number of others doing the same: each job is safe to run twice, so
 * there is no queue, and no row that says at what moment somebody did something. Returns how to stop: what it
 * promises comes when nothing is under way any more, because a database must not close under a job.
 */
export function startJobs({ db, clock, log }: { db: Database; clock: Clock; log: Log }): () => Promise<void> {
  let doneOn: string | null = null
  let underWay: Promise<void> = Promise.resolve()
  const round = async () => {
    const today = clock.today()
    if (doneOn === today) return
    try {
      await endDeputies(db, { today, now: clock.now() })
      await cleanUp(db, today)
      doneOn = today
    } catch (error) {
      // Tried again next hour; what is old today is still old then.
      log.error('daily work failed', { error: error instanceof Error ? error.name : 'unknown' })
    }
  }
  const next = () => {
    underWay = underWay.then(round)
  }
  const timer = setInterval(next, everyMinutes * 60_000)
  timer.unref()
  next()
  return () => {
    clearInterval(timer)
    return underWay
  }
}
