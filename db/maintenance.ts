import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'

const everyMilliseconds = 20_000
const checkpointAfterBytes = 32 * 1024 * 1024
/** Below this it is only what reading leaves behind. */
const worthACheckpoint = 64 * 1024
const checkpointAfterMilliseconds = 300_000
const vacuumAtHour = 3

/** No round takes this long on a database that still works. */
const patienceMilliseconds = 300_000

type Pace = Readonly<{
  /** The engine did not do what it was asked, or no longer answers: nothing later will end either. */
  onEngineStopped: () => void
  everyMilliseconds?: number
}>

/**
 * PGlite runs neither a checkpointer nor autovacuum, so the write-ahead log and dead rows would grow for ever. Looks
 * every twenty seconds whether one of the two is due. Returns how to stop.
 */
export function startMaintenance(client: PGlite, dataDir: string, pace: Pace): () => void {
  const { onEngineStopped, everyMilliseconds: every = everyMilliseconds } = pace
  const maintain = makeMaintenance(client, dataDir, new Date())
  let busySince: number | null = null
  const round = async () => {
    if (busySince !== null) {
      if (Date.now() - busySince > patienceMilliseconds) onEngineStopped()
      return
    }
    busySince = Date.now()
    try {
      await maintain(new Date())
      busySince = null
    } catch {
      onEngineStopped()
    }
  }
  const timer = setInterval(() => void round(), every)
  timer.unref()
  return () => clearInterval(timer)
}

/** One round of maintenance, as it is due at the given moment. */
export function makeMaintenance(client: PGlite, dataDir: string, start: Date): (now: Date) => Promise<void> {
  let checkpointAt = start.getTime()
  // Opening a database ends with a checkpoint, so the first round counts from where it finds the log.
  let checkpointed: string | null = null

  const position = async (): Promise<string> => {
    const { rows } = await client.query<{ lsn: string }>('select pg_current_wal_insert_lsn() as lsn')
    return rows[0]?.lsn ?? '0/0'
  }
  const writtenSince = async (lsn: string): Promise<number> => {
    const difference = 'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)::float8 as bytes'
    return (await client.query<{ bytes: number }>(difference, [lsn])).rows[0]?.bytes ?? 0
  }

  const checkpointWhenDue = async (now: Date) => {
    checkpointed ??= await position()
    const bytes = await writtenSince(checkpointed)
    const isLate = now.getTime() - checkpointAt >= checkpointAfterMilliseconds
    if (bytes < checkpointAfterBytes && !(bytes > worthACheckpoint && isLate)) return
    await client.exec('checkpoint')
    checkpointAt = now.getTime()
    checkpointed = await position()
  }

  const vacuumWhenDue = async (now: Date) => {
    if (!isVacuumDue(dataDir, now)) return
    await client.exec('vacuum (analyze)')
    writeFileSync(vacuumMark(dataDir), dayOf(now))
  }

  return async (now) => {
    await checkpointWhenDue(now)
    await vacuumWhenDue(now)
  }
}

const vacuumMark = (dataDir: string) => join(dataDir, 'last-vacuum')

const dayOf = (now: Date) => now.toISOString().slice(0, 10)

/** At night, once; the day is kept in a file because a process that is restarted every day must come to it as well. */
function isVacuumDue(dataDir: string, now: Date): boolean {
  const mark = vacuumMark(dataDir)
  return now.getHours() === vacuumAtHour && !(existsSync(mark) && readFileSync(mark, 'utf8') === dayOf(now))
}
