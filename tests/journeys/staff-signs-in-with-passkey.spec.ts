import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/journey.ts'
import { giveAuthenticator } from './support/passkeys.ts'
import { staffPassword, tell } from './support/staff.ts'

const story = 'Ze noemen me elke les een naam.'
const inbox = (page: Page) => page.getByRole('heading', { level: 1, name: 'Meldingen' })
const password = (page: Page) => page.locator('#password')
const usePasskey = (page: Page) => page.getByRole('button', { name: 'Gebruik een passkey' }).click()

async function openAccountPage(page: Page, who: string): Promise<void> {
  await page.goto('/team/account/')
  await page.getByLabel('E-mailadres van school').fill(`${who}.sneek@demo.vijfspoor.nl`)
  await password(page).fill(staffPassword)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Passkeys' })).toBeVisible()
}

async function makePasskey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Maak een passkey' }).click()
  await page.getByLabel('Naam van de passkey').fill('Telefoon')
  await password(page).fill(staffPassword)
  await axe(page)
  await page.getByRole('button', { name: 'Maak de passkey' }).click()
}

const signOut = (page: Page) => page.getByRole('button', { name: 'Log uit', exact: true }).first().click()

test.describe('a passkey', () => {
  test('that can, signs in and opens the keys, and tells nobody how', async ({ page, server }) => {
    await tell(server.url, 'sneek', { to: ['bullyingCoordinator'], story })
    await giveAuthenticator(page, { hasPrf: true })
    await openAccountPage(page, 'anti-pestcoordinator')
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.postData() ?? ''))
    await makePasskey(page)
    await expect(page.getByText('Hij opent ook je sleutels.')).toBeVisible()
    await axe(page)

    await page.getByRole('button', { name: 'Zet op slot' }).click()
    await usePasskey(page)
    await expect(page.getByRole('heading', { level: 2, name: 'Passkeys' })).toBeVisible()

    await signOut(page)
    await page.goto('/team/')
    await usePasskey(page)
    await expect(inbox(page)).toBeVisible()
    await expect(page.getByText(story)).toBeVisible()
    const credentials = sent.filter((body) => body.includes('clientDataJSON'))
    expect(credentials.length).toBeGreaterThanOrEqual(3)
    for (const body of credentials) expect(body).toContain('"clientExtensionResults":{}')

    await page.goto('/team/account/')
    await page.getByRole('button', { name: 'Geef Telefoon een andere naam' }).click()
    await page.getByLabel('Naam van de passkey').fill('Laptop')
    await page.getByRole('button', { name: 'Bewaar de naam' }).click()
    await page.getByRole('button', { name: 'Verwijder Laptop' }).click()
    await page.getByRole('button', { name: 'Verwijder de passkey' }).click()
    await expect(page.getByText('Je hebt nog geen passkey.')).toBeVisible()
  })

  test('that cannot, signs in, and the password opens the keys', async ({ page }) => {
    await giveAuthenticator(page, { hasPrf: false })
    await openAccountPage(page, 'vertrouwenspersoon')
    await makePasskey(page)
    await expect(page.getByText('Dit apparaat kan er je sleutels niet mee openen')).toBeVisible()
    await signOut(page)
    await page.goto('/team/')
    await usePasskey(page)
    await expect(page.getByRole('heading', { level: 1, name: 'Open je sleutels' })).toBeFocused()
    await axe(page)
    await password(page).fill(staffPassword)
    await page.getByRole('button', { name: 'Ga verder' }).click()
    await expect(inbox(page)).toBeVisible()
  })

  test('that nobody uses leaves the password', async ({ page, expectConsole }) => {
    expectConsole(/401 .*\/passkey\/verify/)
    await giveAuthenticator(page, { hasPrf: true })
    await openAccountPage(page, 'aanspreekpunt')
    await makePasskey(page)
    await page.getByRole('button', { name: 'Verwijder Telefoon' }).click()
    await page.getByRole('button', { name: 'Verwijder de passkey' }).click()
    await expect(page.getByText('Je hebt nog geen passkey.')).toBeVisible()
    await signOut(page)
    await page.goto('/team/')
    // The device still has it; the school does not.
    await usePasskey(page)
    await expect(page.getByRole('alert')).toContainText('Deze passkey hoort niet bij een account van hier.')
    await expect(inbox(page)).toBeHidden()
  })
})
