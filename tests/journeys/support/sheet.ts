import { expect, type Page } from '@playwright/test'

/** What somebody would print or write down. */
export async function readSheet(page: Page): Promise<readonly string[]> {
  const groups = page.getByRole('list', { name: 'De code op het blad, in groepen van vier' }).getByRole('listitem')
  await expect(groups.first()).toBeVisible()
  return (await groups.allTextContents()).map((text) => text.trim())
}

/** Types over what is asked, from the paper. */
export async function typeSheetOver(page: Page, groups: readonly string[]): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Controleer het blad' })).toBeVisible()
  const fields = page.getByRole('textbox', { name: /^Groep \d+/ })
  await expect(fields).toHaveCount(3)
  for (const field of await fields.all()) {
    const number = Number(/\d+$/.exec((await field.getAttribute('id')) ?? '')?.[0])
    await field.fill(groups[number - 1]?.toLowerCase() ?? '')
  }
  await page.getByRole('button', { name: 'Controleer' }).click()
}

/** Fills in a password of one's own, twice. */
export async function choosePassword(page: Page, password: string, repeated = password): Promise<void> {
  await page.getByLabel('Nieuw wachtwoord').fill(password)
  await page.getByLabel('Typ het wachtwoord nog een keer').fill(repeated)
}

/** From an invitation to the work list, without looking around. @returns the sheet. */
export async function enrol(page: Page, link: string, password: string): Promise<readonly string[]> {
  await page.goto(link)
  await choosePassword(page, password)
  await page.getByRole('button', { name: 'Maak mijn sleutels' }).click()
  const sheet = await readSheet(page)
  await page.getByRole('button', { name: 'Het blad is klaar, ga verder' }).click()
  await typeSheetOver(page, sheet)
  await expect(page.getByRole('button', { name: 'Log uit', exact: true })).toBeVisible()
  return sheet
}
