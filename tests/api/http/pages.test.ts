import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { emptySchool } from '../../support/app.ts'
import { distWith } from '../../support/dist.ts'

const long = (words: string) => `<!doctype html><title>${words}</title>${`<p>${words}</p>`.repeat(50)}`
const built = {
  'index.html': long('Voorpagina'),
  'melden/index.html': long('Vertel'),
  'veilig/index.html': long('Veilig'),
  '404.html': long('Deze pagina is er niet'),
  '_astro/page.a1b2.js': `console.log(${JSON.stringify('x'.repeat(500))})`,
  '_astro/style.c3d4.css': 'p{margin:0}',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '.stamp': 'not for browsers',
  'secret.key': 'not for browsers',
}

let school: Awaited<ReturnType<typeof emptySchool>>
beforeAll(async () => {
  school = await emptySchool()
}, 60_000)
afterAll(() => school.close())

function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const app = createApp({ ...school.deps, dist: distWith(built) })
  return app.request(`http://school.test${path}`, { headers, method })
}

describe('a built page', () => {
  test('is served as it was built', async () => {
    const response = await get('/melden/')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toBe(built['melden/index.html'])
  })

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is sent as %s to a browser that can read it', async (encoding, unpack) => {
    const response = await get('/', { 'accept-encoding': encoding })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toContain('accept-encoding')
    expect(unpack(Buffer.from(await response.arrayBuffer())).toString()).toBe(built['index.html'])
  })

  test('is sent plain to a browser that reads neither, or says so', async () => {
    expect((await get('/')).headers.has('content-encoding')).toBe(false)
    expect((await get('/', { 'accept-encoding': 'br;q=0, gzip;q=0.0' })).headers.has('content-encoding')).toBe(false)
  })

  test('is asked for again each time, and not sent again when it is the same', async () => {
    const first = await get('/')
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const again = await get('/', { 'if-none-match': `"other", W/${first.headers.get('etag')}` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'))
  })

  test('answers HEAD without a body', async () => {
    const response = await get('/', {}, 'HEAD')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })

  test('is found without its last slash', async () => {
    const response = await get('/melden')
    expect([response.status, response.headers.get('location')]).toEqual([308, '/melden/'])
  })
})

describe('a file of the pages', () => {
  test('is kept for a year when its name holds a hash', async () => {
    const response = await get('/_astro/style.c3d4.css')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
  })

  test('without a hash in its name is asked for again each time', async () => {
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache')
  })
})

describe('what is not a page', () => {
  const missing = [
    '/bestaat-niet/',
    '/.stamp',
    '/secret.key',
    '/_astro/',
    '/melden/index.html.br',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '//school.elders/melden',
    '/__proto__',
  ]
  test.each(missing)('%s gets the 404 page', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe(built['404.html'])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('gets no page either when it is written to', async () => {
    expect((await get('/melden/', { 'content-type': 'application/json' }, 'POST')).status).toBe(404)
  })
})
