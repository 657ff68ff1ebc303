import type { Page, Route } from '@playwright/test'
import { readSchoolConfig } from '../../db/school-config.ts'
import { expect, test } from './support/journey.ts'
import { notFoundNotice, reporterPages } from './support/pages.ts'

const { neutralExit, portalName } = readSchoolConfig()
const exitLink = (page: Page) => page.getByRole('link', { name: 'Verlaat deze site', exact: true })
const neutralPages = `${new URL(neutralExit).origin}/**`
const neutralPage = (route: Route) =>
  route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Weer</title><p>Zonnig</p>' })

for (const path of reporterPages) {
  test.describe(`safe use of ${path}`, () => {
    test.beforeEach(({ expectConsole }) => {
      if (path === '/bestaat-niet/') expectConsole(notFoundNotice)
    })

    test('the exit is on the screen wherever one has scrolled to, also on the smallest phone', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 568 })
      await page.goto(path)
      for (const part of [0, 0.5, 1]) {
        await page.evaluate((to) => scrollTo(0, document.documentElement.scrollHeight * to), part)
        await expect(exitLink(page)).toBeInViewport({ ratio: 1 })
        const box = await exitLink(page).boundingBox()
        expect(box?.height).toBeGreaterThanOrEqual(44)
      }
    })

    test('the exit is the first or second stop of the Tab key, and is called what it says', async ({ page }) => {
      await page.goto(path)
      const names: string[] = []
      for (let stop = 0; stop < 2; stop += 1) {
        await page.keyboard.press('Tab')
        names.push((await page.evaluate(() => document.activeElement?.textContent?.trim())) ?? '')
      }
      expect(names).toContain('Verlaat deze site')
      await expect(exitLink(page)).toHaveText('Verlaat deze site')
    })

    test('the page empties at once, however slow the neutral page is, and Back does not bring it back', async ({
      page,
    }) => {
      const { promise: released, resolve: release } = Promise.withResolvers<void>()
      await page.route(neutralPages, async (route) => {
        await released
        await neutralPage(route)
      })
      const before = path === '/veilig/' ? '/privacy/' : '/veilig/'
      await page.goto(before)
      await page.goto(path)
      const milliseconds = await page.evaluate(async (portal) => {
        const start = performance.now()
        document.querySelector<HTMLElement>('[data-quick-exit]')?.click()
        const isGone = () => !document.body.innerText.includes('Verlaat') && !document.title.includes(portal)
        while (!isGone() && performance.now() - start < 2_000) await new Promise(requestAnimationFrame)
        return performance.now() - start
      }, portalName)
      expect(milliseconds).toBeLessThan(100)
      release()
      await page.waitForURL(neutralExit)
      await page.goBack()
      // The page before stays what it was; the one that was left has no place in the history any more.
      await expect(page).toHaveURL(before)
    })

    test('nothing is kept, nothing is asked of others, nothing lies over the page', async ({
      page,
      context,
      baseURL,
    }) => {
      const elsewhere: string[] = []
      context.on('request', (request) => {
        const url = new URL(request.url())
        if (/^https?:$/.test(url.protocol) && url.origin !== baseURL) elsewhere.push(request.url())
      })
      const answer = await page.goto(path)
      await page.waitForLoadState('networkidle')
      expect(await context.cookies()).toEqual([])
      expect(await page.evaluate(whatIsStored)).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 })
      expect(elsewhere).toEqual([])
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.getByRole('alertdialog')).toHaveCount(0)
      await expect(page.getByText(/cookie/i).filter({ visible: true })).toHaveCount(path === '/privacy/' ? 1 : 0)

      const headers = answer?.headers() ?? {}
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';/)
      expect(headers['content-security-policy']).not.toMatch(/'unsafe-(inline|eval)'|https?:|\*/)
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['set-cookie']).toBeUndefined()
    })

    test('without JavaScript the exit is a plain link that says nothing about where one was', async ({
      openBrowser,
    }) => {
      const page = await openBrowser({ javaScriptEnabled: false })
      await page.goto(path)
      await expect(exitLink(page)).toHaveAttribute('href', neutralExit)
      await expect(exitLink(page)).toHaveAttribute('rel', /\bnoreferrer\b/)
      expect(neutralExit).toMatch(/^https:/)
    })
  })
}

async function whatIsStored() {
  return {
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }
}

test.describe('pressing Shift three times', () => {
  test.beforeEach(async ({ page }) => {
    await page.route(neutralPages, neutralPage)
    await page.goto('/veilig/')
  })

  test('leaves the page, and counts down aloud', async ({ page }) => {
    await page.keyboard.press('Shift')
    await expect(page.getByRole('status')).toHaveText('Druk nog 2 keer op Shift om weg te gaan.')
    await page.keyboard.press('Shift')
    await expect(page.getByRole('status')).toHaveText('Druk nog 1 keer op Shift om weg te gaan.')
    await page.keyboard.press('Shift')
    await page.waitForURL(neutralExit)
  })

  test('is not twice, not Escape, and not the capitals of what somebody types', async ({ page }) => {
    await page.keyboard.press('Shift')
    await page.keyboard.press('Shift')
    for (const key of ['Shift+A', 'Shift+B', 'Shift+C', 'Escape', 'Escape', 'Escape']) await page.keyboard.press(key)
    await page.keyboard.press('Shift')
    await expect(page.getByRole('status')).toHaveText('Druk nog 2 keer op Shift om weg te gaan.')
    await expect(page).toHaveURL(/\/veilig\/$/)
  })

  test('is three times within five seconds', async ({ page }) => {
    await page.clock.install()
    await page.reload()
    await page.keyboard.press('Shift')
    await page.keyboard.press('Shift')
    await page.clock.fastForward(5_500)
    await page.keyboard.press('Shift')
    await expect(page.getByRole('status')).toHaveText('Druk nog 2 keer op Shift om weg te gaan.')
    await expect(page).toHaveURL(/\/veilig\/$/)
  })
})

test('the API keeps nothing in caches and sets no cookie for reporters', async ({ request }) => {
  for (const path of ['/api/instance', '/api/sites', '/api/sites/ede/readers', '/api/conversation', '/api/health']) {
    const answer = await request.get(path)
    expect(answer.headers()['cache-control'], path).toBe('no-store')
    expect(answer.headers()['set-cookie'], path).toBeUndefined()
  }
})
