import { readSchoolConfig } from '../../db/school-config.ts'
import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll, expectTargets, expectVisibleFocus, setTextSpacing } from './support/layout.ts'
import { notFoundNotice, pages, reporterPages } from './support/pages.ts'

const smallest = { width: 320, height: 568 }

for (const path of pages) {
  test.describe(`accessibility of ${path}`, () => {
    test.beforeEach(async ({ page, expectConsole }) => {
      if (path === '/bestaat-niet/') expectConsole(notFoundNotice)
      await page.goto(path)
      await page.waitForLoadState('networkidle')
    })

    test('nothing that axe knows of is wrong, in light and in dark', async ({ page }) => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await axe(page)
      }
    })

    test('it follows the system to dark by itself', async ({ page }) => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      await page.emulateMedia({ colorScheme: 'light' })
      const light = await background()
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(brightness(await background())).toBeLessThan(brightness(light) / 2)
    })

    test('a screen of 320 pixels needs no sideways scroll, with the reader’s own text spacing neither', async ({
      page,
    }) => {
      await page.setViewportSize(smallest)
      await expectNoSidewaysScroll(page)
      await setTextSpacing(page)
      await expectNoSidewaysScroll(page)
    })

    test('controls are as large as a thumb', async ({ page }) => {
      await page.setViewportSize(smallest)
      await expectTargets(page, (reporterPages as readonly string[]).includes(path) ? 44 : 24)
    })

    test('the Tab key goes through all of it, and what has focus is to be seen', async ({ page }) => {
      await page.setViewportSize(smallest)
      await expectVisibleFocus(page)
    })

    test('it can be used with the system’s own few colours, and without movement', async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
      const unclear = await page.locator('button, a.button, .exit, input, select, textarea').evaluateAll((controls) =>
        controls
          .filter((control) => control.checkVisibility())
          .filter((control) => {
            const { borderTopWidth, outlineStyle, appearance } = getComputedStyle(control)
            return borderTopWidth === '0px' && outlineStyle === 'none' && appearance === 'none'
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 100)),
      )
      expect(unclear).toEqual([])
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    })
  })
}

test.describe('without JavaScript', () => {
  const help = { '/melden/': /112/, '/mijn-melding/': /code/i, '/wie-helpt/': /Ede/, '/veilig/': /geschiedenis/i }

  for (const [path, words] of Object.entries(help)) {
    test(`${path} informs and says whom to turn to`, async ({ openBrowser }) => {
      const page = await openBrowser({ javaScriptEnabled: false })
      await page.goto(path)
      await expect(page.getByRole('main')).toContainText(words)
      await expect(page.getByRole('link', { name: /112/ }).first()).toHaveAttribute('href', 'tel:112')
      await expect(page.getByRole('link', { name: /0800/ }).first()).toHaveAttribute('href', /^tel:/)
    })

    test(`${path} is accessible too`, async ({ page }) => {
      // axe itself is JavaScript: here only that of the page is missing.
      await page.route('**/_astro/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
      await page.goto(path)
      await expect(page.getByRole('main')).toContainText(words)
      await axe(page)
    })
  }

  test('the page of a site names the people who help there, with what they do', async ({ openBrowser }) => {
    const page = await openBrowser({ javaScriptEnabled: false })
    await page.goto('/wie-helpt/')
    const { sites } = readSchoolConfig()
    for (const { name } of sites)
      await expect(page.getByRole('link', { name: new RegExp(`^${name}\\b`) })).toBeVisible()
    await page.getByRole('link', { name: /^Ede\b/ }).click()
    await expect(page).toHaveURL(/\/wie-helpt\/ede\/$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ede')
    for (const role of [/vertrouwenspersoon/i, /aanspreekpunt/i, /anti-pestcoördinator/i]) {
      await expect(page.getByRole('heading', { name: role })).toBeVisible()
    }
  })
})

test('the same help stands at the same place on every page', async ({ page, expectConsole }) => {
  expectConsole(notFoundNotice)
  const asides = new Map<string, string>()
  for (const path of reporterPages) {
    await page.goto(path)
    const place = await page
      .getByRole('link', { name: /112/ })
      .last()
      .evaluate((link) => {
        const block = link.closest('aside, section, footer')
        return `${block?.tagName} after ${block?.previousElementSibling?.tagName}: ${block?.querySelector('h2')?.textContent?.trim()}`
      })
    asides.set(path, place)
  }
  expect(new Set(asides.values()).size, JSON.stringify([...asides])).toBe(1)
})

function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return 0.3 * red + 0.6 * green + 0.1 * blue
}
