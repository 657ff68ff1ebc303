import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accountSessions, auditEvents, signInFailures, twoFactors, verifications } from '../../../db/schema/index.ts'
import { browserAt } from '../../support/browser-cookies.ts'
import { codesAt } from '../../support/codes.ts'
import { mailOf, openSchool, type School } from '../../support/school.ts'
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

const { accountOf, afterPassword, enter, giveCode, isIn, secretOf, withCodes } = codesAt(() => school)

describe('setting up one-time codes', () => {
  test('gives an address for the app, its secret and ten printed codes, and asks nothing yet', async () => {
    const browser = browserAt(school)
    await enter(browser, 'mentor')
    const { body } = await browser.send('POST', '/api/team/account/second-factor', { password: secretOf('mentor') })
    expect(body.address).toMatch(/^otpauth:\/\/totp\//)
    expect(body.address).toContain(`secret=${body.secret}`)
    expect(decodeURIComponent(body.address)).toContain(mailOf('mentor'))
    expect(new Set(body.backupCodes).size).toBe(10)
    for (const code of body.backupCodes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect((await enter(browserAt(school), 'mentor')).body).toEqual({ name: 'Mo Meijer', email: mailOf('mentor') })
  })

  test('needs the password, so that nobody does it at a screen left open', async () => {
    const browser = browserAt(school)
    await enter(browser, 'mentor')
    const wrong = await browser.send('POST', '/api/team/account/second-factor', { password: 'A'.repeat(43) })
    expect(wrong).toMatchObject({ status: 401, body: { refusal: 'sign-in-refused' } })
  })

  test('is done only when the app gave a right code, and then once', async () => {
    const browser = browserAt(school)
    await enter(browser, 'coordinator')
    const start = () => browser.send('POST', '/api/team/account/second-factor', { password: secretOf('coordinator') })
    const { body } = await start()
    const confirm = (code: string) => browser.send('POST', '/api/team/account/second-factor/confirm', { code })
    expect(await confirm('000000')).toMatchObject({ status: 401, body: { refusal: 'code-refused' } })
    expect(await confirm(body.backupCodes[0])).toMatchObject({ status: 401, body: { refusal: 'code-refused' } })
    expect((await browser.send('GET', '/api/team/account')).body.hasSecondFactor).toBe(false)
    const before = browser.cookie()
    expect((await confirm(appCode(body.secret))).status).toBe(204)
    expect(browser.cookie()).not.toBe(before)
    expect((await browser.send('GET', '/api/team/account')).body.hasSecondFactor).toBe(true)
    expect(await start()).toMatchObject({ status: 409, body: { refusal: 'second-factor-on' } })
  })

  test('keeps neither the secret nor a printed code in the database as it is', async () => {
    const { secret, backupCodes } = await withCodes('mentor')
    const stored = JSON.stringify(await school.deps.db.select().from(twoFactors))
    for (const one of [secret, ...backupCodes]) expect(stored).not.toContain(one)
  })

  test('is written down, as is doing without', async () => {
    const { secret, browser } = await withCodes('mentor2')
    await browser.send('POST', '/api/team/account/second-factor/off', { code: appCode(secret) })
    const rows = await school.deps.db
      .select({ action: auditEvents.action, detail: auditEvents.detail })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, await accountOf('mentor2')))
      .orderBy(auditEvents.sequence)
    expect(rows.filter(({ action }) => action === 'second-factor-changed').map(({ detail }) => detail)).toEqual([
      'on',
      'off',
    ])
  })
})

describe('signing in with a code', () => {
  test('the password alone gives no session, and nothing of the keys', async () => {
    await withCodes('mentor')
    const rows = async () => (await school.deps.db.select().from(accountSessions)).length
    const before = await rows()
    const browser = await afterPassword('mentor')
    expect(await rows()).toBe(before)
    expect((await browser.send('GET', '/api/team/me')).status).toBe(401)
    expect((await browser.send('GET', '/api/auth/get-session')).body).toBe('null')
  })

  test('a code of the app does, for a session that ends with the browser', async () => {
    const { secret } = await withCodes('mentor')
    const browser = await afterPassword('mentor')
    const spaced = appCode(secret).replace(/(...)/, '$1 ')
    const { status, body, response } = await giveCode(browser, spaced)
    expect({ status, body }).toEqual({ status: 200, body: { name: 'Mo Meijer', email: mailOf('mentor') } })
    expect(await isIn(browser)).toBe(true)
    const session = response.headers.getSetCookie().find((cookie) => cookie.startsWith('vijfspoor.session_token='))
    expect(session).not.toMatch(/Max-Age|Expires/i)
  })

  test('a code does not work twice, not even in the half minute it stands', async () => {
    const { secret } = await withCodes('mentor')
    const code = appCode(secret)
    expect((await giveCode(await afterPassword('mentor'), code)).status).toBe(200)
    expect(await giveCode(await afterPassword('mentor'), code)).toMatchObject({
      status: 401,
      body: { refusal: 'code-refused' },
    })
    expect((await giveCode(await afterPassword('mentor'), appCode(secret, 1))).status).toBe(200)
  })

  test('a printed code works once, however it is typed', async () => {
    const { backupCodes } = await withCodes('mentor')
    const [code = ''] = backupCodes
    expect((await giveCode(await afterPassword('mentor'), ` ${code.toLowerCase().replaceAll('-', ' ')}`)).status).toBe(
      200,
    )
    await school.deps.db.delete(verifications)
    expect(await giveCode(await afterPassword('mentor'), code)).toMatchObject({
      status: 401,
      body: { refusal: 'code-refused' },
    })
  })

  test.each(['', '12345', 'abcdef', '0'.repeat(41), '١٢٣٤٥٦'])('%o is no code', async (code) => {
    await withCodes('mentor')
    const { status } = await giveCode(await afterPassword('mentor'), code)
    expect([400, 401]).toContain(status)
  })

  test('a code without a password before it is of no use', async () => {
    const { secret } = await withCodes('mentor')
    expect(await giveCode(browserAt(school), appCode(secret))).toMatchObject({
      status: 401,
      body: { refusal: 'sign-in-expired' },
    })
  })

  test('the code of a colleague is of no use, whoever is signed in here', async () => {
    const { secret, browser } = await withCodes('coordinator')
    await withCodes('mentor')
    const cookie = `${browser.cookie()}; ${(await afterPassword('mentor')).cookie()}`
    const code = appCode(secret)
    const answer = await browserAt(school).send('POST', '/api/auth/two-factor/verify', { code }, { cookie })
    expect(answer).toMatchObject({ status: 401, body: { refusal: 'code-refused' } })
  })

  test('after five wrong codes the password is asked anew', async () => {
    const { secret } = await withCodes('mentor')
    const browser = await afterPassword('mentor')
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await giveCode(browser, `00000${tries}`)).body).toEqual({ refusal: 'code-refused' })
    }
    school.pass(3_600_000)
    expect((await giveCode(browser, '111111')).body).toEqual({ refusal: 'sign-in-expired' })
    school.pass(3_600_000)
    expect((await giveCode(browser, appCode(secret))).body).toEqual({ refusal: 'sign-in-expired' })
  })
})

describe('fresh printed codes', () => {
  const path = '/api/team/account/second-factor/backup-codes'

  test('take the place of those of before, which work no more', async () => {
    const { backupCodes, browser } = await withCodes('mentor')
    const { status, body } = await browser.send('POST', path, { password: secretOf('mentor') })
    expect(status).toBe(200)
    expect(new Set([...body.backupCodes, ...backupCodes]).size).toBe(20)
    expect((await giveCode(await afterPassword('mentor'), backupCodes[0] ?? '')).body).toEqual({
      refusal: 'code-refused',
    })
    expect((await giveCode(await afterPassword('mentor'), body.backupCodes[0])).status).toBe(200)
  })

  test('take the password, and codes that are on', async () => {
    const { browser, backupCodes } = await withCodes('mentor')
    const wrong = await browser.send('POST', path, { password: 'A'.repeat(43) })
    expect(wrong).toMatchObject({ status: 401, body: { refusal: 'sign-in-refused' } })
    expect((await giveCode(await afterPassword('mentor'), backupCodes[0] ?? '')).status).toBe(200)
    const plain = browserAt(school)
    await enter(plain, 'directeur')
    const off = await plain.send('POST', path, { password: secretOf('directeur') })
    expect(off).toMatchObject({ status: 409, body: { refusal: 'second-factor-off' } })
  })
})

describe('doing without', () => {
  test('takes a fresh code, and then the password is enough again', async () => {
    const { secret, browser } = await withCodes('mentor')
    const off = (code: string) => browser.send('POST', '/api/team/account/second-factor/off', { code })
    expect(await off('000000')).toMatchObject({ status: 401, body: { refusal: 'code-refused' } })
    expect((await off(appCode(secret))).status).toBe(204)
    expect((await enter(browserAt(school), 'mentor')).body).toEqual({ name: 'Mo Meijer', email: mailOf('mentor') })
    const own = eq(twoFactors.userId, await accountOf('mentor'))
    expect(await school.deps.db.select().from(twoFactors).where(own)).toEqual([])
  })

  test('is possible with a printed code, for whoever has a new phone', async () => {
    const { backupCodes, browser } = await withCodes('mentor')
    expect((await browser.send('POST', '/api/team/account/second-factor/off', { code: backupCodes[3] })).status).toBe(
      204,
    )
  })
})
