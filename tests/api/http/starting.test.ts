import { describe, expect, test } from 'vitest'
import { whileStarting } from '../../../api/http/starting.ts'
import { distWith } from '../../support/dist.ts'

const built = () =>
  whileStarting(
    distWith({
      '500.html': '<h1>Het lukt nu niet</h1>',
      'index.html': '<h1>Welkom</h1>',
      '_astro/page.a1.css': 'h1{}',
    }),
  )

describe('until the program is ready', () => {
  test.each(['/', '/melden/', '/bestaat-niet/'])('%s is the page for when it does not work', async (path) => {
    const response = await built().request(path)
    expect(response.status).toBe(503)
    expect(await response.text()).toBe('<h1>Het lukt nu niet</h1>')
    expect(response.headers.get('retry-after')).toBe('10')
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';/)
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('that page gets its styles', async () => {
    const response = await built().request('/_astro/page.a1.css')
    expect([response.status, await response.text()]).toEqual([200, 'h1{}'])
  })

  test('the interface is not there, and nothing is before a first build', async () => {
    for (const [app, path] of [
      [built(), '/api/health'],
      [whileStarting(distWith({})), '/'],
      [whileStarting(null), '/'],
    ] as const) {
      const response = await app.request(path)
      expect([response.status, await response.text()]).toEqual([503, 'starting'])
    }
  })
})
