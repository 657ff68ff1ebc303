import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import type { SchoolProvider } from '../../../api/school-auth.ts'
import { accountCredentials, accountSessions, accounts } from '../../../db/schema/index.ts'
import { type Browser, browserAt } from '../../support/browser-cookies.ts'
import { freePort } from '../../support/free-port.ts'
import { type OidcProvider, startOidcProvider } from '../../support/oidc-provider.ts'
import { mailOf, openSchool, type School } from '../../support/school.ts'

const origin = 'http://school.test'
const callback = `${origin}/api/auth/callback/school`

let school: School
let provider: OidcProvider
beforeAll(async () => {
  provider = await startOidcProvider(callback)
  school = await openSchool({ deps: { origin, schoolProvider: { ...provider, name: 'Schoolaccount' } } })
})
afterAll(async () => {
  await school.close()
  await provider.close()
})
beforeEach(async () => {
  await school.deps.db.delete(accountSessions)
})

/** Follows the provider's redirects, with its cookies, until it sends the browser back to the school. */
async function throughProvider(address: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = address
  for (let hops = 0; hops < 10; hops += 1) {
    if (next.startsWith(origin)) return next
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? ''
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    next = new URL(response.headers.get('location') ?? '', next).href
  }
  throw new Error('no way back')
}

const begin = async (browser: Browser): Promise<string> =>
  (await browser.send('POST', '/api/auth/sign-in/school')).body.address

/** The whole way. @returns where the page ends up. */
async function signInAtSchool(browser: Browser): Promise<string | null> {
  const back = await throughProvider(await begin(browser))
  const { status, response } = await browser.send('GET', back.slice(origin.length))
  expect(status).toBe(302)
  return response.headers.get('location')
}

const who = async (browser: Browser) => (await browser.send('GET', '/api/auth/get-session')).body

describe('the sign-in of the school', () => {
  test('is offered by its name', async () => {
    const { body } = await browserAt(school).send('GET', '/api/auth/ways')
    expect(body).toEqual({ passkeys: true, school: 'Schoolaccount' })
  })

  test('sends the browser on with PKCE, a state and a nonce, and asks for nothing but the address', async () => {
    const { searchParams } = new URL(await begin(browserAt(school)))
    expect(searchParams.get('code_challenge_method')).toBe('S256')
    expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/)
    expect(searchParams.get('state')).toMatch(/^[\w-]{32}$/)
    expect(searchParams.get('nonce')).toMatch(/^[\w-]{32}$/)
    expect(searchParams.get('redirect_uri')).toBe(callback)
    expect(searchParams.get('scope')?.split(' ').sort()).toEqual(['email', 'openid'])
  })

  test('signs somebody in whose verified address is that of an account, for as long as the browser is open', async () => {
    provider.signInAs('s-1', { email: mailOf('mentor'), isVerified: true })
    const browser = browserAt(school)
    const back = await throughProvider(await begin(browser))
    const { response } = await browser.send('GET', back.slice(origin.length))
    expect(response.headers.get('location')).toBe('/team/#school')
    expect(await who(browser)).toEqual({ name: 'Mo Meijer', email: mailOf('mentor') })
    const session = response.headers.getSetCookie().find((cookie) => cookie.startsWith('vijfspoor.session_token='))
    expect(session).toMatch(/SameSite=Strict/i)
    expect(session).not.toMatch(/Max-Age|Expires/i)
  })

  test('does so again the next time, whatever capitals the provider writes', async () => {
    provider.signInAs('s-1', { email: mailOf('mentor').toUpperCase(), isVerified: true })
    expect(await signInAtSchool(browserAt(school))).toBe('/team/#school')
  })

  test('keeps no token, no picture and no name of there', async () => {
    provider.signInAs('s-1', { email: mailOf('mentor'), isVerified: true })
    await signInAtSchool(browserAt(school))
    const rows = await school.deps.db.select().from(accountCredentials)
    const linked = rows.filter(({ providerId }) => providerId === 'school')
    expect(linked.length).toBeGreaterThan(0)
    for (const row of linked) {
      expect(row).toMatchObject({ accessToken: null, refreshToken: null, idToken: null, scope: null, password: null })
      expect(row).toMatchObject({ accessTokenExpiresAt: null, refreshTokenExpiresAt: null })
    }
    const [own] = (await school.deps.db.select().from(accounts)).filter(({ email }) => email === mailOf('mentor'))
    expect(own).toMatchObject({ name: 'Mo Meijer', image: null })
  })
})

describe('what is refused', () => {
  test.each([
    ['an address nobody here has', 'n-1', { email: 'iemand@elders.test', isVerified: true }],
    ['an address the provider did not verify', 'n-2', { email: mailOf('coordinator'), isVerified: false }],
  ])('%s', async (_, subject, entry) => {
    const before = (await school.deps.db.select().from(accounts)).length
    provider.signInAs(subject, entry)
    const browser = browserAt(school)
    expect(await signInAtSchool(browser)).toBe('/team/#school-nobody')
    expect(await who(browser)).toBe('null')
    expect((await school.deps.db.select().from(accounts)).length).toBe(before)
  })

  test('somebody who was let in before and has another address since, verified or not', async () => {
    provider.signInAs('c-1', { email: mailOf('aanspreekpunt'), isVerified: true })
    expect(await signInAtSchool(browserAt(school))).toBe('/team/#school')
    for (const entry of [
      { email: mailOf('coordinator'), isVerified: true },
      { email: 'weg@elders.test', isVerified: true },
      { email: mailOf('aanspreekpunt'), isVerified: false },
    ]) {
      provider.signInAs('c-1', entry)
      const browser = browserAt(school)
      expect(await signInAtSchool(browser)).toBe('/team/#school-nobody')
      expect(await who(browser)).toBe('null')
    }
  })

  test('a way back with a state that was made up', async () => {
    provider.signInAs('s-1', { email: mailOf('mentor'), isVerified: true })
    const browser = browserAt(school)
    const back = new URL(await throughProvider(await begin(browser)))
    back.searchParams.set('state', 'A'.repeat(32))
    const { response } = await browser.send('GET', back.href.slice(origin.length))
    expect(response.headers.get('location')).toBe('/team/#school-expired')
    expect(await who(browser)).toBe('null')
  })

  test('a way back that began in another browser, so that nobody is signed in as somebody else', async () => {
    provider.signInAs('s-1', { email: mailOf('mentor'), isVerified: true })
    const back = await throughProvider(await begin(browserAt(school)))
    const victim = browserAt(school)
    const { response } = await victim.send('GET', back.slice(origin.length))
    expect(response.headers.get('location')).toBe('/team/#school-expired')
    expect(await who(victim)).toBe('null')
  })

  test('the same way back a second time', async () => {
    provider.signInAs('s-1', { email: mailOf('mentor'), isVerified: true })
    const browser = browserAt(school)
    const back = await throughProvider(await begin(browser))
    await browser.send('GET', back.slice(origin.length))
    const { response } = await browser.send('GET', back.slice(origin.length))
    expect(response.headers.get('location')).toBe('/team/#school-expired')
  })

  test('a way back without anything, and where the provider says no', async () => {
    const browser = browserAt(school)
    const bare = await browser.send('GET', '/api/auth/callback/school')
    expect(bare.response.headers.get('location')).toBe('/team/#school-expired')
    const state = new URL(await begin(browser)).searchParams.get('state')
    const no = await browser.send('GET', `/api/auth/callback/school?error=access_denied&state=${state}`)
    expect(no.response.headers.get('location')).toBe('/team/#school-cancelled')
  })
})

describe('without a provider', () => {
  const schoolWith = (schoolProvider?: SchoolProvider) => ({
    ...school,
    app: createApp({ ...school.deps, schoolProvider }),
  })

  test('nothing is offered, and nothing is there', async () => {
    const browser = browserAt(schoolWith())
    expect((await browser.send('GET', '/api/auth/ways')).body).toEqual({ passkeys: true, school: null })
    expect((await browser.send('POST', '/api/auth/sign-in/school')).status).toBe(404)
  })

  test('that answers, passwords work and its own way says so; it is asked again when it is back', async () => {
    const port = await freePort()
    const issuer = `http://127.0.0.1:${port}`
    const down = schoolWith({ ...provider, issuer, name: 'Schoolaccount' })
    const browser = browserAt(down)
    const refusal = { status: 502, body: { refusal: 'school-unreachable' } }
    expect(await browser.send('POST', '/api/auth/sign-in/school')).toMatchObject(refusal)
    const password = school.site.staff.find(({ email }) => email === mailOf('mentor'))?.keys.authentication
    const entered = await browser.send('POST', '/api/auth/sign-in/email', { email: mailOf('mentor'), password })
    expect(entered.status).toBe(200)

    const back = await startOidcProvider(callback, port)
    back.signInAs('later', { email: mailOf('mentor'), isVerified: true })
    expect(await signInAtSchool(browserAt(down))).toBe('/team/#school')
    await back.close()
  })
})
