import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { emptySchool } from '../../support/app.ts'
import { distWith } from '../../support/dist.ts'

const built = {
  'index.html': 'Voorpagina',
  'melden/index.html': 'Vertel',
  'mijn-melding/index.html': 'Lees',
  'team/index.html': 'Team',
  'veilig/index.html': 'Veilig',
  '404.html': 'Niet',
  '_astro/worker.a1b2.js': '1',
}
const sealing = ['/melden/', '/mijn-melding/', '/team/']
const others = ['/', '/veilig/', '/bestaat-niet/']

let school: Awaited<ReturnType<typeof emptySchool>>
beforeAll(async () => {
  school = await emptySchool()
}, 60_000)
afterAll(() => school.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  createApp({ ...school.deps, dist: distWith(built) }).request(`http://school.test${path}`, { headers })

async function policyOf(path: string): Promise<ReadonlyMap<string, string>> {
  const policy = (await get(path)).headers.get('content-security-policy') ?? ''
  return new Map(policy.split('; ').map((line) => [line.split(' ')[0] ?? '', line.split(' ').slice(1).join(' ')]))
}

describe.each([...sealing, ...others])('the policy of %s', (path) => {
  test('allows nothing but what comes from this origin, and nothing inline', async () => {
    const policy = await policyOf(path)
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('connect-src')).toBe("'self'")
    expect(policy.get('style-src')).toBe("'self'")
    expect(policy.get('base-uri')).toBe("'none'")
    expect(policy.get('frame-ancestors')).toBe("'none'")
    expect(policy.get('form-action')).toBe("'none'")
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/)
  })

  test('makes a string into script nowhere', async () => {
    const policy = await policyOf(path)
    expect(policy.get('require-trusted-types-for')).toBe("'script'")
    expect(policy.get('trusted-types')).toBe('svelte-trusted-html vijfspoor-worker')
  })
})

test.each(sealing)('%s may run Argon2 and show pictures from memory', async (path) => {
  const policy = await policyOf(path)
  expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'")
  expect(policy.get('img-src')).toBe("'self' data: blob:")
})

test.each(others)('%s may do neither', async (path) => {
  const policy = await policyOf(path)
  expect(policy.get('script-src')).toBe("'self'")
  expect(policy.get('img-src')).toBe("'self' data:")
  expect(policy.has('media-src')).toBe(false)
})

test('a worker, which has the policy of its own file, may run Argon2', async () => {
  const policy = await policyOf('/_astro/worker.a1b2.js')
  expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'")
  expect(policy.get('default-src')).toBe("'none'")
})

test.each(['/', '/bestaat-niet/', '/api/health', '/api/bestaat-niet', '/_astro/worker.a1b2.js'])(
  '%s says nothing to other sites and stays out of them',
  async (path) => {
    const { headers } = await get(path)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('geolocation=()')
    expect(headers.get('permissions-policy')).toContain('microphone=()')
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.has('access-control-allow-origin')).toBe(false)
  },
)

test.each(['/api/health', '/api/sites', '/api/bestaat-niet', '/api/conversation'])(
  '%s is kept nowhere',
  async (path) => {
    expect((await get(path)).headers.get('cache-control')).toBe('no-store')
  },
)

test('browsers are told to insist on https only where it is spoken', async () => {
  expect((await get('/')).headers.has('strict-transport-security')).toBe(false)
  const behindProxy = await get('/', { 'x-forwarded-proto': 'https' })
  expect(behindProxy.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
})
