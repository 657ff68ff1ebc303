import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { createAuth } from '../../../api/auth.ts'
import { accountCredentials, accountSessions, signInFailures } from '../../../db/schema/index.ts'
import { mailOf, openSchool, type School } from '../../support/school.ts'
import { apiOf, refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { signInAs } from '../../support/staff.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const secretOf = (who: string) =>
  school.site.staff.find(({ email }) => email === mailOf(who))?.keys.authentication ?? ''
const wrongSecret = 'A'.repeat(43)
const path = '/api/auth/sign-in/email'

const post = async (api: SchoolApi, body: unknown, headers: Record<string, string> = {}) =>
  api.send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** As a browser says what it is, and as a proxy says whom it speaks for. */
const traces = {
  'user-agent': 'Mozilla/5.0 (Herkenbaar)',
  'x-forwarded-for': '203.0.113.7',
  'x-real-ip': '203.0.113.7',
}

describe('signing in', () => {
  test('gives a session that ends with the browser, and the name, and nothing else', async () => {
    const response = await post(school.api, { email: mailOf('mentor'), password: secretOf('mentor') })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ name: 'Mo Meijer', email: mailOf('mentor') })
    const cookies = response.headers.getSetCookie()
    expect(cookies.some((cookie) => cookie.startsWith('vijfspoor.session_token='))).toBe(true)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/i)
      expect(cookie).toMatch(/; SameSite=Strict/i)
      expect(cookie).not.toMatch(/; (Max-Age|Expires|Domain)=/i)
    }
  })

  test('keeps no address and no device, and ends within a school day', async () => {
    await school.deps.db.delete(accountSessions)
    await post(school.api, { email: mailOf('mentor'), password: secretOf('mentor') }, traces)
    const [session] = await school.deps.db.select().from(accountSessions)
    expect(session).toMatchObject({ ipAddress: null, userAgent: null })
    expect(JSON.stringify(session)).not.toMatch(/Herkenbaar|203\.0\.113/)
    const hours = ((session?.expiresAt.getTime() ?? 0) - (session?.createdAt.getTime() ?? 0)) / 3_600_000
    expect(hours).toBeCloseTo(10, 2)
  })

  test('takes the address in capitals and with spaces', async () => {
    const email = ` ${mailOf('mentor').toUpperCase()} `
    expect((await post(school.api, { email, password: secretOf('mentor') })).status).toBe(200)
  })

  test('keeps only a hash of what the browser sent', async () => {
    const rows = await school.deps.db.select().from(accountCredentials)
    expect(rows.length).toBeGreaterThan(0)
    for (const { password } of rows) expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(JSON.stringify(rows)).not.toContain(secretOf('mentor'))
  })

  test('marks the cookies for https only where the school says that it speaks it', async () => {
    const auth = createAuth({ ...school.deps, origin: 'https://vijfspoor.school.test' })
    const answer = await auth.api.signInEmail({
      body: { email: mailOf('mentor'), password: secretOf('mentor') },
      asResponse: true,
    })
    const cookies = answer.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-.*; Secure/i)
  })
})

describe('what is refused', () => {
  test('a wrong secret and an unknown address, with the same words', async () => {
    const wrong = await post(school.api, { email: mailOf('aanspreekpunt'), password: wrongSecret })
    const unknown = await post(school.api, { email: 'niemand@school.test', password: wrongSecret })
    const plain = async (response: Response) => ({
      status: response.status,
      headers: [...response.headers],
      body: await response.text(),
    })
    const answers = [await plain(wrong), await plain(unknown)]
    expect(answers[0]).toMatchObject({ status: 401, body: '{"refusal":"sign-in-refused"}' })
    expect(answers[1]).toEqual(answers[0])
  })

  test.each([
    ['a password, which must never come here', { email: 'a@school.test', password: 'geheim-genoeg' }],
    ['no address', { password: wrongSecret }],
    ['an address that is none', { email: 'mentor', password: wrongSecret }],
    ['to be remembered', { email: 'a@school.test', password: wrongSecret, rememberMe: true }],
    ['a place to go on to', { email: 'a@school.test', password: wrongSecret, callbackURL: 'https://evil.test' }],
    ['a list', []],
  ])('%s', async (_, body) => {
    expect(await sendJson(school.api, 'POST', path, body)).toEqual(refused(400, 'input-malformed'))
  })

  test('a page of another site', async () => {
    const right = { email: mailOf('mentor'), password: secretOf('mentor') }
    const foreign = apiOf(school.app.fetch, { origin: 'https://evil.test' })
    expect(await sendJson(foreign, 'POST', path, right)).toEqual(refused(403, 'origin-foreign'))
  })

  test('behind a proxy everything but the public address, whatever host the proxy asks for', async () => {
    const origin = 'https://vijfspoor.school.test'
    const app = createApp({ ...school.deps, origin })
    const right = { email: mailOf('mentor'), password: secretOf('mentor') }
    const from = (address: string) => apiOf(app.fetch, { host: '127.0.0.1:4321', origin: address })
    expect((await sendJson(from(origin), 'POST', path, right)).status).toBe(200)
    expect(await sendJson(from('http://127.0.0.1:4321'), 'POST', path, right)).toEqual(refused(403, 'origin-foreign'))
    expect(await sendJson(from('https://evil.test'), 'POST', path, right)).toEqual(refused(403, 'origin-foreign'))
  })

  test.each([
    ['POST', '/api/auth/sign-up/email'],
    ['POST', '/api/auth/request-password-reset'],
    ['POST', '/api/auth/change-email'],
    ['POST', '/api/auth/update-user'],
    ['GET', '/api/auth/list-sessions'],
    ['GET', '/api/auth/ok'],
  ])('%s %s, which the library has and the school does not use', async (method, address) => {
    const response = await school.api.send(address, {
      method,
      ...(method === 'POST' && { headers: { 'content-type': 'application/json' }, body: '{}' }),
    })
    expect(response.status).toBe(404)
  })
})

describe('guessing', () => {
  async function guess(email: string, times: number) {
    const answers = []
    for (let tries = 0; tries < times; tries += 1) {
      const response = await post(school.api, { email, password: wrongSecret })
      answers.push({ status: response.status, after: response.headers.get('retry-after'), body: await response.text() })
    }
    return answers
  }

  test('is slowed for an account and for an address that is nobody’s alike', async () => {
    const known = await guess(mailOf('beheerder'), 7)
    expect(known.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect(known.at(-1)).toEqual({ status: 429, after: '2', body: '{"refusal":"sign-in-later","seconds":2}' })
    expect(await guess('nog.niemand@school.test', 7)).toEqual(known)
  })

  test('keeps the owner waiting too, but not for long', async () => {
    await guess(mailOf('coordinator'), 6)
    const right = { email: mailOf('coordinator'), password: secretOf('coordinator') }
    expect((await post(school.api, right)).status).toBe(429)
    school.pass(2_000)
    expect((await post(school.api, right)).status).toBe(200)
    expect((await post(school.api, right)).status).toBe(200)
  })

  test('of one account does not slow another', async () => {
    await guess('iemand.anders@school.test', 8)
    expect((await post(school.api, { email: mailOf('mentor2'), password: secretOf('mentor2') })).status).toBe(200)
  })

  test('twenty times at the same moment counts twenty times', async () => {
    const email = 'tegelijk@school.test'
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(school.api, { email, password: wrongSecret })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
  })

  test('leaves no address behind', async () => {
    await guess('spoor@school.test', 1)
    expect(JSON.stringify(await school.deps.db.select().from(signInFailures))).not.toContain('school.test')
  })
})

describe('a session', () => {
  test('is known until it is signed out', async () => {
    const { api } = await signInAs(school, 'aanspreekpunt')
    const who = async () => (await api.send('/api/auth/get-session')).json()
    expect(await who()).toEqual({ name: 'Anna Aker', email: mailOf('aanspreekpunt') })
    const out = await api.send('/api/auth/sign-out', { method: 'POST' })
    expect(out.status).toBe(204)
    expect(await who()).toBeNull()
    expect((await api.send('/api/team/me')).status).toBe(401)
  })

  test('holds in another process of the school', async () => {
    const { cookie } = await signInAs(school, 'mentor')
    const restarted = apiOf(createApp(school.deps).fetch, { cookie })
    expect((await restarted.send('/api/team/me')).status).toBe(200)
  })

  test('with one changed sign is none', async () => {
    const { cookie } = await signInAs(school, 'mentor')
    const changed = apiOf(school.app.fetch, { cookie: cookie.replace(/.(?=\.)/, (sign) => (sign === 'a' ? 'b' : 'a')) })
    expect((await changed.send('/api/team/me')).status).toBe(401)
  })

  test('cannot be used by a page of another site, nor without saying where from', async () => {
    const { cookie } = await signInAs(school, 'mentor')
    const foreign = apiOf(school.app.fetch, { cookie, origin: 'https://evil.test' })
    const answer = await sendJson(foreign, 'PUT', `/api/team/reports/ede/${crypto.randomUUID()}/read`, { sequence: 1 })
    expect(answer).toEqual(refused(403, 'origin-foreign'))
    const silent = new Request('http://school.test/api/auth/sign-out', { method: 'POST', headers: { cookie } })
    expect((await school.app.fetch(silent)).status).toBe(403)
  })
})
