import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

/** A letter on the page where a site changes what its letters say. */
export const letterRow = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) })

export async function openLetterTexts(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Brieven', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Brieven en verslagen' })).toBeVisible()
}
