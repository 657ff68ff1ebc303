import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/journey.ts'
import { openReport, returnWith, rowOf, signIn, tell } from './support/staff.ts'

const story = 'Dit gaat over de bus naar de andere locatie, ze wachten me daar op.'
const handOn = (page: Page) => page.getByRole('region', { name: 'Delen of doorgeven' })
const elsewhere = (page: Page) => page.getByRole('region', { name: 'Andere locaties van de school' })
const rowOfSite = (page: Page, name: RegExp) =>
  elsewhere(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name }) })

test('a report that belongs to another site moves there, once a director compared its key', {
  tag: '@postgres',
}, async ({ page, openBrowser, server }) => {
  test.slow()
  const reporter = await tell(server.url, 'almere', { to: ['bullyingCoordinator'], story })

  const director = await openBrowser()
  await signIn(director, 'directeur', 'almere')
  await director.goto('/team/sleutels/')
  const sneek = rowOfSite(director, /Sneek/)
  await sneek.getByText('Niet meer delen').click()
  await sneek.getByRole('button', { name: /^Neem mijn handtekening/ }).click()
  await expect(sneek.getByText('Nog niet vergeleken.')).toBeVisible()

  await signIn(page, 'anti-pestcoordinator', 'almere')
  await openReport(page, story)
  await page.getByRole('button', { name: 'Deze melding is niet voor mij' }).click()
  const sites = page.getByLabel('Op welke locatie?')
  await expect(sites).toBeVisible()
  expect((await sites.getByRole('option').allInnerTexts()).filter((name) => /Sneek/.test(name))).toEqual([])

  await sneek.getByRole('button', { name: /^Vergelijk de sleutel van/ }).click()
  await sneek.getByRole('button', { name: 'Onderteken' }).click()
  await expect(sneek.getByText(/^Vergelijk eerst alle groepen/)).toBeVisible()
  await axe(director)
  await sneek.getByLabel('Ik vergeleek alle acht groepen met het papier').check()
  await sneek.getByRole('button', { name: 'Onderteken' }).click()
  await expect(sneek.getByText(/^Je vergeleek deze sleutel\./)).toBeVisible()

  // The report is open again.
  await page.reload()
  await page.getByRole('button', { name: 'Deze melding is niet voor mij' }).click()
  const option = (await sites.getByRole('option').allInnerTexts()).find((name) => /Sneek/.test(name))
  await sites.selectOption({ label: option ?? '' })
  await handOn(page)
    .getByRole('radio', { name: /^Vertrouwenspersoon van .*Sneek$/ })
    .check()
  await axe(page)
  await handOn(page).getByRole('button', { name: 'Geef door en stop met lezen' }).click()
  await expect(page.getByText(/^Doorgegeven aan vertrouwenspersoon van .*Sneek\./i)).toBeVisible()

  const colleague = await openBrowser()
  await signIn(colleague, 'vertrouwenspersoon', 'sneek')
  await expect(rowOf(colleague, story)).toContainText(/Van .*Almere/)
  await openReport(colleague, story)
  await expect(colleague.getByText(/^Deze melding is van .*Almere\./)).toBeVisible()
  await expect(colleague.getByText(/heeft de sleutel van .* vergeleken/)).toHaveCount(0)
  await axe(colleague)
  await colleague.getByLabel('Jouw antwoord').fill('Ik ben van Sneek en help je met de bus.')
  await colleague.getByRole('button', { name: 'Verstuur je antwoord' }).click()
  await expect(colleague.getByText('Je antwoord is verstuurd.')).toBeVisible()

  const phone = await openBrowser()
  await returnWith(phone, reporter)
  await expect(phone.getByText(/^Je melding is nu bij mensen van .*Sneek\./)).toBeVisible()
  await expect(phone.getByText('Ik ben van Sneek en help je met de bus.')).toBeVisible()
  await expect(phone.getByText(/deelde dit met Vertrouwenspersoon van .*Sneek\./)).toBeVisible()
  await expect(phone.getByRole('region', { name: 'Wie leest mee?' })).toContainText(/Vertrouwenspersoon van .*Sneek/)
  await axe(phone)
})
