import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { LeakSearch, type Place } from '../support/leaks/search.ts'
import { openDossierAbout } from './support/dossiers.ts'
import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { letterRow, openLetterTexts } from './support/letters.ts'
import { signIn } from './support/staff.ts'

const invitation = 'Uitnodiging aan ouders voor een gesprek'
const record = 'Verslag van een gesprek met een leerling'
const suspension = 'Brief over een schorsing'

async function agree(page: Page, said: string): Promise<void> {
  await page.getByLabel('Wat wil je vastleggen?').selectOption('agreement')
  const writing = page.getByRole('region', { name: 'Iets anders vastleggen' })
  await writing.getByLabel('Over wie?').selectOption('Liv Zonneveld')
  await writing.getByLabel('Wat is er gebeurd of besproken?').fill(said)
  await writing.getByRole('button', { name: 'Leg dit vast' }).click()
  await expect(page.getByRole('region', { name: 'Wat er is gebeurd' }).getByText(said)).toBeVisible()
}

test('a letter is filled in from the dossier, worked on, saved and written down as sent, and no word of it is ever in a request', async ({
  page,
}) => {
  const sent: Place[] = []
  page.on('request', (request) => {
    const head = Buffer.from(`${request.url()} ${JSON.stringify(request.headers())} `)
    sent.push({ name: request.url(), bytes: Buffer.concat([head, request.postDataBuffer() ?? Buffer.alloc(0)]) })
  })
  await signIn(page, 'anti-pestcoordinator', 'lelystad')
  await openLetterTexts(page)
  await letterRow(page, invitation).getByRole('button', { name: 'Pas aan' }).click()
  await page
    .getByRole('textbox', { name: 'De tekst' })
    .fill(
      '{school} in {locatie}\n\nBeste {ouders},\n\n{leerling} maakte afspraken:\n{afspraken}\n\nKom op [dag en tijd].\n\n{schrijver}, {functie}',
    )
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(letterRow(page, invitation).getByText('eigen tekst')).toBeVisible()

  await openDossierAbout(page, 'Liv Zonneveld', 'Tom Bergsma')
  await agree(page, 'Liv en Tom lopen apart naar huis.')
  await page.getByRole('button', { name: 'Maak een brief of verslag' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Brief of verslag' })).toBeFocused()
  const which = page.getByLabel('Wat wil je maken?')
  await which.selectOption(suspension)
  await expect(page.getByText('Een schorsing duurt hoogstens een week.', { exact: false })).toBeVisible()
  await expect(page.getByText('De school kijkt eerst na of dit mag.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Liv Zonneveld' })).toHaveCount(0)
  await axe(page)
  await which.selectOption(invitation)
  await page.getByRole('button', { name: 'Kopieer de tekst' }).click()
  await expect(page.getByRole('link', { name: 'Kies over welke leerling het gaat.' })).toBeVisible()
  await axe(page)
  await page.getByRole('radio', { name: 'Liv Zonneveld' }).check()
  const text = page.getByRole('textbox', { name: 'De tekst' })
  await expect(text).toHaveValue(
    /^Aeres VMBO in Lelystad\n\nBeste \[namen van de ouders\],\n\nLiv Zonneveld maakte afspraken:\n- .*: Liv en een andere leerling lopen apart naar huis\./,
  )
  await expect(text).toHaveValue(/anti-pestcoördinator$/)
  await expect(page.getByText('Vul dit nog in, of haal het weg: [namen van de ouders], [dag en tijd]')).toBeVisible()
  await axe(page)
  await expectNoSidewaysScroll(page)

  await text.fill('Beste ouders van Liv, wij spraken met Tom Bergsma over de kwikstaart. Kom morgen.')
  await expect(page.getByText('Deze namen staan er nog in: Tom Bergsma.')).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Haal de namen eruit' }).click()
  await expect(text).toHaveValue(
    'Beste ouders van Liv, wij spraken met een andere leerling over de kwikstaart. Kom morgen.',
  )
  await page.getByRole('button', { name: 'Begin opnieuw met de tekst van de school' }).click()
  await expect(text).toHaveValue(/^Aeres VMBO/)
  await page.getByRole('button', { name: 'Toch wat ik had getypt' }).click()
  await which.selectOption(record)
  await expect(text).toHaveValue(/^Verslag van een gesprek met Liv Zonneveld/)
  await expect(page.getByText('Er staat nog geen gesprek in het dossier')).toBeVisible()
  await which.selectOption(invitation)
  await expect(text).toHaveValue(/kwikstaart/)

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar als webpagina' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/^brief-\d{4}-\d\d-\d\d\.html$/)
  expect((await readFile(await saved.path())).toString()).toContain(
    'een andere leerling over de kwikstaart. Kom morgen.',
  )
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('over de kwikstaart. Kom morgen.').last()).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: 'Leg vast dat deze brief weg is' }).click()
  await expect(page.getByText('Het staat in het dossier.')).toBeVisible()
  await axe(page)

  await page.getByRole('button', { name: 'Terug naar het dossier' }).click()
  await expect(
    page.getByRole('region', { name: 'Wat er is gebeurd' }).getByText(`Brief weggestuurd: ${invitation}.`),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Logboek', exact: true }).click()
  await expect(page.getByText(/maakte een brief of verslag uit een dossier/).first()).toBeVisible()
  await expect(page.getByText(/veranderde de tekst van een brief of verslag/).first()).toBeVisible()
  const found = new LeakSearch(
    ['over de kwikstaart', 'Liv Zonneveld', 'Tom Bergsma', 'apart naar huis', 'Brief weggestuurd'].map((said) => ({
      ...{ name: said, text: said },
    })),
  ).find(sent)
  expect(found).toEqual([])
  // That it is looked for in the right place: the text of the school, which anybody may know, is there.
  expect(new LeakSearch([{ name: 'template', text: 'maakte afspraken' }]).find(sent)).not.toEqual([])
})
