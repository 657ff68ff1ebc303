import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/journey.ts'
import { openReport, rowOf, signIn, staffPassword, tell } from './support/staff.ts'

const story = 'In de kleedkamer verstoppen ze mijn schoenen.'
const draft = 'Ik begrijp goed dat je dit vervelend vindt.'

const lockTitle = (page: Page) => page.getByRole('heading', { level: 1, name: 'Deze pagina is op slot' })
const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

async function unlock(page: Page, password = staffPassword): Promise<void> {
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Ga verder' }).click()
}

test.describe('a staff session', { tag: '@desktop' }, () => {
  test('locks after a quarter of an hour, with a warning, and keeps what was being typed', async ({ page, server }) => {
    await page.clock.install()
    await tell(server.url, 'nijkerk', { to: ['confidentialAdviser'], story })
    await signIn(page, 'vertrouwenspersoon', 'nijkerk')
    await openReport(page, story)
    await page.getByLabel('Jouw antwoord').fill(draft)

    await page.clock.fastForward('12:01')
    const warning = page.getByRole('alert').filter({ hasText: 'Over 3 minuten gaat deze pagina op slot.' })
    await expect(warning).toBeVisible()
    await axe(page)
    await warning.getByRole('button', { name: 'Ik ben er nog' }).click()
    await expect(warning).toBeHidden()
    await page.clock.fastForward('11:00')
    await expect(page.getByLabel('Jouw antwoord')).toHaveValue(draft)

    await page.clock.fastForward('04:01')
    await expect(lockTitle(page)).toBeFocused()
    await expect(page).toHaveTitle(/^Op slot – /)
    await axe(page)
    const shown = await page.content()
    expect(shown).not.toContain(story)
    expect(shown).not.toContain(draft)

    await unlock(page, 'iets anders')
    await expect(page.getByText('Dit wachtwoord hoort niet bij dit account.').first()).toBeVisible()
    await unlock(page)
    await expect(page.getByLabel('Jouw antwoord')).toHaveValue(draft)
    await expect(page.getByText('Dit had je al getypt. Het is nog niet verstuurd.')).toBeVisible()
  })

  test('goes on after a reload without asking for the password', async ({ page, server }) => {
    await tell(server.url, 'nijkerk', { to: ['contactPerson'], story })
    await signIn(page, 'aanspreekpunt', 'nijkerk')
    await openReport(page, story)
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Wat de melder vertelt' })).toBeVisible()
    await expect(page.getByText(story)).toBeVisible()
    await page.getByRole('button', { name: 'Terug naar meldingen' }).click()
    await expect(rowOf(page, story)).toBeVisible()
  })

  test('stays locked after a reload, and then gives the draft back', async ({ page, server }) => {
    await tell(server.url, 'heerenveen', { to: ['confidentialAdviser'], story })
    await signIn(page, 'vertrouwenspersoon', 'heerenveen')
    await openReport(page, story)
    await page.getByLabel('Jouw antwoord').fill(draft)
    await page.getByRole('button', { name: 'Zet op slot' }).click()
    await expect(lockTitle(page)).toBeVisible()
    await expect.poll(() => keptKeys(page)).toContain('draft')
    expect(await keptKeys(page)).not.toContain('secrets')
    await page.reload()
    await expect(lockTitle(page)).toBeVisible()
    await unlock(page)
    await expect(page.getByLabel('Jouw antwoord')).toHaveValue(draft)
  })

  test('of yesterday is forgotten altogether', async ({ page }) => {
    await page.clock.install()
    await signIn(page, 'mentor1', 'almere')
    await page.getByRole('button', { name: 'Zet op slot' }).click()
    await expect(lockTitle(page)).toBeVisible()
    await page.clock.fastForward('10:00:01')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen voor medewerkers' })).toBeVisible()
    await expect(page.getByLabel('E-mailadres van school')).toHaveValue('')
    expect(await databases(page)).toEqual([])
  })

  test('locks, opens and ends in all tabs together, and leaves nothing behind', async ({ page, context }) => {
    await signIn(page, 'vertrouwenspersoon', 'almere')
    const other = await context.newPage()
    await other.goto('/team/')
    await expect(other.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeVisible()
    expect(await databases(page)).toEqual(['vijfspoor-team'])

    await page.getByRole('button', { name: 'Zet op slot' }).click()
    for (const tab of [page, other]) await expect(lockTitle(tab)).toBeVisible()
    await unlock(other)
    for (const tab of [page, other])
      await expect(tab.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeVisible()

    await other.getByRole('button', { name: 'Log uit' }).click()
    for (const tab of [page, other]) await expect(tab.getByText('Je bent uitgelogd.')).toBeVisible()
    await expect.poll(() => databases(page)).toEqual([])
    await expect.poll(() => context.cookies()).toEqual([])
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen voor medewerkers' })).toBeVisible()
    expect(await databases(page)).toEqual([])
  })

  test('that the server ended asks to sign in again and keeps the draft', async ({
    page,
    context,
    server,
    expectConsole,
  }) => {
    expectConsole(/^error: Failed to load resource: the server responded with a status of 401/)
    await tell(server.url, 'emmeloord', { to: ['confidentialAdviser'], story })
    await signIn(page, 'vertrouwenspersoon', 'emmeloord')
    await openReport(page, story)
    await expect(page.getByText(/zette de status op “Gelezen”/)).toBeVisible()
    await page.getByLabel('Jouw antwoord').fill(draft)
    await context.clearCookies()
    await page.getByRole('button', { name: 'Verstuur je antwoord' }).click()
    await expect(page.getByText('Je bent niet meer ingelogd.')).toBeVisible()
    await page.getByLabel('Wachtwoord', { exact: true }).fill(staffPassword)
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect(page.getByLabel('Jouw antwoord')).toHaveValue(draft)
  })
})

test('a site key that is not the pinned one is refused, and said', async ({ page, server }) => {
  await tell(server.url, 'ede', { to: ['contactPerson'], story })
  await page.route('**/api/team/me', async (route) => {
    const answer = await route.fetch()
    const me = (await answer.json()) as { sites: { siteKey: string }[] }
    const sites = me.sites.map((site) => ({ ...site, siteKey: site.siteKey.split('').reverse().join('') }))
    await route.fulfill({ response: answer, json: { ...me, sites } })
  })
  await signIn(page, 'aanspreekpunt', 'ede')
  await expect(page.getByRole('heading', { name: 'Let op: de sleutel van de locatie Ede is veranderd' })).toBeVisible()
  await expect(page.getByText(story)).toHaveCount(0)
  await expect(page.getByText('Gaat niet open, omdat de sleutel van deze locatie is veranderd.').first()).toBeVisible()
  await axe(page)
})

test('a conversation the server tampered with is shown with a warning in words', async ({ page, server }) => {
  await tell(server.url, 'lelystad', { to: ['contactPerson'], story })
  await signIn(page, 'aanspreekpunt', 'lelystad')
  await expect(rowOf(page, story)).toBeVisible()
  await page.route('**/api/team/reports/lelystad/*', async (route) => {
    const answer = await route.fetch()
    const report = (await answer.json()) as { messages: { id: string }[] }
    const again = report.messages.map((message) => ({ ...message, id: crypto.randomUUID() }))
    await route.fulfill({ response: answer, json: { ...report, messages: [...report.messages, ...again] } })
  })
  await openReport(page, story)
  await expect(page.getByRole('heading', { name: 'Er klopt iets niet in dit gesprek' })).toBeVisible()
  await expect(page.getByText(/Een bericht staat er twee keer in\./)).toBeVisible()
  await expect(page.getByText(story)).toHaveCount(1)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('nothing is written to a report for which the server names another site key', async ({ page, server }) => {
  await tell(server.url, 'leeuwarden', { to: ['confidentialAdviser'], story })
  await signIn(page, 'vertrouwenspersoon', 'leeuwarden')
  await expect(rowOf(page, story)).toBeVisible()
  const written: string[] = []
  page.on('request', (request) => request.url().endsWith('/messages') && written.push(request.url()))
  await page.route('**/api/team/reports/leeuwarden/*', async (route) => {
    const answer = await route.fetch()
    const report = (await answer.json()) as { siteKey: string }
    await route.fulfill({ response: answer, json: { ...report, siteKey: report.siteKey.split('').reverse().join('') } })
  })
  await openReport(page, story)
  await expect(page.getByText(/Daarom kun je hier niet schrijven\./)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Jouw antwoord' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Verander de status' })).toHaveCount(0)
  expect(written).toEqual([])
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

const keptKeys = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('vijfspoor-team')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const keys = opening.result.transaction('kept').objectStore('kept').getAllKeys()
          keys.onerror = () => reject(keys.error)
          keys.onsuccess = () => {
            opening.result.close()
            resolve(keys.result.map((key) => String(key).split(' ')[0] ?? ''))
          }
        }
      }),
  )
