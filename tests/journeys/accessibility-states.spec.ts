import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll, expectTargets } from './support/layout.ts'
import { comeBack, signIn } from './support/telling.ts'

const smallest = { width: 320, height: 568 }
const staff = { email: 'aanspreekpunt.velp@demo.vijfspoor.nl', password: 'demonstratie-2026' }
const code = '[0-9A-Z]{4}'

/** What has to hold for every state of a page, also for those that are only there for a moment. */
async function inspect(page: Page, least = 44): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await axe(page)
  await expectNoSidewaysScroll(page)
  await expectTargets(page, least)
}

async function inDark(page: Page, check: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await check()
  await page.emulateMedia({ colorScheme: 'light' })
}

test('every question, its error, the check page and the page with the code', async ({ page }) => {
  test.setTimeout(240_000)
  await page.setViewportSize(smallest)
  await page.goto('/melden/')
  await page.getByRole('button', { name: 'Begin met de eerste vraag' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  const titles: string[] = []
  for (let pages = 0; pages < 30; pages += 1) {
    const title = await heading.innerText()
    if (title === 'Controleer je antwoorden') break
    titles.push(title)
    await inspect(page)
    if (await sendsEmpty(page)) await inDark(page, () => inspect(page))
    await answer(page)
    const next = page.getByRole('button', { name: /^(Volgende vraag|Controleer je antwoorden)$/ })
    await next.click()
    await expect(heading).not.toHaveText(title)
  }
  expect(titles.length).toBeGreaterThanOrEqual(11)
  await inspect(page)
  await inDark(page, () => axe(page))
  await page.getByRole('button', { name: 'Verstuur mijn melding' }).click()
  await expect(page.getByRole('region', { name: 'Dit is je code' })).toBeVisible({ timeout: 60_000 })
  await inspect(page)
  await inDark(page, () => axe(page))
  await page.getByText('Laat de code als QR zien').click()
  await inspect(page)
  const found = new RegExp(`${code}(?:\\s+${code}){3}`).exec(await page.getByRole('main').innerText())
  await page.getByRole('button', { name: 'Ik heb mijn code' }).click()
  await expect(heading).toBeFocused()
  await inspect(page)

  await comeBack(page, found?.[0] ?? '')
  for (const summary of await page.locator('main summary').all()) await summary.click()
  await inspect(page)
  await inDark(page, () => axe(page))
})

/** Tries to go on without an answer. False where a page may stay empty. */
async function sendsEmpty(page: Page): Promise<boolean> {
  const title = await page.title()
  if (title.includes('Wil je iets laten zien?')) return false
  await page.getByRole('button', { name: /^(Volgende vraag|Controleer je antwoorden)$/ }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  return true
}

async function answer(page: Page): Promise<void> {
  const main = page.getByRole('main')
  if ((await main.getByRole('combobox').count()) > 0) await main.getByRole('combobox').selectOption({ index: 1 })
  else if ((await main.getByRole('radio').count()) > 0) await main.getByRole('radio').last().check()
  else if ((await page.title()).includes('Wie mag je verhaal lezen')) {
    for (const reader of ['Vertrouwenspersoon', 'Aanspreekpunt pesten'])
      await main.getByLabel(reader, { exact: true }).check()
  } else if ((await main.locator('textarea').count()) > 0) await main.locator('textarea').fill('Kort verhaal.')
  else if ((await main.getByRole('checkbox').count()) > 0) await main.getByRole('checkbox').first().check()
  const name = main.getByLabel('Je naam', { exact: true })
  if ((await name.count()) > 0) await name.fill('Sam')
}

test('a mistyped code, an unknown code and an empty one', async ({ page, expectConsole }) => {
  await page.setViewportSize(smallest)
  expectConsole(/404 .*\/api\/conversation/)
  await page.goto('/mijn-melding/')
  for (const [typed, message] of [
    ['', /^Vul je code in\./],
    ['ABCD', /^Je code is te kort\./],
    ['AAAA-BBBB-CCCC-DDDD', /^Deze code klopt niet\./],
    ['0000-0000-0000-0000', /^Met deze code vinden we geen gesprek\./],
  ] as const) {
    await page.getByLabel('Je code').fill(typed)
    await page.getByRole('button', { name: 'Open mijn gesprek' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(message, { timeout: 30_000 })
    await expect(page).toHaveTitle(/^Fout: /)
    await inspect(page)
  }
})

test('signing in, the work list and a report', async ({ page, expectConsole }) => {
  test.setTimeout(180_000)
  await page.setViewportSize(smallest)
  await page.goto('/team/')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  await inspect(page, 24)
  await page.getByLabel('E-mailadres van school').fill(staff.email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill('helemaal-verkeerd')
  expectConsole(/401 .*\/api\/auth\/sign-in/)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('alert')).toContainText('Dit e-mailadres en wachtwoord horen niet bij elkaar.', {
    timeout: 30_000,
  })
  await inspect(page, 24)

  await signIn(page, staff)
  await inspect(page, 24)
  await inDark(page, () => axe(page))
})
