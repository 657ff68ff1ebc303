import type { Page } from '@playwright/test'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { axe, expect, test } from './support/own-school.ts'
import { signIn, tell } from './support/staff.ts'

const smallest = { width: 320, height: 568 }

async function openYear(page: Page, site: string): Promise<void> {
  await signIn(page, 'systeembeheerder', site)
  await page.getByRole('link', { name: 'Beheer', exact: true }).click()
  await page.getByRole('link', { name: 'Nieuw schooljaar' }).click()
  await onStep(page, 1, 'Wie vertrekt er?')
}

async function onStep(page: Page, number: number, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
  await expect(page.getByText(`Stap ${number} van 4`)).toBeVisible()
}

async function inspect(page: Page): Promise<void> {
  await axe(page)
  await expectNoSidewaysScroll(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await axe(page)
  await page.emulateMedia({ colorScheme: 'light' })
}

const next = (page: Page) => page.getByRole('button', { name: 'Volgende stap' }).click()
const nameOf = async (page: Page, role: string) =>
  (await page.locator('.choice').filter({ hasText: role }).locator('label').innerText()).trim()

test('the year turns step by step, survives a reload half-way, and says what is left @desktop', async ({ page }) => {
  test.setTimeout(120_000)
  await openYear(page, 'almere')
  await page.setViewportSize(smallest)
  const leaver = await nameOf(page, '1A')
  const stays = await nameOf(page, '1B')
  await page.getByLabel(leaver, { exact: true }).check()
  await inspect(page)
  await next(page)

  await onStep(page, 2, 'Wie is mentor van welke klas?')
  await page.getByRole('button', { name: 'Zet elke klas een leerjaar hoger' }).click()
  const first = page.getByLabel('Klas', { exact: true }).first()
  await expect(first).toHaveValue('2A')
  await first.fill('')
  await inspect(page)
  await next(page)
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(
    'Vul de naam van de klas in, van hoogstens 20 tekens.',
  )
  await inspect(page)
  await first.fill('2A')
  await page.getByRole('combobox', { name: 'Mentor van klas 2A' }).selectOption({ label: stays })
  await page.getByRole('button', { name: 'Haal klas weg 5A' }).click()
  await page.getByRole('button', { name: 'Haal klas weg 5B' }).click()
  await next(page)
  await onStep(page, 3, 'Vrije dagen van het nieuwe jaar')
  await inspect(page)
  await next(page)
  await onStep(page, 4, 'Klopt dit?')

  await page.reload()
  await onStep(page, 4, 'Klopt dit?')
  const check = page.locator('dl')
  await expect(check).toContainText(leaver)
  await expect(check).toContainText(`2A: ${stays}`)
  await expect(check).toContainText('3A: nog geen mentor')
  await expect(check).toContainText('1A, 1B')
  await inspect(page)
  await page.getByRole('button', { name: 'Begin het nieuwe schooljaar' }).click()
  await expect(page.getByRole('heading', { name: 'Het nieuwe schooljaar is begonnen' })).toBeFocused()
  await expect(page.getByText(/^Nog zonder mentor: .*3A/)).toBeVisible()
  await inspect(page)

  await page.reload()
  await onStep(page, 1, 'Wie vertrekt er?')
  await expect(page.getByLabel(leaver, { exact: true })).toHaveCount(0)
  await expect(page.locator('.choice').filter({ hasText: '2A' }).locator('label')).toHaveText(stays)
})

test('who alone can read an open report cannot leave, and nothing has changed', async ({
  page,
  server,
  expectConsole,
}) => {
  expectConsole(/409 .*\/school-year/)
  await tell(server.url, 'ede', { to: ['contactPerson'], story: 'Ze wachten mij op.' })
  await openYear(page, 'ede')
  const alone = await nameOf(page, 'aanspreekpunt')
  await page.getByLabel(alone, { exact: true }).check()
  for (const step of [2, 3, 4]) {
    await next(page)
    await expect(page.getByText(`Stap ${step} van 4`)).toBeVisible()
  }
  await page.getByRole('button', { name: 'Begin het nieuwe schooljaar' }).click()
  await expect(page.getByRole('alert')).toContainText(`Er is niets veranderd. Zonder ${alone} leest niemand`)
  await axe(page)
  await page.getByRole('button', { name: 'Begin opnieuw' }).click()
  await onStep(page, 1, 'Wie vertrekt er?')
  await expect(page.getByLabel(alone, { exact: true })).not.toBeChecked()
})

test('who stopped half-way at one of several sites goes on there', async ({ page }) => {
  await signIn(page, 'systeembeheerder', 'ede')
  await page.goto('/team/beheer/')
  await page.getByRole('button', { name: 'Voeg een locatie toe' }).click()
  const form = page.locator('form').last()
  const name = `Zwolle ${test.info().project.name}`
  await form.getByLabel('Naam van de locatie').fill(name)
  await form.getByLabel('vmbo').check()
  await form.getByLabel('noord').check()
  await form.getByRole('button', { name: 'Voeg deze locatie toe' }).click()
  await expect(page.getByText(`${name} is toegevoegd.`)).toBeVisible()

  await page.goto('/team/beheer/schooljaar/')
  const site = page.getByLabel('Locatie', { exact: true })
  await site.selectOption({ label: name })
  await next(page)
  await onStep(page, 2, 'Wie is mentor van welke klas?')
  await page.goto('/team/mensen/')
  await expect(page.getByText('Ingelogd als')).toBeVisible()
  await page.goto('/team/beheer/schooljaar/')
  await onStep(page, 2, 'Wie is mentor van welke klas?')
  await expect(site.getByRole('option', { selected: true })).toHaveText(name)
})
