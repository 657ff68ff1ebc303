import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { signIn } from './support/staff.ts'

const smallest = { width: 320, height: 568 }

async function openPage(page: Page, site: string): Promise<void> {
  await signIn(page, 'systeembeheerder', site)
  await page.getByRole('link', { name: 'Beheer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: /^Gegevens van / })).toBeVisible()
  await expect(page.getByText('Kerstvakantie').first()).toBeVisible()
}

async function inspect(page: Page): Promise<void> {
  await axe(page)
  await expectNoSidewaysScroll(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await axe(page)
  await page.emulateMedia({ colorScheme: 'light' })
}

test('name, phone and terms of a site are changed, and what is not right is named first @desktop', async ({ page }) => {
  await openPage(page, 'almere')
  await page.setViewportSize(smallest)
  await inspect(page)
  const form = page.getByRole('region', { name: /^Gegevens van / })
  await form.getByLabel('Naam van de locatie').fill('')
  await form.getByLabel(/^Telefoonnummer/).fill('bel ons')
  await form.getByLabel(/^Antwoord binnen/).fill('40')
  await form.getByRole('button', { name: 'Sla op' }).click()
  const alert = page.getByRole('alert')
  await expect(alert.getByRole('link')).toHaveText([
    'Vul de naam van de locatie in.',
    'Vul het telefoonnummer in cijfers in, of laat het leeg.',
    'Vul een heel getal in van 1 tot en met 2, of laat het leeg.',
  ])
  await inspect(page)

  await form.getByLabel('Naam van de locatie').fill('Almere')
  await form.getByLabel(/^Telefoonnummer/).fill('036 - 12 34 567')
  await form.getByLabel(/^Antwoord binnen/).fill('1')
  await form.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByText('De gegevens van Almere zijn opgeslagen.')).toBeVisible()
  await page.reload()
  await expect(form.getByLabel(/^Antwoord binnen/)).toHaveValue('1')
  await expect(form.getByLabel(/^Telefoonnummer/)).toHaveValue('036 - 12 34 567')
})

test('free days are added, changed, taken away and put back, and do not run into others', async ({
  page,
  expectConsole,
}) => {
  expectConsole(/409 .*\/free-days/)
  await openPage(page, 'ede')
  await page.setViewportSize(smallest)
  await page.getByRole('button', { name: 'Voeg vrije dagen toe' }).click()
  await page.getByRole('button', { name: 'Sla op' }).last().click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([
    'Vul een naam in, bijvoorbeeld: Studiedag.',
    'Vul de eerste vrije dag in.',
  ])
  await inspect(page)
  const fillIn = async (first: string, last: string) => {
    await page.getByLabel('Eerste vrije dag').fill(first)
    await page.getByLabel('Laatste vrije dag').fill(last)
    await page.getByRole('button', { name: 'Sla op' }).last().click()
  }
  await page.getByLabel('Naam', { exact: true }).fill('Studiedagen')
  await fillIn('2027-03-09', '2027-03-08')
  await expect(page.getByRole('alert')).toContainText('De laatste dag ligt voor de eerste. Draai ze om.')
  await fillIn('2027-01-02', '2027-01-05')
  await expect(page.getByRole('alert')).toContainText('Op deze dagen is de locatie al vrij.')
  await fillIn('2027-03-08', '2027-03-09')
  await expect(page.getByText('Studiedagen is opgeslagen.')).toBeVisible()
  const row = page.getByRole('listitem').filter({ hasText: 'Studiedagen' })
  await expect(row).toContainText('maandag 8 maart 2027 tot en met dinsdag 9 maart 2027')

  await row.getByRole('button', { name: /^Haal weg/ }).click()
  await expect(page.getByText('Studiedagen is weggehaald.')).toBeVisible()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Zet Studiedagen terug' }).click()
  await expect(row).toBeVisible()
  await row.getByRole('button', { name: /^Wijzig/ }).click()
  await fillIn('2027-03-08', '2027-03-08')
  await expect(row).not.toContainText('tot en met')

  await page
    .getByRole('listitem')
    .filter({ hasText: 'Kerstvakantie' })
    .first()
    .getByRole('button', { name: /^Haal weg/ })
    .click()
  await expect(page.getByText('Kerstvakantie is weggehaald.')).toBeVisible()
  await page.getByRole('button', { name: 'Zet de landelijke vakanties terug' }).click()
  await inspect(page)
  await page.getByRole('button', { name: 'Ja, zet ze terug' }).click()
  await expect(page.getByText('De landelijke vakanties staan er weer.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'zaterdag 19 december' })).toBeVisible()
  await expect(row).toBeVisible()
})

test('a site that is added has an address and a page, and says that it takes no reports yet', async ({ page }) => {
  await openPage(page, 'ede')
  await page.setViewportSize(smallest)
  await page.getByRole('button', { name: 'Voeg een locatie toe' }).click()
  const form = page.locator('form').last()
  await form.getByLabel('Naam van de locatie').fill('Almere')
  await form.getByLabel('vmbo').check()
  await form.getByRole('button', { name: 'Voeg deze locatie toe' }).click()
  await expect(page.getByRole('alert')).toContainText('Kies de regio.')
  await inspect(page)
  await form.getByLabel('zuid').check()
  const name = `Zeist ${test.info().project.name}`
  await form.getByLabel('Naam van de locatie').fill(name)
  await expect(form).toContainText(`Het adres wordt: /wie-helpt/zeist-${test.info().project.name}/.`)
  await form.getByRole('button', { name: 'Voeg deze locatie toe' }).click()
  await expect(page.getByText(`${name} is toegevoegd.`)).toBeVisible()
  await expect(page.getByText('Deze locatie heeft nog geen sleutel')).toBeVisible()
  await page.goto(`/wie-helpt/zeist-${test.info().project.name}/`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
})
