import type { Database } from '../../db/connect.ts'
import type { Clock } from '../deps.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { SchoolProtocol } from '../domain/protocol/numbers.ts'
import type { OwnPeriods } from '../domain/retention/periods.ts'
import type { Log } from '../http/log.ts'
import { sweep } from '../stores/sweep.ts'
import { cleanUp } from './clean-up.ts'
import { countNumbers } from './count-numbers.ts'
import { endDeputies } from './end-deputies.ts'
import { eraseWhatIsDue } from './erase.ts'

const everyMinutes = 60

/**
 * Runs the daily work in this process, with any number of others doing the same: each job is safe to run twice, so
 * there is no queue, and no row that says at what moment somebody did something. Returns how to stop: what it
 * promises comes when nothing is under way any more, because a database must not close under a job.
 */
type Jobs = Readonly<{
  db: Database
  clock: Clock
  log: Log
  school: Readonly<{ protocol: SchoolProtocol; retention?: OwnPeriods | undefined }>
  /** The first day of this installation. */
  since: LocalDate
}>

export function startJobs({ db, clock, log, school, since }: Jobs): () => Promise<void> {
  let doneOn: string | null = null
  let underWay: Promise<void> = Promise.resolve()
  const round = async () => {
    const today = clock.today()
    try {
      // Each hour, because the dead rows of yesterday's erasing may have been in somebody's hand.
      await sweep(db)
      if (doneOn === today) return
      await endDeputies(db, { today, now: clock.now() })
      await cleanUp(db, today)
      // First, because what is erased cannot be counted any more.
      await countNumbers(db, { today, since, school: school.protocol })
      await eraseWhatIsDue(db, { today, now: clock.now(), school: school.retention })
      await sweep(db)
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
