import { expect, type Page } from '@playwright/test'
import { readSchoolConfig } from '../../../db/school-config.ts'
import { parseAccessCode } from '../../../web/crypto/access-code.ts'
import { openByCode } from '../../support/reporter.ts'
import { apiAt } from '../../support/school-api.ts'
import { fillIn, type Story } from './telling.ts'

export const { portalName } = readSchoolConfig()

export const plainStory: Story = {
  site: 'Ede',
  readers: ['Vertrouwenspersoon'],
  text: 'Ze pakken steeds mijn tas af en gooien hem in de sloot.',
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 })
export const check = (page: Page, ...labels: string[]) => each(labels, (label) => box(page, label).check())
export const box = (page: Page, label: string) => page.getByLabel(label, { exact: true })
export const next = (page: Page) => page.getByRole('button', { name: 'Volgende vraag' }).click()
export const toCheck = (page: Page) => page.getByRole('button', { name: 'Controleer je antwoorden' }).click()
export const sendButton = (page: Page) => page.getByRole('button', { name: 'Verstuur mijn melding' })
export const changeButton = (page: Page, label: string) =>
  page.getByRole('button', { name: `Verander ${label}`, exact: true })

/** The page is there: one heading, which has the focus, and a title that says which step it is. */
export async function onPage(page: Page, name: string, step = ''): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeFocused()
  await expect(heading(page)).toHaveCount(1)
  await expect(page).toHaveTitle(`${step}${name} – ${portalName}`)
}

/** A question of the form: the same number above it and in the title, and nothing chosen yet. */
export async function onQuestion(page: Page, number: number, name: string, isFollowUp = false): Promise<void> {
  await onPage(page, name, `Vraag ${number} van 11: `)
  const above = `Vraag ${number} van 11${isFollowUp ? ', vervolg' : ''}`
  await expect(page.getByText(above, { exact: true })).toBeVisible()
  await expect(page.getByRole('main').locator('input:checked')).toHaveCount(0)
}

export async function begin(page: Page, path = '/melden/'): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: 'Begin met de eerste vraag' }).click()
}

/** The report is sent and the code is there. The title does not say so: it stands in the history. */
export async function onCode(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Je melding is verstuurd' })).toBeFocused({
    timeout: 60_000,
  })
  await expect(page).toHaveTitle(`Je code – ${portalName}`)
}

/** Everything filled in, up to the check page. */
export async function fillInAll(page: Page, story: Story = plainStory): Promise<void> {
  await begin(page)
  await fillIn(page, story)
  await toCheck(page)
  await onPage(page, 'Controleer je antwoorden')
}

/** What a line of the check page says. */
export const lineOf = (page: Page, label: string) =>
  page.locator('dl > div').filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) }) })

/** The code on the screen of a student or a parent. */
async function codeOn(page: Page): Promise<string> {
  const card = page.getByRole('region', { name: /^Dit is (je|uw) code$/ })
  await expect(card).toBeVisible({ timeout: 60_000 })
  return /\b[0-9A-Z]{4}(?:\s+[0-9A-Z]{4}){3}\b/.exec(await card.innerText())?.[0] ?? ''
}

/** The report as whoever has the code on the screen gets it from the server, opened with the reporter's keys. */
export async function storedReport(page: Page, url: string) {
  const parsed = parseAccessCode(await codeOn(page))
  if (!parsed.ok) throw new Error('the code on the page is not a code')
  const { stored, conversation } = await openByCode(apiAt(url), parsed.code)
  const [report] = conversation.entries
  if (report?.purpose !== 'report') throw new Error('the first message is not a report')
  return { body: report.body, stored, warnings: conversation.warnings, code: parsed.code }
}

async function each(labels: readonly string[], act: (label: string) => Promise<void>): Promise<void> {
  for (const label of labels) await act(label)
}
