import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/journey.ts'
import { openReport, signIn, staffPassword, tell } from './support/staff.ts'

const draft = 'Wil je morgen met mij praten'

/** What a screen reader can get at. */
async function readAloud(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  return nodes.flatMap(({ ignored, name }) => (ignored || !name ? [] : [String(name.value)])).join(' ')
}

/** Somebody is writing an answer to this. */
async function writeTo(page: Page, url: string, story: string): Promise<void> {
  await page.clock.install()
  await tell(url, 'maartensdijk', { to: ['bullyingCoordinator'], story })
  await signIn(page, 'anti-pestcoordinator', 'maartensdijk')
  await openReport(page, story)
  await page.getByLabel('Jouw antwoord').fill(draft)
}

test.describe('a screen that somebody else must not see', { tag: '@desktop' }, () => {
  test('is empty at once after Escape twice, also while typing, and comes back as it was', async ({ page, server }) => {
    const story = 'Ze wachten me elke dag op bij de fietsen.'
    await writeTo(page, server.url, story)
    const answer = page.getByLabel('Jouw antwoord')
    await answer.press('End')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page).toHaveTitle('Pagina')
    expect(await readAloud(page)).toContain('Terug')
    expect(await readAloud(page)).not.toContain(story)
    expect(await readAloud(page)).not.toContain(draft)
    const covered = await page.getByRole('dialog').boundingBox()
    const size = page.viewportSize()
    expect(covered).toEqual({ x: 0, y: 0, ...size })
    await axe(page)

    for (let again = 0; again < 5; again += 1) await page.keyboard.press('Escape')
    await page.keyboard.press('Space')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.getByRole('button', { name: 'Terug', exact: true }).click()
    await expect(answer).toHaveValue(draft)
    await expect(answer).toBeFocused()
    await page.keyboard.type('?')
    await expect(answer).toHaveValue(`${draft}?`)
    await expect(page).toHaveTitle(/^Melding – /)
  })

  test('is empty by a button too, and locks after two minutes with nothing lost', async ({ page, server }) => {
    const story = 'Ze gooien mijn tas steeds in de sloot.'
    await writeTo(page, server.url, story)
    await page.getByRole('button', { name: 'Scherm leeg' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.clock.fastForward('01:55')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.clock.fastForward('00:06')
    await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina is op slot' })).toBeVisible()
    expect(await page.content()).not.toContain(story)
  })

  test('shows after unlocking what stood in a field without a draft of its own', async ({ page }) => {
    await signIn(page, 'anti-pestcoordinator', 'maartensdijk')
    await page.goto('/team/account/')
    await page.getByRole('button', { name: 'Maak een passkey' }).click()
    await page.getByLabel('Naam van de passkey').fill('Mijn telefoon')
    await page.locator('#password').fill('een half wachtwoord')
    await page.getByRole('button', { name: 'Zet op slot' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina is op slot' })).toBeVisible()
    expect(await page.content()).not.toContain('Mijn telefoon')
    await page.locator('#password').fill(staffPassword)
    await page.getByRole('button', { name: 'Ga verder' }).click()
    const typed = page.getByRole('region', { name: 'Dit typte je toen de pagina op slot ging' })
    await expect(typed).toContainText('Mijn telefoon')
    await expect(typed).not.toContainText('half wachtwoord')
    await axe(page)
    await typed.getByRole('button', { name: 'Ik heb het niet meer nodig' }).click()
    await expect(typed).toBeHidden()
  })
})
