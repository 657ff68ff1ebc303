import { expect, test } from './support/journey.ts'
import { signIn } from './support/staff.ts'

/** Nobody else's journey signs in as this one: sessions of another one would be in the list. */
const [who, site] = ['anti-pestcoordinator', 'nijkerk'] as const
const signInTitle = 'Inloggen voor medewerkers'

test('signing out everywhere empties the other tab at once and ends the other browser', async ({
  page,
  openBrowser,
  expectConsole,
}) => {
  expectConsole(/401 .*\/api\/team\//)
  await signIn(page, who, site)
  const otherTab = await page.context().newPage()
  await otherTab.goto('/team/')
  await expect(otherTab.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeVisible()
  const elsewhere = await openBrowser()
  await signIn(elsewhere, who, site)

  await page.goto('/team/account/')
  await expect(page.getByText('Deze browser')).toHaveCount(1)
  await expect(page.getByRole('button', { name: /^Log uit waar je sinds/ })).toHaveCount(2)
  await page.getByRole('button', { name: 'Log overal uit' }).click()
  await expect(page.getByText('Je logt dan ook hier uit.')).toBeFocused()
  await page.getByRole('button', { name: 'Toch niet' }).click()
  await expect(page.getByRole('button', { name: 'Log overal uit' })).toBeFocused()
  await page.getByRole('button', { name: 'Log overal uit' }).click()
  await page.getByRole('button', { name: 'Log overal uit' }).click()
  await expect(page.getByRole('heading', { level: 1, name: signInTitle })).toBeVisible()
  await expect(otherTab.getByRole('heading', { level: 1, name: signInTitle })).toBeVisible()
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)

  await elsewhere.reload()
  await expect(elsewhere.getByRole('heading', { level: 1, name: signInTitle })).toBeVisible()
})
