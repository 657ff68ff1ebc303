import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { demonstrationCode } from '../../db/demo/access.ts'
import { stories } from '../../db/demo/stories.ts'
import { accounts, instance, reports, staff } from '../../db/schema/index.ts'
import { parseAccessCode } from '../../web/crypto/access-code.ts'
import { emptyPostgres } from '../support/durability/empty-postgres.ts'
import { type Killable, makeKillable } from '../support/durability/killable.ts'
import { openByCode } from '../support/reporter.ts'

let folder: string
const running: Killable[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vijfspoor-start-'))
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.kill()
  rmSync(folder, { recursive: true, force: true })
})

async function prepare(more: Partial<Parameters<typeof makeKillable>[0]> = {}): Promise<Killable> {
  const server = await makeKillable({ dataDir: folder, ...more })
  running.push(server)
  server.start()
  return server
}

const demonstration = { DEMO: '' }

describe('a first start', () => {
  test('makes a demonstration school in an empty directory, which a second start keeps', async () => {
    const server = await prepare({ env: demonstration })
    await server.up()
    const printed = /access code (\S+)/.exec(server.written())?.[1] ?? ''
    expect(server.written()).toContain(`http://localhost:`)
    expect(server.written()).toContain('vertrouwenspersoon.ede@demo.vijfspoor.nl')
    expect(server.written()).toContain('PostgreSQL')
    expect(await server.stop()).toBe(0)
    const length = server.written().length

    server.start()
    await server.up()
    expect(server.written().slice(length)).toContain(printed)
    expect(server.written().slice(length)).not.toContain('Making')
    const parsed = parseAccessCode(printed)
    if (!parsed.ok) throw new Error(`no code was printed, but "${printed}"`)
    const { conversation } = await openByCode(server.api, parsed.code)
    expect(conversation.entries[0]?.body).toMatchObject({ story: stories[0]?.body.story })
    expect(await server.stop()).toBe(0)
  })

  test('makes its directory one that nobody else enters', async () => {
    const dataDir = join(folder, 'new')
    const server = await prepare({ dataDir })
    await server.up()
    for (const directory of [dataDir, join(dataDir, 'pglite')]) expect(statSync(directory).mode & 0o077).toBe(0)
  })

  test.each(['the database', 'the demonstration'])(
    'that is killed while it makes %s is made good by the next',
    async (what) => {
      const server = await prepare({ env: demonstration })
      const isUnderWay = () =>
        what === 'the database' ? existsSync(join(folder, 'pglite.unfinished')) : server.written().includes('Making')
      while (!isUnderWay()) await delay(5)
      await delay(Math.random() * 500)
      await server.kill()

      server.start()
      await server.up()
      expect(await server.stop()).toBe(0)
      expect(existsSync(join(folder, 'pglite.unfinished'))).toBe(false)
      const { db, close } = await openDatabase({ dataDir: folder })
      expect(await db.$count(reports)).toBe(stories.length)
      expect(await db.$count(staff)).toBeGreaterThan(40)
      const [row] = await db.select().from(instance)
      expect(demonstrationCode({ secret: row?.secret ?? '' }, 0)).toHaveLength(16)
      await close()
    },
  )

  test('on PostgreSQL makes no demonstration unless it is asked to', async () => {
    const { databaseUrl, remove } = await emptyPostgres()
    const server = await prepare({ databaseUrl, env: demonstration })
    await server.up()
    expect(await server.stop()).toBe(0)
    const { db, close } = await openDatabase({ databaseUrl, dataDir: folder })
    expect(await db.$count(accounts)).toBe(0)
    await close()
    await remove()
  })
})

describe('a start that has to be refused says why in one line, and leaves the other alone', () => {
  /** What it wrote before it ended, and that it ended in disorder. */
  async function refusalOf(server: Killable): Promise<string> {
    expect(await server.ended()).toBe(1)
    const lines = server.written().trim().split('\n')
    expect(lines).toHaveLength(1)
    return lines[0] ?? ''
  }

  test('a second process on the same embedded directory', async () => {
    const first = await prepare()
    await first.up()
    const second = await prepare()
    const line = await refusalOf(second)
    expect(line).toContain(folder)
    expect(line).toContain('in use by another Vijfspoor process')
    expect((await first.api.send('/api/health')).status).toBe(200)
  })

  test('a port that is in use', async () => {
    const first = await prepare()
    await first.up()
    const port = new URL(first.origin).port
    const line = await refusalOf(await prepare({ dataDir: join(folder, 'other'), env: { PORT: port } }))
    expect(line).toContain(`Port ${port} is in use`)
    // It did not even begin to make a database.
    expect(existsSync(join(folder, 'other'))).toBe(false)
  })

  test('a database that does not answer, without its password', async () => {
    const databaseUrl = 'postgres://vera:geheim@127.0.0.1:1/school'
    const line = await refusalOf(await prepare({ databaseUrl }))
    expect(line).toContain('DATABASE_URL')
    expect(line).not.toContain('geheim')
  })

  test('a setting that cannot be used, without its value', async () => {
    const line = await refusalOf(await prepare({ env: { AUTH_SECRET: 'te kort' } }))
    expect(line).toContain('AUTH_SECRET')
    expect(line).not.toContain('te kort')
  })
})
