import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockDraft } from '../../../api/stores/drafts.ts'
import { hashOf } from '../../../api/stores/hashes.ts'
import { lockReport } from '../../../api/stores/reports.ts'
import { lockFailures } from '../../../api/stores/sign-in-failures.ts'
import { transact } from '../../../api/stores/transact.ts'
import type { Database } from '../../../db/connect.ts'
import { openSchool, type School } from '../../support/school.ts'
import { placeOf, told } from '../../support/told.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

/** Two that want the same row: in which order each got it and let it go. */
async function twoAtOnce(lock: (tx: Database) => Promise<unknown>): Promise<string[]> {
  const { db } = school.deps
  // Opens the connections first, so that the second does not come late for that reason.
  await Promise.all(Array.from({ length: 4 }, () => db.execute(sql`select pg_sleep(0.01)`)))
  const order: string[] = []
  let second: Promise<unknown> = Promise.resolve()
  await transact(db, async (tx) => {
    await lock(tx)
    second = transact(db, async (other) => {
      await lock(other)
      order.push('second has it')
    })
    // Round trips enough for the second to have come in, if it could.
    for (let question = 0; question < 300; question += 1) await tx.execute(sql`select 1`)
    order.push('first lets go')
  })
  await second
  return order
}

describe('the second waits for the first', () => {
  const inTurn = ['first lets go', 'second has it']

  test('at a draft: a chunk cannot slip past the count while a report is sent', async () => {
    const tokenHash = hashOf(Buffer.from(await school.openDraft('ede'), 'base64url'))
    expect(await twoAtOnce((tx) => lockDraft(tx, tokenHash))).toEqual(inTurn)
  })

  test('at a report: no two messages get one place', async () => {
    const reporter = await told(school, ['contactPerson'])
    expect(await twoAtOnce((tx) => lockReport(tx, placeOf(reporter)))).toEqual(inTurn)
  })

  test('at an account, also the first time: no two guesses are both the first', async () => {
    expect(await twoAtOnce((tx) => lockFailures(tx, 'a hash'))).toEqual(inTurn)
    expect(await twoAtOnce((tx) => lockFailures(tx, 'a hash'))).toEqual(inTurn)
  })
})

describe('a transaction', () => {
  const raced = Object.assign(
    new Error('Failed query', { cause: Object.assign(new Error('raced'), { code: '40001' }) }),
  )

  test('that another one got in between is done again', async () => {
    let tries = 0
    const result = await transact(school.deps.db, async () => {
      tries += 1
      if (tries < 3) throw raced
      return 'done'
    })
    expect([result, tries]).toEqual(['done', 3])
  })

  test('is not done again for ever, nor for any other fault', async () => {
    let tries = 0
    const fail = (error: Error) =>
      transact(school.deps.db, async () => {
        tries += 1
        throw error
      })
    await expect(fail(raced)).rejects.toBe(raced)
    expect(tries).toBe(4)
    await expect(fail(new Error('a fault of the program'))).rejects.toThrow('a fault of the program')
    expect(tries).toBe(5)
  })
})
