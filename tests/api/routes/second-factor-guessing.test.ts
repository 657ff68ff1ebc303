import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signInFailures, verifications } from '../../../db/schema/index.ts'
import { browserAt } from '../../support/browser-cookies.ts'
import { codesAt } from '../../support/codes.ts'
import { openSchool, type School } from '../../support/school.ts'
import { appCode } from '../../support/totp.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())
// What was tried in one test must not slow down the next.
beforeEach(async () => {
  await school.deps.db.delete(signInFailures)
  await school.deps.db.delete(verifications)
})

const { afterPassword, enter, giveCode, withCodes } = codesAt(() => school)

describe('guessing codes', () => {
  test.each([
    ['of the app', (tries: number) => String(100_000 + tries)],
    ['that were printed', (tries: number) => `ZZZZ-ZZZZ-ZZ${10 + tries}`],
  ])('%s is slowed, also with the password given again and again', async (_, guess) => {
    await withCodes('mentor')
    const statuses = []
    for (let tries = 0; tries < 7; tries += 1) {
      statuses.push((await giveCode(await afterPassword('mentor'), guess(tries))).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  })

  test('at a screen left open is slowed as well', async () => {
    const { browser } = await withCodes('mentor')
    const off = (tries: number) =>
      browser.send('POST', '/api/team/account/second-factor/off', { code: `20000${tries}` })
    const statuses = []
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await off(tries)).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('keeps the owner waiting for five minutes at most', async () => {
    const { secret } = await withCodes('mentor')
    for (let tries = 0; tries < 40; tries += 1) {
      await giveCode(await afterPassword('mentor'), String(300_000 + tries))
      school.pass(600_000)
    }
    await giveCode(await afterPassword('mentor'), '400000')
    school.pass(299_000)
    expect((await giveCode(await afterPassword('mentor'), appCode(secret))).status).toBe(429)
    school.pass(1_000)
    expect((await giveCode(await afterPassword('mentor'), appCode(secret))).status).toBe(200)
  })

  test('of passwords does not keep the owner from giving a code', async () => {
    const { secret } = await withCodes('mentor')
    const browser = await afterPassword('mentor')
    for (let tries = 0; tries < 8; tries += 1) await enter(browserAt(school), 'mentor', 'A'.repeat(43))
    expect((await giveCode(browser, appCode(secret))).status).toBe(200)
  })
})
