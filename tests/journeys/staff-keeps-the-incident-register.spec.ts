import { readFile } from 'node:fs/promises'
import { openDossierAbout } from './support/dossiers.ts'
import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { signIn } from './support/staff.ts'

test('a mentor writes down what it was above all, and makes a register without a name in the own browser', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'mentor1', 'almere')
  await openDossierAbout(page, 'Roos Zwanenburg', 'Tijn Oosterveld')
  const what = page.getByRole('region', { name: 'Wat het vooral was' })
  await expect(what.getByText('Dit is nog niet ingevuld.')).toBeVisible()
  await what.getByRole('button', { name: 'Vul dit in' }).click()
  await expect(what.getByLabel('Eerste dag van het incident')).toBeFocused()
  await what.getByRole('button', { name: 'Leg dit vast' }).click()
  await expect(what.getByRole('link', { name: 'Kies hoe ernstig het was.' })).toBeVisible()
  await axe(page)
  await what.getByLabel('Eerste dag van het incident').fill('2026-09-14')
  await what.getByLabel('Wat voor pesten was het vooral?').selectOption('Afpersen')
  await what.getByLabel('Waar gebeurde het vooral?').selectOption('Onderweg van en naar school')
  await what.getByLabel('Hoe ernstig was het?').selectOption({ index: 2 })
  await what.getByRole('button', { name: 'Leg dit vast' }).click()
  await expect(page.getByText('Het is vastgelegd.')).toBeVisible()
  await expect(what.getByText('Afpersen')).toBeVisible()

  await page.getByRole('button', { name: 'Terug naar' }).first().click()
  await page.getByRole('button', { name: 'Incidentenregister' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Incidentenregister' })).toBeFocused()
  await page.getByLabel('Van').fill('2026-09-01')
  await page.getByLabel('Tot en met').fill('2026-09-30')
  await page.getByRole('button', { name: 'Maak de lijst' }).click()
  await expect(page.getByText('1 incident.')).toBeVisible()
  const line = page.getByRole('listitem').filter({ hasText: 'Onderweg van en naar school' })
  await expect(line).toContainText('Almere')
  await expect(line).not.toContainText('Zwanenburg')
  await axe(page)
  await expectNoSidewaysScroll(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await axe(page)

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar als CSV' }).click()
  const csv = await readFile(await (await saving).path(), 'utf8')
  expect(csv).toMatch(/^\uFEFFDatum;Locatie;Soort;Ernst;Plek;Actie\r\n2026-09-14;Almere;Afpersen;/)
  expect(csv).not.toMatch(/Zwanenburg|Oosterveld/)
  const sheet = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar voor Excel' }).click()
  const workbook = await readFile(await (await sheet).path())
  expect(workbook.subarray(0, 2).toString('latin1')).toBe('PK')

  await page.getByRole('link', { name: 'Logboek' }).click()
  await expect(page.getByText('in een incidentenregister.').first()).toBeVisible()
})
