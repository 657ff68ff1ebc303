import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accountSessions } from '../../../db/schema/index.ts'
import { type Browser, browserAt } from '../../support/browser-cookies.ts'
import { mailOf, openSchool, type School } from '../../support/school.ts'
import { apiOf, refused } from '../../support/school-api.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())
beforeEach(async () => {
  await school.deps.db.delete(accountSessions)
})

const cookieName = 'vijfspoor.session_token'

async function signedIn(who = 'mentor', browser: Browser = browserAt(school)): Promise<Browser> {
  const password = school.site.staff.find(({ email }) => email === mailOf(who))?.keys.authentication
  const { status } = await browser.send('POST', '/api/auth/sign-in/email', { email: mailOf(who), password })
  expect(status).toBe(200)
  return browser
}

const isIn = async (browser: Browser) => (await browser.send('GET', '/api/team/me')).status === 200
type Listed = { id: string; since: string; isThis: boolean }
const sessionsOf = async (browser: Browser): Promise<Listed[]> =>
  (await browser.send('GET', '/api/team/account')).body.sessions

describe('my sessions', () => {
  test('are listed with since when, this one marked, and with nothing about a device', async () => {
    const [first, second] = [await signedIn(), await signedIn()]
    await signedIn('coordinator')
    const listed = await sessionsOf(first)
    expect(listed).toHaveLength(2)
    expect(listed.filter(({ isThis }) => isThis)).toHaveLength(1)
    expect(Object.keys(listed[0] ?? {}).sort()).toEqual(['id', 'isThis', 'since'])
    const [here, there] = [listed.find(({ isThis }) => isThis), (await sessionsOf(second)).find(({ isThis }) => isThis)]
    expect(here?.id).not.toBe(there?.id)
  })

  test('can be ended one by one, also somewhere else', async () => {
    const [here, there] = [await signedIn(), await signedIn()]
    const other = (await sessionsOf(here)).find(({ isThis }) => !isThis)
    expect((await here.send('DELETE', `/api/team/account/sessions/${other?.id}`)).status).toBe(204)
    expect(await isIn(there)).toBe(false)
    expect(await isIn(here)).toBe(true)
  })

  test('are mine alone: that of a colleague goes on', async () => {
    const [here, colleague] = [await signedIn(), await signedIn('coordinator')]
    const theirs = (await sessionsOf(colleague))[0]
    await here.send('DELETE', `/api/team/account/sessions/${theirs?.id}`)
    expect(await isIn(colleague)).toBe(true)
  })

  test('end all at once, this one too, and their cookies stay refused', async () => {
    const [here, there, colleague] = [await signedIn(), await signedIn(), await signedIn('coordinator')]
    const old = here.cookie()
    expect((await here.send('DELETE', '/api/team/account/sessions')).status).toBe(204)
    expect(here.cookies.has(cookieName)).toBe(false)
    expect(await isIn(there)).toBe(false)
    expect((await apiOf(school.app.fetch, { cookie: old }).send('/api/team/me')).status).toBe(401)
    expect(await isIn(colleague)).toBe(true)
  })

  test('are new after each signing in: a cookie that somebody planted gives nothing', async () => {
    const planted = await signedIn('coordinator')
    const victim = browserAt(school)
    victim.cookies.set(cookieName, planted.cookies.get(cookieName) ?? '')
    await signedIn('mentor', victim)
    expect(victim.cookies.get(cookieName)).not.toBe(planted.cookies.get(cookieName))
    expect(await isIn(planted)).toBe(false)
  })

  test('of before end when somebody signs in anew in the same browser', async () => {
    const browser = await signedIn()
    const before = browser.cookie()
    await signedIn('mentor', browser)
    expect(await sessionsOf(browser)).toHaveLength(1)
    expect((await apiOf(school.app.fetch, { cookie: before }).send('/api/team/me')).status).toBe(401)
  })
})

describe('a page of another site', () => {
  test.each([
    ['DELETE', '/api/team/account/sessions'],
    ['DELETE', '/api/team/account/sessions/abc'],
    ['POST', '/api/team/account/second-factor'],
    ['POST', '/api/team/account/second-factor/confirm'],
    ['POST', '/api/team/account/second-factor/off'],
    ['POST', '/api/team/account/passkeys/options'],
    ['POST', '/api/team/account/passkeys'],
    ['PUT', '/api/team/account/passkeys/abc'],
    ['DELETE', '/api/team/account/passkeys/abc'],
    ['POST', '/api/auth/two-factor/verify'],
    ['POST', '/api/auth/passkey/options'],
    ['POST', '/api/auth/passkey/verify'],
    ['POST', '/api/auth/sign-in/school'],
  ])('cannot %s %s', async (method, path) => {
    const browser = await signedIn()
    const body = method === 'DELETE' ? undefined : {}
    const foreign = await browser.send(method, path, body, { origin: 'https://evil.test' })
    expect({ status: foreign.status, body: foreign.body }).toEqual(refused(403, 'origin-foreign'))
    expect(await isIn(browser)).toBe(true)
  })
})
