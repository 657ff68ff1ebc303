import { existsSync } from 'node:fs'
import { chmod, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { casing, type OpenDatabase } from './connect.ts'
import { lockDirectory } from './lock.ts'
import { startMaintenance } from './maintenance.ts'

/**
 * Small buffers, because it shares the process's memory; a small WAL, because PGlite has no checkpointer of its own and
 * db/maintenance.ts is what empties it.
 */
export const startParams = [
  ...PGlite.defaultStartParams,
  ...['shared_buffers=32MB', 'max_wal_size=64MB', 'min_wal_size=32MB'].flatMap((setting) => ['-c', setting]),
]

/**
 * The embedded database in `dataDir`. PGlite takes no lock, writes files that everybody may read, and is left
 * half made when it is killed while it makes a new database; the first three lines are about that.
 */
export async function openPglite(dataDir: string, onEngineStopped: () => void): Promise<OpenDatabase> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const unlock = await lockDirectory(dataDir)
  const directory = join(dataDir, 'pglite')
  const isNew = !existsSync(directory)
  try {
    if (isNew) await makeDatabase(directory)
    await chmod(directory, 0o700)
    const client = await PGlite.create({ dataDir: directory, startParams })
    const stopMaintenance = startMaintenance(client, dataDir, { onEngineStopped })
    const close = async () => {
      stopMaintenance()
      await client.close()
      await unlock()
    }
    return { db: drizzle(client, { casing }), kind: 'pglite', isNew, close }
  } catch (error) {
    await unlock()
    throw error
  }
}

/** Made under another name first, so that a database that has its name is a whole one. */
async function makeDatabase(directory: string): Promise<void> {
  const unfinished = `${directory}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  const client = await PGlite.create({ dataDir: unfinished, startParams })
  await client.close()
  await rename(unfinished, directory)
}
