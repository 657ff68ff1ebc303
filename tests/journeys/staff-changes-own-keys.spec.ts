import type { Page } from '@playwright/test'
import { colleagueAt } from './support/colleague-at.ts'
import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { giveAuthenticator } from './support/passkeys.ts'
import { choosePassword, enrol, readSheet, typeSheetOver } from './support/sheet.ts'
import { mailOf, signIn, staffPassword, typeSignIn } from './support/staff.ts'

/** Nobody else's journey signs in as these two. */
const changer = 'ondersteuningscoordinator'
const loser = 'teamleider'
const site = 'ede'
const nextPassword = 'veldkers in de ochtendmist'

async function recover(page: Page, who: string, sheet: readonly string[]): Promise<void> {
  await page.goto('/team/herstel/')
  await page.getByLabel('E-mailadres van school').fill(mailOf(who, site))
  await page.getByLabel('De code op je herstelblad').fill(sheet.join('-'))
  await page.getByRole('button', { name: 'Ga verder' }).click()
}

/** Makes the letter on the page with people. @returns the link on it. */
async function letterFor(page: Page, role: string): Promise<string> {
  await signIn(page, 'systeembeheerder', site)
  await page.goto('/team/mensen/')
  const row = page.getByRole('listitem').filter({ hasText: role })
  await row.getByRole('button', { name: /^Wijzig / }).click()
  await row.getByRole('button', { name: / is wachtwoord en herstelblad kwijt$/ }).click()
  await expect(row.getByText('Wat alleen voor', { exact: false })).toBeVisible()
  await axe(page)
  await row.getByRole('button', { name: 'Maak de brief' }).click()
  await expect(page.getByRole('heading', { name: 'De brief is klaar' })).toBeFocused()
  await axe(page)
  const link = await page.getByText(/\/team\/welkom\/#/).innerText()
  await page.getByRole('button', { name: 'Ik heb de brief' }).click()
  await expect(page.getByRole('heading', { name: 'Wie werkt hier' })).toBeVisible()
  return link.trim()
}

test('a new sheet and a new password, each with the one in use; the old ones are worth nothing', {
  tag: '@postgres',
}, async ({ page, openBrowser, expectConsole }) => {
  test.setTimeout(240_000)
  expectConsole(/status of 401/)
  await signIn(page, changer, site)
  await giveAuthenticator(page, { hasPrf: true })
  await page.goto('/team/account/')
  await page.getByRole('button', { name: 'Maak een passkey' }).click()
  await page.getByLabel('Naam van de passkey').fill('Telefoon')
  await page.locator('#password').fill(staffPassword)
  await page.getByRole('button', { name: 'Maak de passkey' }).click()
  await expect(page.getByText('Hij opent ook je sleutels.')).toBeVisible()
  const sheetPart = page.getByRole('region', { name: 'Herstelblad', exact: true })
  const makeSheet = async () => {
    await sheetPart.getByRole('button', { name: 'Maak een nieuw herstelblad' }).click()
    await sheetPart.getByLabel('Je huidige wachtwoord').fill(staffPassword)
    await sheetPart.getByRole('button', { name: 'Maak het blad' }).click()
    const sheet = await readSheet(page)
    await page.getByRole('button', { name: 'Het blad is klaar, ga verder' }).click()
    await typeSheetOver(page, sheet)
    await expect(sheetPart.getByText('Het nieuwe herstelblad werkt.')).toBeVisible()
    return sheet
  }

  await sheetPart.getByRole('button', { name: 'Maak een nieuw herstelblad' }).click()
  await sheetPart.getByLabel('Je huidige wachtwoord').fill('niet het goede wachtwoord')
  await sheetPart.getByRole('button', { name: 'Maak het blad' }).click()
  await expect(sheetPart.getByRole('alert')).toContainText('niet je huidige wachtwoord')
  await axe(page)
  await expectNoSidewaysScroll(page)
  await sheetPart.getByRole('button', { name: 'Laat het zoals het was' }).click()
  const [first, second] = [await makeSheet(), await makeSheet()]
  expect(first).not.toEqual(second)

  const elsewhere = await openBrowser()
  await recover(elsewhere, changer, first)
  await expect(elsewhere.getByRole('alert')).toContainText('horen niet bij elkaar')
  await signIn(elsewhere, changer, site)

  const part = page.getByRole('region', { name: 'Wachtwoord', exact: true })
  await part.getByRole('button', { name: 'Wijzig mijn wachtwoord' }).click()
  await part.getByLabel('Je huidige wachtwoord').fill('niet het goede wachtwoord')
  await choosePassword(page, nextPassword)
  await part.getByRole('button', { name: 'Bewaar het nieuwe wachtwoord' }).click()
  await expect(part.getByRole('alert')).toContainText('niet je huidige wachtwoord')
  await axe(page)
  await part.getByLabel('Je huidige wachtwoord').fill(staffPassword)
  await part.getByRole('button', { name: 'Bewaar het nieuwe wachtwoord' }).click()
  await expect(part.getByText('Je wachtwoord is gewijzigd.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Log uit', exact: true })).toBeVisible()

  await test.step('the other session has ended', async () => {
    await elsewhere.reload()
    await expect(elsewhere.getByLabel('E-mailadres van school')).toHaveValue(mailOf(changer, site))
    await elsewhere.getByLabel('Wachtwoord', { exact: true }).fill(staffPassword)
    await elsewhere.getByRole('button', { name: 'Log in' }).click()
    await expect(elsewhere.getByRole('alert')).toContainText('horen niet bij elkaar')
    await elsewhere.getByLabel('Wachtwoord', { exact: true }).fill(nextPassword)
    await elsewhere.getByRole('button', { name: 'Log in' }).click()
    await expect(elsewhere.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeVisible()
  })

  await test.step('and the newest sheet still opens the keys', async () => {
    const home = await openBrowser()
    await recover(home, changer, second)
    await expect(home.getByLabel('Houd “Telefoon”')).not.toBeChecked()
    await axe(home)
    await expectNoSidewaysScroll(home)
    await choosePassword(home, staffPassword)
    await home.getByRole('button', { name: 'Bewaar het nieuwe wachtwoord' }).click()
    await home.getByRole('link', { name: 'Maak een nieuw herstelblad' }).click()
    await expect(home.getByText('Je hebt nog geen passkey.')).toBeVisible()
    await expect(home.getByRole('region', { name: 'Herstelblad', exact: true })).toBeVisible()
    await signIn(await openBrowser(), changer, site)
  })
})

test('whoever lost password and sheet makes new keys with a letter of an administrator', {
  tag: '@postgres',
}, async ({ page, openBrowser, server, expectConsole }) => {
  test.setTimeout(240_000)
  expectConsole(/status of 401/)
  const lost = await colleagueAt(server.url, loser, site)
  const office = await openBrowser()
  const link = await letterFor(office, 'teamleider')

  await page.goto(link)
  await expect(page.getByText('Je maakt nieuwe sleutels, want de oude heb je niet meer.')).toBeVisible()
  await axe(page)
  const sheet = await enrol(page, link, nextPassword)
  await expect(page).toHaveURL('/team/')

  await test.step('the old password and the session of before are over', async () => {
    expect((await lost.api.client.team.me.$get()).status).toBe(401)
    const other = await openBrowser()
    await typeSignIn(other, loser, site)
    await expect(other.getByRole('alert')).toContainText('horen niet bij elkaar')
  })

  await test.step('and the new sheet works as any other', async () => {
    const home = await openBrowser()
    await recover(home, loser, sheet)
    await choosePassword(home, 'een derde wachtwoord met mos')
    await home.getByRole('button', { name: 'Bewaar het nieuwe wachtwoord' }).click()
    await expect(home.getByRole('heading', { level: 1, name: 'Je hebt een nieuw wachtwoord' })).toBeVisible()
  })
})
