import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

export async function openDossiers(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Dossiers', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible()
}

/** Opens a dossier about two students: one that it happens to, and one who does it. */
export async function openDossierAbout(page: Page, target: string, initiator: string): Promise<void> {
  await openDossiers(page)
  await page.getByRole('button', { name: 'Open een dossier' }).click()
  await page.getByLabel('Naam', { exact: true }).nth(0).fill(target)
  await page.getByLabel('Naam', { exact: true }).nth(1).fill(initiator)
  await page.getByRole('button', { name: 'Open het dossier' }).click()
  await expect(page.getByRole('heading', { name: 'Wat er is gebeurd' })).toBeVisible()
}
