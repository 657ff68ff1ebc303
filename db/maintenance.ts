import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'

const everySeconds = 20
const checkpointAfterBytes = 32 * 1024 * 1024
const checkpointAfterSeconds = 300
const vacuumAtHour = 3

/**
 * PGlite runs neither a checkpointer nor autovacuum, so the write-ahead log and dead rows would grow for ever. Looks
 * every twenty seconds whether one of the two is due. Returns how to stop.
 */
export function startMaintenance(client: PGlite, dataDir: string): () => void {
  let checkpointAt = Date.now()
  let flushed = '0/0'
  let busy = false

  const round = async () => {
    const { rows } = await client.query<{ position: string; behind: string }>(
      'select pg_current_wal_insert_lsn() as position, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1) as behind',
      [flushed],
    )
    const written = Number(rows[0]?.behind)
    const isLate = Date.now() - checkpointAt > checkpointAfterSeconds * 1000
    if (written > checkpointAfterBytes || (written > 0 && isLate)) {
      await client.exec('checkpoint')
      checkpointAt = Date.now()
      flushed = rows[0]?.position ?? flushed
    }
    if (isVacuumDue(dataDir)) {
      await client.exec('vacuum (analyze)')
      writeFileSync(vacuumMark(dataDir), '')
    }
  }

  const timer = setInterval(() => {
    if (busy) return
    busy = true
    // A failing round is told by the next query that fails; here it must only not end the process by itself.
    round()
      .catch(() => undefined)
      .finally(() => {
        busy = false
      })
  }, everySeconds * 1000)
  timer.unref()
  return () => clearInterval(timer)
}

const vacuumMark = (dataDir: string) => join(dataDir, 'last-vacuum')

/** At night, once; kept in a file because a process that is restarted every day must come to it as well. */
function isVacuumDue(dataDir: string): boolean {
  if (new Date().getHours() !== vacuumAtHour) return false
  const last = statSync(vacuumMark(dataDir), { throwIfNoEntry: false })
  return !last || Date.now() - last.mtimeMs > 12 * 3600 * 1000
}
