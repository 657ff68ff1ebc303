import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { accounts } from '../../db/schema/index.ts'
import { fillWithPeople } from '../support/own-school.ts'
import { startServer } from '../support/server.ts'
import { runSetup } from '../support/set-up.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'vijfspoor-setup-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const noor = ['--name', 'Noor Jansen', '--email', 'Noor@School.test']
const link = /^\/team\/welkom\/#[A-Za-z0-9_-]{43}$/

async function namesIn(): Promise<readonly string[]> {
  const { db, close } = await openDatabase({ dataDir })
  try {
    return (await db.select({ email: accounts.email }).from(accounts)).map(({ email }) => email)
  } finally {
    await close()
  }
}

test('a school begins with a link, and another one as long as nobody used it', async () => {
  const first = await runSetup({ dataDir }, ...noor)
  const second = await runSetup({ dataDir, env: { ORIGIN: 'https://vijfspoor.school.test' } }, ...noor)
  for (const { path } of [first, second]) expect(path).toMatch(link)
  expect(second.path).not.toBe(first.path)
  expect(second.printed).toContain(`https://vijfspoor.school.test${second.path}`)
  expect(second.printed).toContain('director')
  expect(await namesIn()).toEqual(['noor@school.test'])
})

test('without a name or a usable address nothing happens, and it says what to type', async () => {
  for (const words of [[], ['--name', 'Noor Jansen'], ['--name', 'Noor Jansen', '--email', 'noor']]) {
    await expect(runSetup({ dataDir }, ...words)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm run setup -- --name'),
    })
  }
})

test('where somebody can invite others already it refuses, and says who', async () => {
  const chief = { email: 'chef@school.test', password: 'geheim-genoeg', name: 'Chef', site: 'ede' }
  await fillWithPeople({ dataDir }, [{ ...chief, roles: ['director'] }])
  await expect(runSetup({ dataDir }, ...noor)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(chief.email),
  })
  expect(await namesIn()).toEqual([chief.email])
})

test('a server without staff says how to begin, and setting up waits until it has stopped', async () => {
  const server = await startServer({ dataDir, env: { DEMO: '0', DIST_DIR: process.env['DIST_DIR'] ?? 'dist' } })
  try {
    // It answers a moment before it has said so.
    await expect.poll(() => server.log(), { timeout: 60_000 }).toContain('npm run setup')
    await expect(runSetup({ dataDir }, ...noor)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is in use by another Vijfspoor process'),
    })
  } finally {
    await server.stop()
  }
  expect((await runSetup({ dataDir }, ...noor)).path).toMatch(link)
})
