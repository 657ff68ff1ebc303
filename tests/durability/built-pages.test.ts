import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { silentLog } from '../../api/http/log.ts'
import { startServer as startHere } from '../../api/server.ts'
import { readSchoolConfig } from '../../db/school-config.ts'
import { freePort } from '../support/free-port.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const pages = globSync('**/*.html', { cwd: dist }).map((file) => file.replaceAll('\\', '/'))

let folder: string
let server: RunningServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vijfspoor-pages-'))
  server = await startServer({ dataDir: folder, env: { DEMO: '0' } })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The address at which a built page is shown. */
const addressOf = (file: string) =>
  `/${file.replace(/(^|\/)index\.html$/, '$1').replace('wie-helpt/site/', 'wie-helpt/ede/')}`
const addresses = pages.filter((file) => !/^(404|500)\.html$/.test(file)).map(addressOf)

describe('npm start', () => {
  test.each(addresses)(
    'shows %s, filled and compressed, with nothing inline that the policy would stop',
    async (address) => {
      const response = await fetch(server.url + address, { headers: { 'accept-encoding': 'br' } })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-encoding')).toBe('br')
      const html = await response.text()
      expect(html).not.toContain('<!--fill')
      expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g) ?? []).toEqual([])
      expect(html.match(/<style|\sstyle=|\son\w+=/g) ?? []).toEqual([])
      expect(
        html.match(/\s(?:src|href)="(?:https?:)?\/\/[^"]*"/g)?.filter((link) => !link.includes('href="https://')) ?? [],
      ).toEqual([])
    },
  )

  test('shows everything those pages ask for', async () => {
    const asked = new Set<string>()
    for (const address of addresses) {
      const html = await (await fetch(server.url + address)).text()
      for (const [, path] of html.matchAll(/<(?:script|link|img)[^>]*?\s(?:src|href)="(\/[^"]*)"/g))
        asked.add(path ?? '')
    }
    expect(asked.size).toBeGreaterThan(3)
    for (const path of asked) expect((await fetch(server.url + path)).status, path).toBe(200)
  })

  test('shows the 404 page for what is not there', async () => {
    const response = await fetch(`${server.url}/bestaat-niet/`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('<html lang="nl"')
  })
})

test('whoever comes while it starts is told so on a page of the site', async () => {
  const port = await freePort()
  const seen: { status: number; html: string }[] = []
  const starting = await startHere({
    ...{ school: readSchoolConfig(), dataDir: join(folder, 'other'), host: 'localhost', port, dist },
    ...{ minFreeMegabytes: 0, log: silentLog, onEngineStopped: () => undefined },
    prepare: async () => {
      const response = await fetch(`http://localhost:${port}/melden/`)
      seen.push({ status: response.status, html: await response.text() })
    },
  })
  expect(seen).toEqual([{ status: 503, html: expect.stringContaining('Het lukt nu niet') }])
  expect((await fetch(`http://localhost:${port}/melden/`)).status).toBe(200)
  await starting.close()
})
