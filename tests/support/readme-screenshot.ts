import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { demonstrationCode } from '../../db/demo/access.ts'
import { formatAccessCode } from '../../web/crypto/access-code.ts'
import { chromiumFlags, chromiumPath } from './chromium.ts'
import { startServer } from './server.ts'

/** Makes docs/screenshot.png from the running demonstration: `npx -c "node tests/support/readme-screenshot.ts"`. */
const phone = { width: 360, height: 740 }
const secret = 'the-same-codes-each-time-a-screenshot-is-made'
const dataDir = mkdtempSync(join(tmpdir(), 'vijfspoor-screenshot-'))
const server = await startServer({ dataDir, env: { AUTH_SECRET: secret } })
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags })
try {
  const screens = [await home(browser), await readers(browser), await conversation(browser)]
  const page = await browser.newPage({ viewport: { width: 1180, height: 800 }, deviceScaleFactor: 1 })
  const pictures = screens.map((screen) => `<img src="data:image/png;base64,${screen.toString('base64')}" alt="">`)
  await page.setContent(
    `<style>body{margin:0;display:flex;gap:25px;padding:30px 25px;background:#d8dfda}img{border-radius:18px}</style>${pictures.join('')}`,
  )
  await page.screenshot({ path: 'docs/screenshot.png' })
} finally {
  await browser.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function shot(browser: Browser, path: string, prepare: (page: Page) => Promise<void>): Promise<Buffer> {
  const context = await browser.newContext({ viewport: phone, locale: 'nl-NL', colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(server.url + path)
  await prepare(page)
  const picture = await page.screenshot()
  await context.close()
  return picture
}

function home(browser: Browser) {
  return shot(browser, '/', async () => undefined)
}

function readers(browser: Browser) {
  return shot(browser, '/melden/', async (page) => {
    const next = () => page.getByRole('button', { name: 'Volgende vraag' }).click()
    await page.getByRole('button', { name: 'Begin met de eerste vraag' }).click()
    for (const label of ['Ede', 'Leerling', 'Over mijzelf']) {
      await page.getByLabel(label, { exact: true }).check()
      await next()
    }
    await page.getByLabel('Vertrouwenspersoon', { exact: true }).check()
    await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  })
}

function conversation(browser: Browser) {
  return shot(browser, '/mijn-melding/', async (page) => {
    await page.getByRole('textbox').fill(formatAccessCode(demonstrationCode({ secret }, 0)))
    await page.getByRole('button', { name: 'Open mijn gesprek' }).click()
    await page.getByRole('heading', { level: 1, name: 'Je gesprek' }).waitFor()
  })
}
