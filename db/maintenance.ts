import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'

const everyMilliseconds = 20_000
const checkpointAfterBytes = 32 * 1024 * 1024
/** Below this it is only what reading leaves behind. */
const worthACheckpoint = 64 * 1024
const checkpointAfterMilliseconds = 300_000
const vacuumAtHour = 3

/**
 * PGlite runs neither a checkpointer nor autovacuum, so the write-ahead log and dead rows would grow for ever. Looks
 * every twenty seconds whether one of the two is due. Returns how to stop.
 */
export function startMaintenance(client: PGlite, dataDir: string): () => void {
  const maintain = makeMaintenance(client, dataDir, new Date())
  let isBusy = false
  const round = async () => {
    if (isBusy) return
    isBusy = true
    // A round that fails is told by the next query that does; by itself it must not end the process.
    await maintain(new Date()).catch(() => undefined)
    isBusy = false
  }
  const timer = setInterval(() => void round(), everyMilliseconds)
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
