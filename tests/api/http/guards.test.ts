import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { emptySchool } from '../../support/app.ts'

let school: Awaited<ReturnType<typeof emptySchool>>
beforeAll(async () => {
  school = await emptySchool()
}, 60_000)
afterAll(() => school.close())

const secretText = 'iets wat niemand mag zien'

const post = (path: string, body: BodyInit | null, headers: Record<string, string> = {}) =>
  createApp(school.deps).request(`http://school.test${path}`, {
    ...{ method: 'POST', body },
    headers: { host: 'school.test', 'content-type': 'application/json', ...headers },
  })
const search = (body: BodyInit, headers: Record<string, string> = {}) =>
  post('/api/sites/ede/staff-search', body, headers)

const answerOf = async (response: Response) => [response.status, await response.json()]

describe('a body', () => {
  test('that is not JSON is refused, whatever it says it is', async () => {
    expect(await answerOf(await search(`{"name":"${secretText}`))).toEqual([400, { refusal: 'not-json' }])
    expect(await answerOf(await search(secretText))).toEqual([400, { refusal: 'not-json' }])
  })

  test.each([
    ['text/plain', 'a form of another site'],
    ['application/x-www-form-urlencoded', 'a form of another site'],
    ['multipart/form-data; boundary=x', 'a form of another site'],
    ['application/xml', 'what nobody here reads'],
  ])('of type %s, %s, is refused', async (type) => {
    const response = await search(JSON.stringify({ name: 'an' }), { 'content-type': type })
    expect(await answerOf(response)).toEqual([400, { refusal: 'not-json' }])
  })

  test('of the wrong shape is refused without a word of it coming back', async () => {
    const wrong = [
      { name: 1, [secretText]: secretText },
      [secretText],
      secretText,
      null,
      { name: secretText.repeat(9) },
    ]
    for (const body of wrong) {
      const response = await search(JSON.stringify(body))
      expect(await answerOf(response)).toEqual([400, { refusal: 'input-malformed' }])
    }
  })

  test('that is larger than anything needs to be is refused before it is read', async () => {
    const large = JSON.stringify({ name: 'x'.repeat(1024 * 1024) })
    expect(await answerOf(await search(large, { 'content-length': String(large.length) }))).toEqual([
      413,
      { refusal: 'too-large' },
    ])
  })

  test('that does not say how large it is, is counted while it comes in', async () => {
    const body = new Blob(['x'.repeat(2 * 1024 * 1024)]).stream()
    const response = await createApp(school.deps).request('http://school.test/api/sites/ede/staff-search', {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: { host: 'school.test', 'content-type': 'application/json' },
    })
    expect(await answerOf(response)).toEqual([413, { refusal: 'too-large' }])
  })
})

describe('a request that changes something', () => {
  const found = JSON.stringify({ name: 'an' })

  test('is taken from a page of this origin, http or https', async () => {
    for (const origin of ['http://school.test', 'https://school.test']) {
      expect((await search(found, { origin })).status).toBe(200)
    }
  })

  test.each(['https://elders.test', 'http://school.test.elders.test', 'http://school.test:8080', 'null', 'geen adres'])(
    'from %s is refused',
    async (origin) => {
      expect(await answerOf(await search(found, { origin }))).toEqual([403, { refusal: 'origin-foreign' }])
    },
  )

  test('with a session but without an origin is refused', async () => {
    const response = await search(found, { cookie: 'vijfspoor.session_token=x' })
    expect(await answerOf(response)).toEqual([403, { refusal: 'origin-foreign' }])
  })
})

test('an address of the interface that does not exist is refused in its own form', async () => {
  expect(await answerOf(await post(`/api/${encodeURIComponent(secretText)}`, '{}'))).toEqual([
    404,
    { refusal: 'not-found' },
  ])
})
