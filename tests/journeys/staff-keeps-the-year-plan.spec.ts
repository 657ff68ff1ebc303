import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { signIn } from './support/staff.ts'

const smallest = { width: 320, height: 568 }

async function openPlan(page: Page, who: string, site: string): Promise<void> {
  await signIn(page, who, site)
  await page.getByRole('link', { name: 'Jaarplan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Jaarplan' })).toBeVisible()
}

const row = (page: Page, title: string | RegExp) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 4, name: title }) })
const names = 'De namen staan in de schoolgids'
const event = 'Er is een jaarlijkse actie of een project tegen pesten'

test('a coordinator works through the plan, a colleague gets in between and no word is lost, and next year begins with it @desktop', async ({
  page,
  openBrowser,
  expectConsole,
}) => {
  // The colleague who got in between: the browser logs the refusal by itself.
  expectConsole(/status of 409/)
  await openPlan(page, 'anti-pestcoordinator', 'almere')
  await expect(page.getByText('Schrijf hier nooit de naam van een leerling.')).toBeVisible()
  await expect(row(page, new RegExp(names))).toContainText('Schoolgids, bladzijde 14')
  await axe(page)
  await expectNoSidewaysScroll(page)

  await row(page, event)
    .getByRole('button', { name: /^Wijzig/ })
    .click()
  await expect(page.getByLabel('Wie zorgt ervoor?')).toBeFocused()
  await page.getByLabel('Wie zorgt ervoor?').selectOption({ label: 'directeur' })
  const dueOn = await page.getByLabel('Uiterlijk op').inputValue()
  await page.getByLabel('Uiterlijk op').fill('2031-01-01')
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByRole('alert')).toContainText('Kies dagen in dit schooljaar')
  await axe(page)
  await page.getByLabel('Uiterlijk op').fill(dueOn)
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByText(`“${event}” is gewijzigd.`)).toBeVisible()
  await expect(row(page, event)).toContainText('directeur')
  await expect(row(page, event).getByRole('heading')).toBeFocused()

  await row(page, event)
    .getByRole('button', { name: /^Vink af/ })
    .click()
  const evidence = page.getByLabel(/^Waaraan is dat te zien/)
  await evidence.fill('Projectdag, foto’s op de schijf: https://school.example/projectdag')
  await axe(page)
  const colleague = await openBrowser()
  await openPlan(colleague, 'anti-pestcoordinator', 'almere')
  await row(colleague, event)
    .getByRole('button', { name: /^Laat weg/ })
    .click()
  await colleague.getByRole('button', { name: 'Sla op' }).click()
  await expect(colleague.getByRole('alert')).toContainText('Schrijf waarom de locatie dit weglaat.')
  await colleague.getByLabel(/^Waarom doet de locatie/).fill('Er is dit jaar een landelijke dag.')
  await colleague.getByRole('button', { name: 'Sla op' }).click()
  await expect(row(colleague, event)).toContainText('Er is dit jaar een landelijke dag.')

  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByRole('alert')).toContainText('Nu staat er: directeur;')
  await expect(page.getByRole('alert')).toContainText('Er is dit jaar een landelijke dag.')
  await expect(evidence).toHaveValue(/Projectdag/)
  await page.getByRole('button', { name: 'Sla niets op' }).click()
  await row(page, event)
    .getByRole('button', { name: /^Toch wel doen/ })
    .click()
  await expect(page.getByText(`“${event}” hoort weer bij het jaarplan.`)).toBeVisible()
  await row(page, event)
    .getByRole('button', { name: /^Vink af/ })
    .click()
  await evidence.fill('Projectdag, foto’s op de schijf: https://school.example/projectdag')
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(row(page, event).getByRole('link')).toHaveAttribute('href', 'https://school.example/projectdag')

  await page.getByRole('button', { name: 'Voeg een eigen onderdeel toe' }).click()
  await page.getByLabel('Wat ga je doen?').fill('Brief aan nieuwe ouders')
  await page.getByRole('button', { name: 'Voeg toe' }).click()
  await expect(row(page, 'Brief aan nieuwe ouders')).toContainText('van de school zelf')
  await page.getByText('Wie veranderde wat').click()
  await expect(page.getByText(/vinkte “Er is een jaarlijkse actie/)).toBeVisible()
  await axe(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 4 }).first()).toBeVisible()
  await page.emulateMedia({ media: 'screen' })

  await page.getByRole('button', { name: /^Kopieer naar/ }).click()
  await axe(page)
  await page.getByRole('button', { name: 'Ja, kopieer' }).click()
  await expect(page.getByText(/^\d+ onderdelen staan klaar in/)).toBeVisible()
  await expect(row(page, event)).toContainText('directeur')
  await expect(row(page, event)).not.toContainText('Projectdag')
  await expect(row(page, 'Brief aan nieuwe ouders')).toBeVisible()
})

test('where there is no plan a coordinator begins one; a director reads along, and a board member sees sums alone', async ({
  page,
  openBrowser,
}) => {
  await page.setViewportSize(smallest)
  await openPlan(page, 'anti-pestcoordinator', 'velp')
  await expect(page.getByText('Voor dit schooljaar is er nog geen jaarplan.')).toBeVisible()
  await axe(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Maak het jaarplan uit het protocol' }).click()
  await expect(page.getByText(/^13 onderdelen staan klaar/)).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await axe(page)

  const director = await openBrowser()
  await openPlan(director, 'directeur', 'ede')
  await expect(director.getByText('De anti-pestcoördinator houdt het bij')).toBeVisible()
  await expect(director.getByRole('button', { name: /^Vink af/ })).toHaveCount(0)

  const board = await openBrowser()
  await openPlan(board, 'bestuurder', 'ede')
  await expect(board.getByRole('row', { name: /^Velp/ })).toContainText('0 van 13')
  await expect(board.getByRole('row', { name: /^Sneek/ })).toContainText('nog geen jaarplan')
  await expect(board.getByText(names)).toHaveCount(0)
  await axe(board)
})
