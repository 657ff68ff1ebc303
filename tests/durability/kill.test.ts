import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { attachments, drafts, messages, reports } from '../../db/schema/index.ts'
import { expectAllThere } from '../support/durability/check.ts'
import { emptyPostgres } from '../support/durability/empty-postgres.ts'
import { endAllServers, makeKillable } from '../support/durability/killable.ts'
import { type Ordeal, tormentServer } from '../support/durability/killing.ts'
import { makeSmallSchool, type SmallSchool } from '../support/durability/school-directory.ts'
import { assertSealed } from '../support/sealed.ts'

/** On the embedded database, over two directories at once; KILLS sets another number for a quick look. */
const kills = Number(process.env['KILLS'] ?? 200)
/** It takes about 400 seconds of processor time, so minutes on two processors; longer on a machine that is busy. */
const timeout = 3_000_000
/** On PostgreSQL a kill of our process cannot harm the database, only what our own transactions leave. */
const postgresKills = Math.ceil(kills / 10)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vijfspoor-kill-'))
})
afterAll(() => {
  endAllServers()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

type Place = Readonly<{ dataDir: string; databaseUrl?: string }>

/** One database, killed so many times; then everything that was acknowledged on it is looked for. */
async function survive(place: Place, school: SmallSchool, times: number): Promise<Ordeal> {
  const server = await makeKillable(place)
  try {
    const ordeal = await tormentServer(server, school, times)
    for (const told of ordeal.told) await expectAllThere(server.api, told)
    expect(await server.stop()).toBe(0)
    await expectNothingElse(place, ordeal)
    return ordeal
  } catch (error) {
    await server.kill()
    const written = server.written().slice(-2_000)
    throw String(error).includes(written) ? error : new Error(`${String(error)}\n${written}`, { cause: error })
  }
}

/** Nothing is stored twice or half: what people were told is there is all there is. */
async function expectNothingElse(place: Place, { told }: Ordeal): Promise<void> {
  const { db, close } = await openDatabase(place)
  expect(await db.$count(reports)).toBe(told.length)
  expect(await db.$count(messages)).toBe(told.reduce((sum, { messages: own }) => sum + 1 + own.length, 0))
  expect(await db.$count(attachments)).toBe(told.length)
  expect(await db.$count(drafts)).toBeGreaterThanOrEqual(told.length)
  await assertSealed(db)
  await close()
}

describe('a server that is killed', () => {
  test(
    `${kills} times on the embedded database has every report it acknowledged`,
    async () => {
      const template = join(folder, 'template')
      const school = await makeSmallSchool({ dataDir: template })
      const lanes = ['one', 'two'].map((name) => {
        const dataDir = join(folder, name)
        cpSync(template, dataDir, { recursive: true })
        return survive({ dataDir }, school, kills / 2)
      })
      const ordeals = await Promise.all(lanes)
      const sum = (count: (ordeal: Ordeal) => number) => ordeals.reduce((total, ordeal) => total + count(ordeal), 0)
      expect(sum((ordeal) => ordeal.kills.whileServing + ordeal.kills.whileStarting)).toBe(kills)
      // It was really at work when it died, and people got through all the same.
      expect(sum(({ cuts }) => cuts)).toBeGreaterThan(kills / 4)
      expect(sum(({ told }) => told.length)).toBeGreaterThan(kills / 4)
      console.log(
        `${kills} kills, ${sum(({ kills: { whileStarting } }) => whileStarting)} while starting; ${sum(({ cuts }) => cuts)} requests cut off, ${sum(({ told }) => told.length)} reports opened`,
      )
    },
    timeout,
  )

  test(`${postgresKills} times on PostgreSQL has every report it acknowledged`, async () => {
    const { databaseUrl, remove } = await emptyPostgres()
    const place = { dataDir: join(folder, 'unused'), databaseUrl }
    const { told, cuts } = await survive(place, await makeSmallSchool(place), postgresKills)
    expect(told.length).toBeGreaterThan(0)
    expect(cuts).toBeGreaterThan(0)
    await remove()
  })
})
