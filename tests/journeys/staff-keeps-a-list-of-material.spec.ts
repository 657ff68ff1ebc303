import { openDossiers } from './support/dossiers.ts'
import { axe, expect, test } from './support/journey.ts'
import { signIn } from './support/staff.ts'

test('what goes round online is kept in a list: where it is, when it was asked for and when it was gone', async ({
  page,
}) => {
  await signIn(page, 'mentor1', 'almere')
  await openDossiers(page)
  await page.getByRole('button', { name: 'Open een dossier' }).click()
  await page.getByLabel('Naam', { exact: true }).nth(0).fill('Imke Postma')
  await page.getByRole('radio', { name: /^Digitaal pesten/ }).check()
  await page.getByRole('button', { name: 'Open het dossier' }).click()
  const list = page.getByRole('region', { name: 'Wat er rondgaat' })
  await expect(list.getByText('Er staat nog niets in de lijst.')).toBeVisible()

  await list.getByRole('button', { name: 'Zet iets in de lijst' }).click()
  await expect(list.getByLabel('Wat is het?')).toBeFocused()
  await list.getByRole('button', { name: 'Leg dit vast' }).click()
  await expect(list.getByRole('link', { name: 'Beschrijf kort wat er rondgaat.' })).toBeVisible()
  await axe(page)
  await list.getByLabel('Wat is het?').fill('Een filmpje uit de kantine')
  await list.getByLabel('Waar staat het?').fill('Snapchat, groep van de klas')
  await list.getByLabel(/^Wie heeft het nog meer/).fill('klas 2B')
  await list.getByRole('button', { name: 'Leg dit vast' }).click()
  await expect(page.getByText('De lijst is bijgewerkt.')).toBeVisible()
  await expect(list.getByRole('listitem')).toContainText(['staat er nog'])

  await list.getByRole('button', { name: 'Werk bij: Een filmpje uit de kantine' }).click()
  await list.getByLabel(/^Wanneer was het weg/).fill('2026-11-27')
  await list.getByRole('button', { name: 'Leg dit vast' }).click()
  await expect(list.getByRole('listitem')).toHaveText([/Een filmpje uit de kantine\s+weg/])
  await expect(list.getByText(/^Weg sinds/)).toBeVisible()
  await axe(page)
})
