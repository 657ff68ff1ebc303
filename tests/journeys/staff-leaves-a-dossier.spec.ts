import { openDossiers } from './support/dossiers.ts'
import { axe, expect, test } from './support/journey.ts'
import { signIn } from './support/staff.ts'

test('lets a mentor who is involved stay out, and a colleague go on under a new key', async ({ page, openBrowser }) => {
  await signIn(page, 'mentor2', 'almere')
  await openDossiers(page)
  await page.getByRole('button', { name: 'Open een dossier' }).click()
  await page.getByLabel('Naam', { exact: true }).nth(0).fill('Yara Willems')
  await page.getByRole('button', { name: 'Open het dossier' }).click()
  await expect(page.getByRole('heading', { name: 'Stoppen met dit dossier' })).toBeVisible()

  const duty = page.getByRole('region', { name: 'Moet je nu iets doen?' })
  await duty.getByText('Een medewerker die pest').click()
  await duty.getByRole('button', { name: 'Ga daarheen' }).first().click()
  await expect(page.getByRole('heading', { name: 'Stoppen met dit dossier' })).toBeFocused()
  await page.getByRole('button', { name: 'Ik ben hier zelf bij betrokken' }).click()
  await expect(page.getByRole('heading', { name: 'Je bent hier zelf bij betrokken' })).toBeFocused()
  await axe(page)
  await page.getByRole('button', { name: 'Ja, ik wil dit niet meer lezen' }).click()
  await expect(page.getByText('Je leest dit dossier niet meer. Je collega’s gaan ermee verder.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '(Y. W.)' })).toHaveCount(0)
  await axe(page)

  const colleague = await openBrowser()
  await signIn(colleague, 'anti-pestcoordinator', 'almere')
  await openDossiers(colleague)
  await colleague.getByRole('listitem').filter({ hasText: '(Y. W.)' }).getByRole('link').click()
  await expect(colleague.getByText(/^Iemand leest niet meer mee\./)).toBeVisible()
  await axe(colleague)
  await colleague.getByRole('button', { name: 'Maak nu een nieuwe sleutel' }).click()
  await expect(colleague.getByText(/^Er is een nieuwe sleutel\./)).toBeVisible()
  await expect(colleague.getByText(/^Iemand leest niet meer mee\./)).toHaveCount(0)

  // Whoever reads last hands it over.
  await colleague.getByRole('button', { name: 'Ik hoef dit niet meer te lezen' }).click()
  await colleague.getByRole('button', { name: 'Ja, ik stop met lezen' }).click()
  await expect(colleague.getByText('Kies eerst wie het dossier overneemt.')).toBeVisible()
  await axe(colleague)
  await colleague.getByLabel('Zoek een collega op naam').fill('mo')
  await colleague.getByRole('button', { name: 'Toch niet' }).click()
  await expect(colleague.getByRole('button', { name: 'Ik hoef dit niet meer te lezen' })).toBeVisible()
})
