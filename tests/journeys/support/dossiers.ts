import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

export async function openDossiers(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Dossiers', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible()
}
