import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { signIn } from './support/staff.ts'

const narrow = { width: 360, height: 740 }

async function openNumbers(page: Page, who: string, site: string): Promise<void> {
  await signIn(page, who, site)
  await page.getByRole('link', { name: 'Cijfers' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cijfers' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Meldingen' })).toBeVisible()
}

test('a coordinator reads the numbers of the site, chooses a period, and keeps them as a file @desktop', async ({
  page,
}) => {
  await page.setViewportSize(narrow)
  await openNumbers(page, 'anti-pestcoordinator', 'almere')
  await expect(page.getByText('Dit zijn verzonnen cijfers.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: /^Almere, / })).toBeVisible()
  await expect(page.getByLabel('Locatie').getByRole('option')).toHaveText(['Almere', 'Hele school'])
  await expect(
    page.getByRole('table', { name: 'Stappen en hun termijn' }).getByRole('row', { name: /^Op tijd \d+$/ }),
  ).toBeVisible()
  await expect(page.getByRole('img', { name: 'Grafiek bij Meldingen.' })).toBeVisible()
  await expect(page.getByText('niet te zien', { exact: true }).first()).toBeVisible()
  await axe(page)
  await expectNoSidewaysScroll(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await axe(page)

  await page.getByLabel('Periode').selectOption('Februari tot en met juli')
  await expect(page.getByRole('heading', { level: 2, name: /februari tot en met juli$/ })).toBeVisible()
  await page.getByLabel('Locatie').selectOption('Hele school')
  await expect(page.getByRole('heading', { level: 2, name: /^Hele school, / })).toBeVisible()

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar als CSV' }).click()
  const file = await saving
  expect(file.suggestedFilename()).toMatch(/^cijfers-\d{4}-\d{4}\.csv$/)
  const csv = await readFile(await file.path(), 'utf8')
  expect(csv).toMatch(/^\uFEFFLocatie;Periode;Onderdeel;Wat;Aantal\r\n/)
  expect(csv).toMatch(/Almere;.*verzonnen cijfers\);Meldingen;Samen;\d+/)
  expect(csv).not.toMatch(/Ede;/)
  // Nothing between nothing and five is in what anybody takes away.
  expect(csv).not.toMatch(/;[1-4]\r?\n/)
  await expect(page.getByText(/^Bewaard als cijfers-/)).toBeVisible()

  const sheet = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar voor Excel' }).click()
  const workbook = await readFile(await (await sheet).path())
  // A workbook is a zip file.
  expect(workbook.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('table', { name: 'Meldingen' })).toBeVisible()
  await expect(page.getByRole('img')).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveCount(0)
})

test('a coordinator lets the browser count what is sealed in the dossiers, and publishes that once', async ({
  page,
}) => {
  await openNumbers(page, 'anti-pestcoordinator', 'velp')
  await page.getByLabel('Periode').selectOption('Februari tot en met juli')
  await page.getByRole('button', { name: 'Tel de dossiers' }).click()
  await expect(page.getByText(/^Van 0 dossiers is bij 0 ingevuld/)).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Publiceer soort en plek' }).click()
  await expect(page.getByRole('region', { name: 'Dossiers, naar soort' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tel de dossiers' })).toHaveCount(0)
})

test('a quality officer sees every site, a board member the school alone, a mentor no numbers', async ({
  page,
  openBrowser,
}) => {
  await openNumbers(page, 'kwaliteitsmedewerker', 'ede')
  await page.getByLabel('Locatie').selectOption('Sneek')
  await expect(page.getByRole('heading', { level: 2, name: /^Sneek, / })).toBeVisible()

  const board = await openBrowser()
  await openNumbers(board, 'bestuurder', 'ede')
  await expect(board.getByRole('heading', { level: 2, name: /^Hele school, / })).toBeVisible()
  await expect(board.getByLabel('Locatie')).toHaveCount(0)

  const mentor = await openBrowser()
  await signIn(mentor, 'mentor1', 'almere')
  await expect(mentor.getByRole('link', { name: 'Cijfers' })).toHaveCount(0)
})
