import { describe, expect, test } from 'vitest'
import { ask, makeClient, putChunk, withCode, withDraft } from '../../web/client.ts'

const answering = (make: () => Response | Promise<Response>) =>
  makeClient('http://school.test', { fetch: async () => make() })
const json = (body: unknown, status = 200) => Response.json(body, { status })

describe('an answer', () => {
  test('that is good gives its value', async () => {
    const client = answering(() => json([{ id: 'ede' }]))
    expect(await ask(client.sites.$get())).toEqual({ ok: true, value: [{ id: 'ede' }] })
  })

  test('without a body is good', async () => {
    const client = answering(() => new Response(null, { status: 204 }))
    expect(await ask(client.auth['sign-out'].$post())).toEqual({ ok: true, value: null })
  })

  test('that refuses gives the word, and how long to wait where that is said', async () => {
    const param = { site: 'parijs' }
    const unknown = answering(() => json({ refusal: 'site-unknown' }, 404))
    expect(await ask(unknown.sites[':site'].readers.$get({ param }))).toEqual({ ok: false, refusal: 'site-unknown' })
    const later = answering(() => json({ refusal: 'sign-in-later', seconds: 4 }, 429))
    const credentials = { email: 'a@school.test', password: 'x' }
    expect(await ask(later.auth['sign-in'].email.$post({ json: credentials }))).toEqual({
      ...{ ok: false, refusal: 'sign-in-later' },
      seconds: 4,
    })
  })

  test('of a proxy that speaks no JSON is a fault, not a lost connection', async () => {
    const client = answering(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    expect(await ask(client.sites.$get())).toEqual({ ok: false, refusal: 'unexpected' })
  })

  test('that never comes, or breaks off, is a lost connection', async () => {
    const gone = answering(() => Promise.reject(new TypeError('fetch failed')))
    expect(await ask(gone.sites.$get())).toEqual({ ok: false, refusal: 'offline' })
    const brokenOff = answering(() => new Response('[{"id":"e'))
    expect(await ask(brokenOff.sites.$get())).toEqual({ ok: false, refusal: 'offline' })
  })

  test('that the caller no longer wants throws the reason, and no other error does', async () => {
    const controller = new AbortController()
    const reason = new Error('left')
    controller.abort(reason)
    const gone = answering(() => Promise.reject(reason))
    await expect(ask(gone.sites.$get(), controller.signal)).rejects.toBe(reason)
  })
})

test('a chunk goes up as bytes, under its draft and in its place', async () => {
  const sent: { path: string; init: RequestInit }[] = []
  const send = async (path: string, init: RequestInit) => {
    sent.push({ path, init })
    return new Response(null, { status: 204 })
  }
  const chunk = { attachment: 'a', index: 3, sealed: Uint8Array.of(1, 2, 3) }
  expect(await putChunk('token', chunk, { send })).toEqual({ ok: true, value: null })
  expect(sent).toMatchObject([
    {
      path: '/api/draft/attachments/a/chunks/3',
      init: { method: 'PUT', body: Uint8Array.of(1, 2, 3), headers: { authorization: 'Draft token' } },
    },
  ])
})

test('who asks is said in a header, never in an address', () => {
  expect(withCode({ lookup: 'l', proof: 'p' })).toEqual({ headers: { authorization: 'Code l.p' } })
  expect(withDraft('t')).toEqual({ headers: { authorization: 'Draft t' } })
})
