import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { mailOf, signIn, typeSignIn } from './support/staff.ts'

/** Nobody else's journey signs in as this one. */
const blocked = 'kwaliteitsmedewerker'
const site = 'almere'

test('an account is blocked at once, with a warning, and let in again', {
  tag: '@desktop',
}, async ({ page, openBrowser, expectConsole }) => {
  expectConsole(/status of 401/)
  const other = await openBrowser()
  await signIn(other, blocked, site)
  await signIn(page, 'directeur', site)
  await page.goto('/team/mensen/')
  const row = page.getByRole('listitem').filter({ hasText: blocked })
  await row.getByRole('button', { name: /^Wijzig / }).click()
  await row.getByRole('button', { name: /^Blokkeer het account van / }).click()
  await expect(row.getByText('kan meteen nergens meer bij')).toBeVisible()
  await axe(page)
  await expectNoSidewaysScroll(page)
  await row.getByRole('button', { name: 'Toch niet' }).click()
  await row.getByRole('button', { name: /^Blokkeer het account van / }).click()
  await row.getByRole('button', { name: /^Ja, blokkeer / }).click()
  await expect(page.getByText('kan nergens meer bij. Kijk bij Sleutels')).toBeVisible()
  await expect(row.getByText('account geblokkeerd')).toBeVisible()

  await test.step('the session of before is over, and the password brings in nobody', async () => {
    await other.reload()
    await expect(other.getByLabel('E-mailadres van school')).toHaveValue(mailOf(blocked, site))
    const home = await openBrowser()
    await typeSignIn(home, blocked, site)
    await expect(home.getByRole('alert')).toContainText('horen niet bij elkaar')
  })

  await row.getByRole('button', { name: /^Laat .* weer toe$/ }).click()
  await expect(page.getByText(/ kan weer inloggen\.$/)).toBeVisible()
  await axe(page)
  await signIn(await openBrowser(), blocked, site)
})
