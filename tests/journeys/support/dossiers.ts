import { expect, type Page } from '@playwright/test'

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

export const historyOf = (page: Page) => page.getByRole('region', { name: 'Wat er is gebeurd' })
export const writingIn = (page: Page) => page.getByRole('region', { name: 'Iets anders vastleggen' })
export const stepsOf = (page: Page) => page.getByRole('region', { name: 'Nu te doen' })

/** The button of a step that this person can do now. */
export const stepButton = (page: Page, title: string) => page.getByRole('button', { name: `Leg vast: ${title}` })

/** What somebody is called, from the bar of a page on which they are signed in. */
export async function nameOn(page: Page): Promise<string> {
  return (await page.getByText(/^Ingelogd als /).innerText()).replace('Ingelogd als ', '')
}

/** On the form of a new dossier: who does it is typed, and who reads along from the start is looked up by name. */
export async function fillNewDossier(page: Page, pupils: readonly string[], readers: readonly string[]): Promise<void> {
  for (const [at, pupil] of pupils.entries()) {
    await page.getByLabel('Naam', { exact: true }).nth(at).fill(pupil)
  }
  for (const reader of readers) {
    await page.getByLabel('Zoek een collega op naam').fill(reader)
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await page.getByRole('group', { name: 'Kies de mentor' }).getByRole('radio', { name: reader }).check()
    await expect(page.getByRole('region', { name: 'Wie leest dit dossier straks?' })).toContainText(reader)
  }
}

/** The row of the dossier about the student with these initials. */
export const dossierRow = (page: Page, initials: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: `(${initials})` })

/** From the list; initials show in rows that come into view, and journeys share a school. */
export async function openDossierOf(page: Page, initials: string): Promise<void> {
  await openDossiers(page)
  const rows = page.getByRole('region').getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  for (const row of await rows.all()) {
    if ((await dossierRow(page, initials).count()) > 0) break
    await row.scrollIntoViewIfNeeded()
  }
  await dossierRow(page, initials).getByRole('link').click()
  await expect(historyOf(page)).toBeVisible()
}

/** What was written stands in the history; the focus moves once the form it was typed in is gone. */
async function seeKept(page: Page, said: string): Promise<void> {
  await expect(historyOf(page).getByText(said, { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
}

export type Taken = Readonly<{ on?: string; decision?: string; actions?: readonly string[]; agreement?: string }>

/** Writes down that a step was taken, in its own form. `said`: words of this step alone. */
export async function takeStep(page: Page, title: string, said: string, taken: Taken = {}): Promise<void> {
  await stepButton(page, title).click()
  const form = page.getByRole('form', { name: title })
  if (taken.on) await form.getByLabel('Wanneer was dit?').fill(taken.on)
  if (taken.decision) await form.getByRole('radio', { name: taken.decision }).check()
  for (const action of taken.actions ?? []) await form.getByRole('checkbox', { name: action }).check()
  await form.getByLabel('Wat is er gebeurd of besproken?').fill(said)
  if (taken.agreement) {
    await form.getByLabel(/^Welke afspraak is er gemaakt/).fill(taken.agreement)
    await form.getByLabel('Wanneer kijken jullie hierop terug?').fill('2030-01-07')
  }
  await form.getByRole('button', { name: 'Leg dit vast' }).click()
  await seeKept(page, said)
}

export async function skipStep(page: Page, title: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: `Sla over: ${title}` }).click()
  const form = page.getByRole('form', { name: 'Sla deze stap over' })
  await form.getByLabel('Waarom?').fill(reason)
  await form.getByRole('button', { name: 'Sla de stap over' }).click()
  await seeKept(page, reason)
}

/** Chooses what is to be written down beside the steps. */
export async function choose(page: Page, kind: string, what: string | RegExp): Promise<void> {
  await page.getByLabel('Wat wil je vastleggen?').selectOption({ label: kind })
  await writingIn(page).getByRole('radio', { name: what }).check()
}

/** Writes down what was chosen. `said`: words of this entry alone. */
export async function writeDown(page: Page, said: string, on?: string): Promise<void> {
  const writing = writingIn(page)
  if (on) await writing.getByLabel('Wanneer was dit?').fill(on)
  await writing.getByLabel('Wat is er gebeurd of besproken?').fill(said)
  await writing.getByRole('button', { name: 'Leg dit vast' }).click()
  await seeKept(page, said)
}

/** Tries to write down what was chosen; the form stays, and says why not. */
export async function refusedWriting(page: Page, why: string): Promise<void> {
  await writingIn(page).getByRole('button', { name: 'Leg dit vast' }).click()
  await expect(writingIn(page).getByText(`Dit kan nu niet: ${why}`)).toBeVisible()
}
