import { expect, type Page } from '@playwright/test'
import { formatAccessCode } from '../../../web/crypto/access-code.ts'
import { newReporter, type Reporter, submit, type Telling } from '../../support/reporter.ts'
import { apiAt } from '../../support/school-api.ts'

export const staffPassword = 'demonstratie-2026'
export const mailOf = (who: string, site: string) => `${who}.${site}@demo.vijfspoor.nl`

/** Types address and password, as the person would. What follows is the test's. */
export async function typeSignIn(page: Page, who: string, site: string, password = staffPassword): Promise<void> {
  await page.goto('/team/')
  await page.getByLabel('E-mailadres van school').fill(mailOf(who, site))
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
}

export async function signIn(page: Page, who: string, site: string): Promise<void> {
  await typeSignIn(page, who, site)
  await expect(page.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeVisible()
}

/** A reporter tells something, by the same encryption and the same API as the form. */
export async function tell(url: string, site: string, telling: Telling): Promise<Reporter> {
  const reporter = await newReporter(apiAt(url), site)
  await submit(reporter, telling)
  return reporter
}

/** The row of the report that starts with these words. */
export const rowOf = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words })

/** Goes down the list until the row is there: journeys share a school, and only rows in view are opened. */
export async function findRow(page: Page, words: string): Promise<void> {
  const rows = page.getByRole('region').getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  for (const row of await rows.all()) {
    if ((await rowOf(page, words).count()) > 0) break
    await row.scrollIntoViewIfNeeded()
    await expect(row.getByText('Wordt geopend.')).toHaveCount(0)
  }
  await expect(rowOf(page, words)).toBeVisible()
}

export async function openReport(page: Page, words: string): Promise<void> {
  await findRow(page, words)
  await rowOf(page, words).getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Wat de melder vertelt' })).toBeVisible()
}

/** The reporter comes back with the code, on a device of their own. */
export async function returnWith(page: Page, { code }: Reporter): Promise<void> {
  await page.goto('/mijn-melding/')
  await page.getByLabel('Je code').fill(formatAccessCode(code))
  await page.getByRole('button', { name: 'Open mijn gesprek' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Je gesprek' })).toBeVisible()
}
