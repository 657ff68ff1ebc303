import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { queueMail } from '../../api/stores/mails.ts'
import { type Database, databaseKinds, openDatabase } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { accounts, mails } from '../../db/schema/index.ts'
import { ended, startMailProcess } from '../support/mail-process.ts'
import { type MailSink, readMail, startMailSink } from '../support/mail-sink.ts'
import { makePostgresDatabase, type PostgresDatabase } from '../support/postgres-database.ts'

describe.each(databaseKinds)('mail on %s', (kind) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vijfspoor-mail-'))
  const account = randomUUID()
  let database: PostgresDatabase | null = null
  let sink: MailSink

  /** The embedded database has one user at a time, so the test lets go before a process starts. */
  async function onDatabase<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
    const { db, close } = await openDatabase({ dataDir, databaseUrl: database?.url })
    try {
      return await work(db)
    } finally {
      await close()
    }
  }

  const start = (aheadMinutes = 0) =>
    startMailProcess({ dataDir, databaseUrl: database?.url, smtp: sink.url, aheadMinutes })
  const queue = (count: number) =>
    onDatabase(async (db) => {
      await db.delete(mails)
      const mail = { kind: 'task', account, dueAt: new Date('2026-01-01T00:00:00Z') } as const
      for (let index = 0; index < count; index += 1) await queueMail(db, { ...mail, occasion: `task ${index}` })
    })
  const stored = () => onDatabase((db) => db.select().from(mails))
  const messageIds = () => sink.mails.map((mail) => readMail(mail).header('Message-ID'))

  beforeAll(async () => {
    database = kind === 'postgres' ? await makePostgresDatabase() : null
    await onDatabase(async (db) => {
      await migrate(db)
      await db.insert(accounts).values({ id: account, name: 'Vera Visser', email: 'vera@school.test' })
    })
  })
  afterAll(async () => {
    await database?.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  beforeEach(async () => {
    sink = await startMailSink()
    onTestFinished(() => sink.close())
  })

  test('that a process had in hand when it was killed is sent by the next one, once', async () => {
    await queue(3)
    const held = sink.hold()
    const first = start()
    await held.untilHeld
    first.kill('SIGKILL')
    expect(await ended(first)).toBeNull()
    held.release()
    expect(sink.mails).toEqual([])

    // Nobody else touches what may still be on its way.
    expect(await ended(start())).toBe(0)
    const inHand = (await stored()).filter(({ sentOn }) => sentOn === null)
    expect([sink.mails.length, inHand.length]).toEqual([2, 1])

    await onDatabase((db) => db.update(mails).set({ claimedUntil: new Date(Date.now() - 1_000) }))
    expect(await ended(start())).toBe(0)
    expect(messageIds().sort()).toEqual((await stored()).map(({ id }) => `<${id}@school.test>`).sort())
  })

  test('is not held up by a claim that a clock far ahead once made', async () => {
    await queue(1)
    const nextWeek = new Date(Date.now() + 7 * 86_400_000)
    await onDatabase((db) => db.update(mails).set({ claimedUntil: nextWeek }))
    expect(await ended(start())).toBe(0)
    expect(sink.mails).toHaveLength(1)
  })

  const severalProcesses = async () => {
    await queue(30)
    const processes = [0, 60, -60, 24 * 60, -24 * 60].map(start)
    expect(await Promise.all(processes.map(ended))).toEqual([0, 0, 0, 0, 0])
    expect(sink.mails).toHaveLength(30)
    expect(new Set(messageIds()).size).toBe(30)
    expect((await stored()).every(({ sentOn }) => sentOn !== null)).toBe(true)
  }
  // The embedded database refuses a second process.
  if (kind === 'postgres')
    test('is sent once by processes that work at once, each with another clock', severalProcesses)
})
