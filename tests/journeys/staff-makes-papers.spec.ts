import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { openDossierAbout } from './support/dossiers.ts'
import { axe, expect, test } from './support/journey.ts'
import { signIn } from './support/staff.ts'

async function write(page: Page, kind: string, about: string, said: string): Promise<void> {
  await page.getByLabel('Wat wil je vastleggen?').selectOption(kind)
  const writing = page.getByRole('region', { name: 'Iets anders vastleggen' })
  await writing.getByLabel('Over wie?').selectOption(about)
  await writing.getByLabel('Wat is er gebeurd of besproken?').fill(said)
  await writing.getByRole('button', { name: 'Leg dit vast' }).click()
  await expect(page.getByRole('region', { name: 'Wat er is gebeurd' }).getByText(said)).toBeVisible()
  await expect(writing.getByLabel('Wat is er gebeurd of besproken?')).toHaveValue('')
}

const textOf = async (path: string) => (await readFile(path)).toString()

test('papers are made of a dossier: without the names of others, in the log, and nowhere else', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, 'anti-pestcoordinator', 'sneek')
  await openDossierAbout(page, 'Sara de Vries', 'Daan Bakker')
  await write(page, 'agreement', 'Sara de Vries', 'Sara en Daan groeten elkaar.')
  await write(page, 'note', 'Sara de Vries', 'Daans vrienden stonden bij Sara’s kluis.')
  await write(page, 'note', 'Daan Bakker', 'Daan heeft spijt.')

  await page.getByLabel('Wat wil je vastleggen?').selectOption('note')
  await page.getByLabel('Wat is er gebeurd of besproken?').fill('Half getypt.')
  await page.getByRole('button', { name: 'Maak een notitie voor Eduarte' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Notitie voor Eduarte' })).toBeFocused()
  await page.getByRole('button', { name: 'Kopieer de tekst' }).click()
  await expect(page.getByRole('link', { name: 'Kies bij welke leerling de notitie komt.' })).toBeVisible()
  await axe(page)
  await page.getByRole('radio', { name: 'Sara de Vries' }).check()
  const note = page.getByRole('textbox', { name: 'De notitie' })
  await expect(note).toHaveValue(/afspraak: Sara en Daan groeten elkaar\./)
  await expect(note).not.toHaveValue(/kluis|spijt/)
  await page.getByRole('checkbox', { name: /Daans vrienden/ }).check()
  await expect(note).toHaveValue(/gedrag: Daans vrienden stonden bij Sara’s kluis\./)
  await expect(page.getByText('Deze namen staan er nog in: Daan Bakker.')).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Haal de namen eruit' }).click()
  await expect(note).not.toHaveValue(/Daan/)
  await page.getByRole('button', { name: 'Kopieer de tekst' }).click()
  await expect(page.getByText('De tekst is gekopieerd.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await note.inputValue())
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar als tekstbestand' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^notitie-\d{4}-\d\d-\d\d\.txt$/)
  expect(await textOf(await download.path())).toContain('een andere leerling’s vrienden stonden bij Sara’s kluis')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('een andere leerling’s vrienden', { exact: false }).last()).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })

  await page.getByRole('button', { name: 'Terug naar het dossier' }).click()
  await expect(page.getByLabel('Wat is er gebeurd of besproken?')).toHaveValue('Half getypt.')

  await page.getByRole('button', { name: 'Geef een deel van dit dossier mee' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Geef een deel van dit dossier mee' })).toBeFocused()
  await page.getByRole('button', { name: 'Bewaar als webpagina' }).click()
  await expect(page.getByRole('link', { name: /^Schrijf op waarom je dit meegeeft/ })).toBeVisible()
  await axe(page)
  await page.getByRole('radio', { name: 'Sara de Vries' }).last().check()
  await page.getByRole('radio', { name: 'De politie' }).check()
  await expect(page.getByText('Geef de politie alleen wat zij nodig heeft.')).toBeVisible()
  await page.getByLabel('Waarom geef je dit mee?').fill('De agent vroeg erom, ook over Daan.')
  const paper = page.getByRole('article', { name: 'Uit het dossier over Sara de Vries' })
  await expect(paper).toContainText('Sara en leerling 1 groeten elkaar.')
  await expect(paper).not.toContainText(/Daan|spijt|Vermeer/)
  await page.getByText('Pas de tekst aan: Afspraak').click()
  await page.getByRole('textbox', { name: 'Tekst die meegaat' }).fill('Sara groet Daan en Bakkers zus.')
  await expect(paper).toContainText('Sara groet leerling 1 en leerling 1’s zus.')
  await axe(page)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar als webpagina' }).click()
  const saved = await saving
  const html = await textOf(await saved.path())
  expect(html).toContain('<h1>Uit het dossier over Sara de Vries</h1>')
  expect(html).not.toMatch(/Daan|Bakker|spijt/)
  await page.getByRole('checkbox', { name: 'Daan Bakker (anders: leerling 1)' }).check()
  await expect(paper).toContainText('Sara groet Daan en Bakkers zus.')
  await page.emulateMedia({ media: 'print' })
  await expect(paper).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: 'Terug naar het dossier' }).click()
  await expect(
    page.getByText('Meegegeven: De politie. Reden: De agent vroeg erom, ook over Daan.', { exact: true }),
  ).toBeVisible()

  await page.getByRole('link', { name: 'Logboek', exact: true }).click()
  await expect(page.getByText(/maakte een notitie voor het leerlingvolgsysteem uit een dossier/).first()).toBeVisible()
  await expect(page.getByText(/maakte uit een dossier .* een stuk voor de politie\./).first()).toBeVisible()
})
