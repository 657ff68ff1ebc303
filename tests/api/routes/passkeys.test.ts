import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storePassword } from '../../../api/stores/staff-keys.ts'
import { passkeyBoxes, passkeys } from '../../../db/schema/index.ts'
import { toBase64Url } from '../../../web/crypto/bytes.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { sealPasskeyBox } from '../../../web/crypto/passkey-box.ts'
import { authenticator } from '../../support/authenticator.ts'
import { type Browser, browserAt } from '../../support/browser-cookies.ts'
import { codesAt } from '../../support/codes.ts'
import { mailOf, openSchool, type School } from '../../support/school.ts'
import { refused } from '../../support/school-api.ts'

const origin = 'http://school.test'
type Device = ReturnType<typeof authenticator>

let school: School
let box: string
beforeAll(async () => {
  school = await openSchool({ deps: { origin } })
  box = toBase64Url(await sealPasskeyBox((await newIdentity()).identity, new Uint8Array(32)))
})
afterAll(() => school.close())

const { accountOf, enter, isIn, secretOf, withCodes } = codesAt(() => school)

async function signedIn(who: string): Promise<Browser> {
  const browser = browserAt(school)
  await enter(browser, who)
  return browser
}

const begin = (browser: Browser, who: string) =>
  browser.send('POST', '/api/team/account/passkeys/options', { password: secretOf(who) })

async function make(browser: Browser, who: string, device: Device, how = {}) {
  const { body } = await begin(browser, who)
  const credential = device.make(body.challenge, how)
  return await browser.send('POST', '/api/team/account/passkeys', { name: 'Telefoon', credential, box })
}

async function use(browser: Browser, device: Device, how = {}) {
  const { body } = await browser.send('POST', '/api/auth/passkey/options')
  return await browser.send('POST', '/api/auth/passkey/verify', device.use(body.challenge, how))
}

const only = ({ status, body }: { status: number; body: unknown }) => ({ status, body })

describe('a passkey', () => {
  test('signs in without a password, and without a code though one is set up', async () => {
    const { browser } = await withCodes('mentor')
    const device = authenticator(origin)
    expect((await make(browser, 'mentor', device)).status).toBe(204)
    const fresh = browserAt(school)
    const { status, body, response } = await use(fresh, device)
    expect({ status, body }).toEqual({ status: 200, body: { name: 'Mo Meijer', email: mailOf('mentor') } })
    expect(await isIn(fresh)).toBe(true)
    const session = response.headers.getSetCookie().find((cookie) => cookie.startsWith('vijfspoor.session_token='))
    expect(session).not.toMatch(/Max-Age|Expires/i)
  })

  test('gives its own box to its owner, and to nobody else', async () => {
    const [owner, colleague, device] = [await signedIn('coordinator'), await signedIn('mentor2'), authenticator(origin)]
    await make(owner, 'coordinator', device)
    const path = `/api/team/account/passkey-boxes/${device.id}`
    expect(only(await owner.send('GET', path))).toEqual({ status: 200, body: { box } })
    expect(only(await colleague.send('GET', path))).toEqual(refused(404, 'passkey-unknown'))
  })

  test('is renamed and removed by its owner alone, with what it opened', async () => {
    const [owner, colleague, device] = [
      await signedIn('aanspreekpunt'),
      await signedIn('mentor2'),
      authenticator(origin),
    ]
    await make(owner, 'aanspreekpunt', device)
    const [own] = (await owner.send('GET', '/api/team/account')).body.passkeys
    expect(own).toMatchObject({ name: 'Telefoon', opensKeys: true })
    const path = `/api/team/account/passkeys/${own.id}`
    expect(only(await colleague.send('DELETE', path))).toEqual(refused(404, 'passkey-unknown'))
    expect(only(await colleague.send('PUT', path, { name: 'Van mij' }))).toEqual(refused(404, 'passkey-unknown'))
    expect((await owner.send('PUT', path, { name: 'Laptop' })).status).toBe(204)
    expect((await owner.send('GET', '/api/team/account')).body.passkeys).toMatchObject([{ name: 'Laptop' }])
    expect((await owner.send('DELETE', path)).status).toBe(204)
    expect(only(await use(browserAt(school), device))).toEqual(refused(401, 'passkey-refused'))
    const boxes = await school.deps.db.select().from(passkeyBoxes)
    expect(boxes.map(({ credentialId }) => credentialId)).not.toContain(device.id)
  })
})

test('after a new password a passkey still signs in, and no longer claims to open the keys', async () => {
  const [owner, device] = [await signedIn('vertrouwenspersoon2'), authenticator(origin)]
  await make(owner, 'vertrouwenspersoon2', device)
  const changed = { authenticationHash: 'of a new password', box: new Uint8Array(Buffer.from(box, 'base64url')) }
  await storePassword(school.deps.db, await accountOf('vertrouwenspersoon2'), changed)
  const fresh = browserAt(school)
  expect((await use(fresh, device)).status).toBe(200)
  expect((await fresh.send('GET', '/api/team/account')).body.passkeys).toMatchObject([{ opensKeys: false }])
})

describe('what is refused', () => {
  test('making one without the password', async () => {
    const browser = await signedIn('mentor2')
    const wrong = await browser.send('POST', '/api/team/account/passkeys/options', { password: 'A'.repeat(43) })
    expect(only(wrong)).toEqual(refused(401, 'sign-in-refused'))
  })

  test('a device that did not verify its owner, when it is made and when it is used', async () => {
    const browser = await signedIn('mentor2')
    const careless = await make(browser, 'mentor2', authenticator(origin), { isVerified: false })
    expect(only(careless)).toEqual(refused(401, 'passkey-refused'))
    const device = authenticator(origin)
    await make(browser, 'mentor2', device)
    const fresh = browserAt(school)
    expect(only(await use(fresh, device, { isVerified: false }))).toEqual(refused(401, 'passkey-refused'))
    expect(await isIn(fresh)).toBe(false)
  })

  test('one made or used at another address', async () => {
    const browser = await signedIn('mentor2')
    const before = (await school.deps.db.select().from(passkeys)).length
    expect(only(await make(browser, 'mentor2', authenticator('http://schoo1.test')))).toEqual(
      refused(401, 'passkey-refused'),
    )
    expect((await school.deps.db.select().from(passkeys)).length).toBe(before)
  })

  test('an answer to a question of before, or to one of another browser', async () => {
    const browser = await signedIn('mentor2')
    const device = authenticator(origin)
    await make(browser, 'mentor2', device)
    const fresh = browserAt(school)
    const { body } = await fresh.send('POST', '/api/auth/passkey/options')
    const answer = device.use(body.challenge)
    const elsewhere = await browserAt(school).send('POST', '/api/auth/passkey/verify', answer)
    expect(only(elsewhere)).toEqual(refused(401, 'passkey-refused'))
    expect((await fresh.send('POST', '/api/auth/passkey/verify', answer)).status).toBe(200)
    expect(only(await fresh.send('POST', '/api/auth/passkey/verify', answer))).toEqual(refused(401, 'passkey-refused'))
  })

  test('a credential that brings what an extension answered: that would be the key to the keys', async () => {
    const fresh = browserAt(school)
    const { body } = await fresh.send('POST', '/api/auth/passkey/options')
    const credential = authenticator(origin).use(body.challenge)
    const leaking = { ...credential, clientExtensionResults: { prf: { results: { first: 'A'.repeat(43) } } } }
    expect(only(await fresh.send('POST', '/api/auth/passkey/verify', leaking))).toEqual(refused(400, 'input-malformed'))
  })

  test('a blocked account', async () => {
    const [owner, device] = [await signedIn('vertrouwenspersoon'), authenticator(origin)]
    await make(owner, 'vertrouwenspersoon', device)
    const administrator = await signedIn('beheerder')
    const holder = school.site.staff.find(({ email }) => email === mailOf('vertrouwenspersoon'))?.holder
    await administrator.send('PUT', `/api/team/sites/ede/staff/${holder}/block`)
    expect(only(await use(browserAt(school), device))).toEqual(refused(401, 'passkey-refused'))
  })
})
