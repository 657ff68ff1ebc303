import type { Page } from '@playwright/test'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { axe, expect, test } from './support/own-school.ts'
import { signIn } from './support/staff.ts'

const smallest = { width: 320, height: 568 }

async function openPart(page: Page, site: string, part: string): Promise<void> {
  await signIn(page, 'systeembeheerder', site)
  await page.getByRole('link', { name: 'Beheer', exact: true }).click()
  await page.getByRole('link', { name: part }).click()
  await expect(page.getByRole('heading', { level: 1, name: part })).toBeVisible()
}

async function inspect(page: Page): Promise<void> {
  await axe(page)
  await expectNoSidewaysScroll(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await axe(page)
  await page.emulateMedia({ colorScheme: 'light' })
}

test('somebody new gets a letter with a link that opens, once more, and not after it was withdrawn @desktop', async ({
  page,
  openBrowser,
}) => {
  await openPart(page, 'almere', 'Medewerkers uitnodigen')
  await page.setViewportSize(smallest)
  await page.getByRole('button', { name: 'Nodig uit' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([
    'Vul de naam in.',
    'Vul een e-mailadres in, bijvoorbeeld: noor@school.nl.',
    'Kies een of meer functies.',
  ])
  await inspect(page)
  const email = `noor.${test.info().project.name}@school.test`
  await page.getByLabel('Naam', { exact: true }).fill('Noor Nieuw')
  await page.getByLabel('E-mailadres van school').fill(email)
  await page.getByLabel('mentor', { exact: true }).check()
  await page.getByLabel(/^Klassen van deze mentor/).fill('9X, 9Y')
  await page.getByRole('button', { name: 'Nodig uit' }).click()
  await expect(page.getByRole('heading', { name: 'De brief is klaar' })).toBeFocused()
  await inspect(page)
  const letter = page.getByRole('region', { name: /^Jouw uitnodiging voor/ })
  await expect(letter).toContainText('Beste Noor Nieuw,')
  await expect(letter.getByRole('img', { name: 'De link als QR-code' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(letter).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  const linkIn = async () => /https?:\S+#\S+/.exec(await letter.innerText())?.[0] ?? ''
  const first = await linkIn()

  await page.getByRole('button', { name: 'Ik heb de brief' }).click()
  const row = page.getByRole('listitem').filter({ hasText: email })
  await expect(row).toContainText('Almere: mentor')
  await row.getByRole('button', { name: 'Maak een nieuwe brief' }).click()
  await expect(letter).toBeVisible()
  const second = await linkIn()
  expect(second).not.toBe(first)

  const visitor = await openBrowser()
  await visitor.goto(second)
  await expect(visitor.getByText('Noor Nieuw').first()).toBeVisible()
  await page.getByRole('button', { name: 'Ik heb de brief' }).click()
  await row.getByRole('button', { name: 'Trek de uitnodiging in' }).click()
  await expect(page.getByText('De uitnodiging van Noor Nieuw werkt niet meer.')).toBeVisible()
  await expect(row).toContainText('Er is nu geen uitnodiging die werkt.')
})

test('a list is compared before anything changes, and what was ticked happens', async ({ page }) => {
  await openPart(page, 'almere', 'Personeelslijst inlezen')
  await page.setViewportSize(smallest)
  const choose = (csv: string) =>
    page
      .getByLabel('Kies de lijst (CSV)')
      .setInputFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(csv, 'latin1') })
  const head = 'Naam;E-mail;Locatie;Functies;Klassen'
  await choose(`${head}\nNoor;geen adres;Utrecht;tovenaar;`)
  await expect(page.getByRole('heading', { name: 'Deze lijst kan nog niet mee' })).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('Rij 2: “geen adres” is geen e-mailadres.')
  await inspect(page)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download een voorbeeld' }).click()
  expect((await download).suggestedFilename()).toBe('personeelslijst.csv')

  const list = [
    head,
    'Renée van der Zee;renee@school.test;Almere;mentor;4C',
    'Anke;aanspreekpunt.almere@demo.vijfspoor.nl;Almere;aanspreekpunt, teamleider;',
  ].join('\n')
  await choose(list)
  await expect(page.getByRole('heading', { name: 'Dit verschilt van de school' })).toBeFocused()
  await expect(page.getByLabel('Nieuw (1)')).toBeChecked()
  await expect(page.getByText('Renée van der Zee (Almere): mentor, 4C')).toBeVisible()
  await expect(page.getByText(/nieuwe naam: Anke; erbij: teamleider/)).toBeVisible()
  await expect(page.getByLabel(/^Weg \(\d+\)$/)).not.toBeChecked()
  await inspect(page)
  await page.getByRole('button', { name: 'Voer de gekozen groepen door' }).click()
  await expect(page.getByRole('heading', { name: 'De lijst is doorgevoerd' })).toBeFocused()
  await inspect(page)

  await page.getByRole('link', { name: 'Nodig de nieuwe mensen uit' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'renee@school.test' })).toContainText(
    'Er is nu geen uitnodiging die werkt.',
  )
  await page.goto('/team/beheer/lijst/')
  await choose(list)
  await expect(page.getByText('Zonder verschil: 2.')).toBeVisible()
  await expect(page.getByLabel(/^Nieuw/)).toHaveCount(0)
})

test('a list of a thousand people comes in, and all of them get their letter', async ({ page }) => {
  test.setTimeout(900_000)
  await openPart(page, 'ede', 'Personeelslijst inlezen')
  const rows = Array.from({ length: 1_000 }, (_, n) => `Collega ${n},collega${n}@school.test,Ede,,`)
  const csv = ['Naam,E-mail,Locatie,Functie,Klas', ...rows].join('\r\n')
  await page
    .getByLabel('Kies de lijst (CSV)')
    .setInputFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect(page.getByLabel('Nieuw (1000)')).toBeChecked({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Voer de gekozen groepen door' }).click()
  await expect(page.getByRole('heading', { name: 'De lijst is doorgevoerd' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Nodig de nieuwe mensen uit' }).click()
  await page.getByRole('button', { name: /^Maak brieven voor iedereen zonder uitnodiging \(100\d\)$/ }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('region', { name: /^Jouw uitnodiging voor/ }).first()).toBeVisible({ timeout: 600_000 })
  expect(await page.getByRole('region', { name: /^Jouw uitnodiging voor/ }).count()).toBeGreaterThanOrEqual(1_000)
})
