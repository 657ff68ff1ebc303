import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/journey.ts'
import { mailOf, signIn, staffPassword, typeSignIn } from './support/staff.ts'

const refused = /^error: Failed to load resource: the server responded with a status of 401 .*\/sign-in\/email/
const slowedDown = /^error: Failed to load resource: the server responded with a status of 429 .*\/sign-in\/email/
const disconnected = /^error: Failed to load resource: net::ERR_INTERNET_DISCONNECTED/

const email = (page: Page) => page.getByLabel('E-mailadres van school')
const password = (page: Page) => page.getByLabel('Wachtwoord', { exact: true })
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'Verbeter dit, dan kun je verder' })

test.describe('signing in', { tag: '@desktop' }, () => {
  test('with the keyboard alone, and nobody but the browser gets the password', async ({ page }) => {
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.goto('/team/')
    await axe(page)
    await expect(email(page)).toHaveAttribute('autocomplete', 'username')
    await expect(password(page)).toHaveAttribute('autocomplete', 'current-password')

    await email(page).focus()
    await page.keyboard.type(mailOf('aanspreekpunt', 'almere'))
    await page.keyboard.press('Tab')
    await page.keyboard.type(staffPassword)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeFocused()
    await expect(page).toHaveTitle(/^Meldingen – /)
    await axe(page)

    expect(sent.some((request) => request.includes('/sign-in/email'))).toBe(true)
    expect(sent.filter((request) => request.includes(staffPassword))).toEqual([])
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('')
  })

  test('says what is missing, in the summary and at the field', async ({ page }) => {
    await page.goto('/team/')
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect(summary(page)).toBeFocused()
    await expect(page).toHaveTitle(/^Fout: Inloggen – /)
    await expect(email(page)).toHaveAccessibleDescription(/Typ je e-mailadres\./)
    await axe(page)
    await summary(page).getByRole('link', { name: 'Typ je wachtwoord.' }).click()
    await expect(password(page)).toBeFocused()
  })

  test('with a wrong password keeps what was typed, and slows down after a few times', async ({
    page,
    expectConsole,
  }) => {
    expectConsole(refused)
    expectConsole(slowedDown)
    await typeSignIn(page, 'mentor2', 'almere', 'iets anders')
    const wrong = 'Dit e-mailadres en wachtwoord horen niet bij elkaar.'
    await expect(summary(page)).toContainText(wrong)
    await expect(email(page)).toHaveValue(mailOf('mentor2', 'almere'))
    const slow = summary(page).getByText('Er is te vaak een verkeerd wachtwoord getypt.')
    for (let again = 0; again < 6 && !(await slow.isVisible()); again += 1) {
      const answered = page.waitForResponse('**/sign-in/email')
      await page.getByRole('button', { name: 'Log in' }).click()
      await answered
      await expect(summary(page)).toBeVisible()
    }
    await expect(slow).toBeVisible()
    await expect(email(page)).toHaveValue(mailOf('mentor2', 'almere'))
  })

  test('an address nobody has gets the same answer as a wrong password', async ({ page, expectConsole }) => {
    expectConsole(refused)
    await typeSignIn(page, 'niemand', 'ede', 'iets anders')
    await expect(summary(page)).toContainText('Dit e-mailadres en wachtwoord horen niet bij elkaar.')
  })

  test('without a connection says so, and goes on when it is back', async ({ page, context, expectConsole }) => {
    expectConsole(disconnected)
    await page.goto('/team/')
    await context.setOffline(true)
    await email(page).fill(mailOf('mentor1', 'almere'))
    await password(page).fill(staffPassword)
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect(summary(page)).toContainText('Er is geen verbinding.')
    await expect(email(page)).toHaveValue(mailOf('mentor1', 'almere'))
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeVisible()
  })

  test('a systeembeheerder is told why the list stays empty', async ({ page }) => {
    await signIn(page, 'systeembeheerder', 'almere')
    await expect(page.getByRole('heading', { name: 'Een systeembeheerder ziet geen meldingen' })).toBeVisible()
    // The groups of the list are regions; the way to the other pages is not.
    await expect(page.getByRole('region').getByRole('list').getByRole('link')).toHaveCount(0)
    await axe(page)
  })
})
