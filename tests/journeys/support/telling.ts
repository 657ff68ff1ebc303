import { expect, type Page } from '@playwright/test'

export type Story = Readonly<{
  site: string
  readers: readonly string[]
  /** Answers what is asked about these readers, up to who may not read it. */
  whom?: (page: Page) => Promise<void>
  text: string
  files?: readonly Readonly<{ name: string; mimeType: string; buffer: Buffer }>[]
  name?: Readonly<{ name: string; classGroup: string; reach: string }>
}>

const choose = (page: Page, label: string) => page.getByLabel(label, { exact: true }).check()
const next = (page: Page) => page.getByRole('button', { name: 'Volgende vraag' }).click()
const question = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

/** A pupil who tells what happens, up to the page with the access code. */
export async function tell(page: Page, story: Story): Promise<string> {
  await page.goto('/melden/')
  await page.getByRole('button', { name: 'Begin met de eerste vraag' }).click()
  await fillIn(page, story)
  await page.getByRole('button', { name: 'Controleer je antwoorden' }).click()
  await question(page, 'Controleer je antwoorden')
  await page.getByRole('button', { name: 'Verstuur mijn melding' }).click()
  return readCode(page)
}

/** Every question up to the last one, which stays on the screen, answered. */
export async function fillIn(page: Page, { site, readers, whom, text, files = [], name }: Story): Promise<void> {
  await choose(page, site)
  await next(page)
  await choose(page, 'Leerling')
  await next(page)
  await choose(page, 'Over mijzelf')
  await next(page)
  for (const reader of readers) await choose(page, reader)
  await next(page)
  await whom?.(page)
  await choose(page, 'Iedereen hier mag het lezen')
  await next(page)
  await choose(page, 'Buitensluiten of negeren')
  await next(page)
  await choose(page, 'In de klas')
  await next(page)
  await choose(page, 'Een paar weken')
  await next(page)
  await choose(page, 'Bijna elke dag')
  await next(page)
  await page.getByLabel('Vertel in je eigen woorden wat er gebeurt').fill(text)
  await next(page)
  await question(page, 'Wil je iets laten zien?')
  if (files.length > 0) await page.locator('input[type="file"]').setInputFiles([...files])
  const ready = page.getByRole('listitem').filter({ hasText: 'Klaar om mee te sturen.' })
  await expect(ready).toHaveCount(files.length)
  await next(page)
  await choose(page, name ? 'Ja, met mijn naam' : 'Nee, zonder mijn naam')
  if (!name) return
  await page.getByLabel('Je naam', { exact: true }).fill(name.name)
  await page.getByLabel('Je klas').fill(name.classGroup)
  await page.getByLabel('Hoe kan iemand je het beste bereiken?').fill(name.reach)
}

/** The code as it stands on the page, in groups of four. */
export async function readCode(page: Page): Promise<string> {
  const card = page.getByRole('region', { name: 'Dit is je code' })
  await expect(card).toBeVisible({ timeout: 60_000 })
  const found = /\b[0-9A-Z]{4}(?:\s+[0-9A-Z]{4}){3}\b/.exec(await card.innerText())
  if (!found) throw new Error('There is no access code on the page.')
  return found[0].replaceAll(/\s+/g, ' ')
}

/** Comes back to the conversation with the code. */
export async function comeBack(page: Page, code: string): Promise<void> {
  await page.goto('/mijn-melding/')
  await page.getByLabel('Je code').fill(code)
  await page.getByRole('button', { name: 'Open mijn gesprek' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Je gesprek' })).toBeVisible({ timeout: 30_000 })
}

export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/team/')
  await page.getByLabel('E-mailadres van school').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeVisible({ timeout: 30_000 })
}
