import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeMaintenance, startMaintenance } from '../../db/maintenance.ts'
import { startParams } from '../../db/pglite.ts'

const noon = new Date(2026, 10, 24, 12, 0)
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const night = (day: number) => new Date(2026, 10, day, 3, 10)

let folder: string
let client: PGlite
let maintain: ReturnType<typeof makeMaintenance>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vijfspoor-maintenance-'))
  client = await PGlite.create({ dataDir: join(folder, 'pglite'), startParams })
  await client.exec('create table rows (id int, filler text)')
}, 60_000)
afterAll(async () => {
  await client.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  maintain = makeMaintenance(client, folder, noon)
  await maintain(noon)
})

const checkpoint = async () =>
  (await client.query<{ redo: string }>('select redo_lsn::text as redo from pg_control_checkpoint()')).rows[0]?.redo

const writeMegabytes = (megabytes: number) =>
  client.query('insert into rows select n, repeat(md5(n::text), 32) from generate_series(1, $1) n', [megabytes * 1024])

test('a few writes are checkpointed after five minutes, not before', async () => {
  const before = await checkpoint()
  await writeMegabytes(1)
  await maintain(later(299))
  expect(await checkpoint()).toBe(before)
  await maintain(later(300))
  expect(await checkpoint()).not.toBe(before)
})

test('nothing written, nothing checkpointed', async () => {
  const before = await checkpoint()
  await maintain(later(3600))
  expect(await checkpoint()).toBe(before)
})

test('many writes are checkpointed at once, so that the log on the disk stays small', async () => {
  for (let round = 1; round <= 8; round += 1) {
    await writeMegabytes(48)
    await maintain(later(round))
  }
  const log = readdirSync(join(folder, 'pglite', 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name))
  // 384 MB went through it in pieces of 16 MB.
  expect(log.length).toBeLessThanOrEqual(9)
})

test('dead rows are vacuumed once a night, also when the process is new', async () => {
  const deadRows = async () =>
    (
      await client.query<{ dead: number }>(
        "select n_dead_tup::int as dead from pg_stat_user_tables where relname = 'rows'",
      )
    ).rows[0]?.dead
  await client.query('delete from rows')
  await maintain(later(60))
  expect(await deadRows()).toBeGreaterThan(0)
  await maintain(night(25))
  expect(await deadRows()).toBe(0)

  const mark = () => readFileSync(join(folder, 'last-vacuum'), 'utf8')
  const first = mark()
  await makeMaintenance(client, folder, night(25))(night(25))
  expect(mark()).toBe(first)
  await makeMaintenance(client, folder, night(26))(night(26))
  expect(mark()).not.toBe(first)
})

test('an engine that stopped is told of, though nobody asks it anything', async () => {
  const stopped = await PGlite.create()
  await stopped.close()
  const stop = await new Promise<() => void>((resolve) => {
    const end = startMaintenance(stopped, folder, { onEngineStopped: () => resolve(end), everyMilliseconds: 5 })
  })
  stop()
  expect(stopped.closed).toBe(true)
})
