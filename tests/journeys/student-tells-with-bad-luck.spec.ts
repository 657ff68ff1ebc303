import type { Page, Route } from '@playwright/test'
import {
  changeButton,
  fillInAll,
  lineOf,
  onCode,
  onPage,
  plainStory,
  sendButton,
  storedReport,
  toCheck,
} from './support/form.ts'
import { axe, expect, test } from './support/journey.ts'
import { staffPassword } from './support/staff.ts'

const reports = '**/api/reports'
const trouble = (page: Page) => page.getByRole('alert')

/** So tall that every report in the work list is in view, because only those are opened. */
const office = { viewport: { width: 360, height: 20_000 } }

/** How many reports with these words the confidential adviser of Ede has in the work list. */
async function reportsWith(page: Page, words: string): Promise<number> {
  await page.goto('/team/')
  await page.getByLabel('E-mailadres van school').fill('vertrouwenspersoon.ede@demo.vijfspoor.nl')
  await page.getByLabel('Wachtwoord', { exact: true }).fill(staffPassword)
  await page.getByRole('button', { name: 'Log in' }).click()
  const rows = page.getByRole('listitem').filter({ hasText: words })
  await expect(rows.first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Wordt geopend.')).toHaveCount(0)
  return rows.count()
}

/** Words that are in no other report, because the journeys of one worker share a school. */
const unlike = (what: string) => ({ ...plainStory, text: `${what} ${Math.random().toString(36).slice(2)}` })

const answer = (status: number, refusal: string) => (route: Route) => route.fulfill({ status, json: { refusal } })

test('without internet nothing is lost, and trying again sends one report', async ({
  page,
  context,
  openBrowser,
  server,
  expectConsole,
}) => {
  expectConsole(/^error: Failed to load resource: net::ERR_INTERNET_DISCONNECTED/)
  const story = unlike('Zonder internet')
  await fillInAll(page, story)
  await context.setOffline(true)
  await sendButton(page).click()
  await expect(trouble(page)).toContainText('Je hebt nu geen internet. Je melding is nog niet verstuurd')
  await expect(trouble(page)).toBeFocused()
  await expect(page).toHaveTitle(/^Fout: Controleer je antwoorden/)
  await expect(lineOf(page, 'In je eigen woorden')).toContainText(story.text)
  await axe(page)
  await sendButton(page).click()
  await expect(trouble(page)).toContainText('Je hebt nu geen internet.')
  await context.setOffline(false)
  await sendButton(page).click()
  await onCode(page)
  expect((await storedReport(page, server.url)).body.story).toBe(story.text)
  expect(await reportsWith(await openBrowser(office), story.text)).toBe(1)
})

test('pressing twice sends one report', async ({ page, openBrowser }) => {
  const story = unlike('Dubbel gedrukt')
  let posts = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/api/reports') posts += 1
  })
  await fillInAll(page, story)
  await sendButton(page).dblclick()
  await onCode(page)
  expect(posts).toBe(1)
  expect(await reportsWith(await openBrowser(office), story.text)).toBe(1)
})

test.describe('when the report arrives, but the answer does not', () => {
  const loseAnswer = async (page: Page) => {
    await page.route(reports, async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await sendButton(page).click()
    await expect(trouble(page)).toContainText('Je hebt nu geen internet.')
    await page.unroute(reports)
  }

  test.beforeEach(({ expectConsole }) => expectConsole(/^error: Failed to load resource: net::ERR_CONNECTION_RESET/))

  test('sending again gives the same report, with the same code', async ({ page, openBrowser, server }) => {
    const story = unlike('Antwoord kwijt')
    await fillInAll(page, story)
    await loseAnswer(page)
    await sendButton(page).click()
    await onCode(page)
    expect((await storedReport(page, server.url)).body.story).toBe(story.text)
    expect(await reportsWith(await openBrowser(office), story.text)).toBe(1)
  })

  test('after a change it says what did arrive', async ({ page, openBrowser, server, expectConsole }) => {
    expectConsole(/^error: Failed to load resource: the server responded with a status of 409/)
    const story = unlike('Daarna veranderd')
    await fillInAll(page, story)
    await loseAnswer(page)
    await changeButton(page, 'In je eigen woorden').click()
    await page.getByRole('textbox').fill(`${story.text} Nog iets.`)
    await toCheck(page)
    await sendButton(page).click()
    await onCode(page)
    await expect(
      page.getByText(/^Je melding was al aangekomen, maar zonder wat je daarna hebt veranderd/),
    ).toBeVisible()
    expect((await storedReport(page, server.url)).body.story).toBe(story.text)
    expect(await reportsWith(await openBrowser(office), story.text)).toBe(1)
  })
})

test.describe('each refusal is said in its own words, and the next try works', () => {
  for (const { status, refusal, says } of [
    { status: 429, refusal: 'too-many', says: 'Het is nu heel druk. Je melding is nog niet verstuurd' },
    {
      status: 507,
      refusal: 'storage-full',
      says: 'Er is nu geen plek om je melding te bewaren. Hij is niet verstuurd.',
    },
    { status: 500, refusal: 'unexpected', says: 'Het lukt nu niet. Je melding is nog niet verstuurd' },
    { status: 422, refusal: 'holder-unknown', says: 'Je melding kan zo niet worden verstuurd.' },
  ]) {
    test(refusal, async ({ page, expectConsole }) => {
      expectConsole(new RegExp(`^error: Failed to load resource: the server responded with a status of ${status}`))
      await page.route(reports, answer(status, refusal))
      await fillInAll(page)
      await sendButton(page).click()
      await expect(trouble(page)).toContainText(says)
      await expect(trouble(page).getByRole('heading')).toHaveText('Je melding is nog niet verstuurd')
      await page.unroute(reports)
      await sendButton(page).click()
      await onCode(page)
    })
  }
})

test('a site that has become busier asks for more work, unseen', async ({ page, expectConsole }) => {
  expectConsole(/^error: Failed to load resource: the server responded with a status of 403/)
  let refusals = 0
  await page.route('**/api/sites/*/drafts', async (route) => {
    refusals += 1
    if (refusals > 1) await route.fallback()
    else await answer(403, 'solution-refused')(route)
  })
  await fillInAll(page)
  await sendButton(page).click()
  await onCode(page)
  expect(refusals).toBe(2)
})

test('work that takes long can be stopped, and nothing is sent then', async ({ page }) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && /reports$/.test(request.url())) posts.push(request.url())
  })
  await page.route('**/api/sites/*/drafts', async (route) => {
    await released
    await route.fallback()
  })
  await fillInAll(page)
  await sendButton(page).click()
  await expect(page.getByRole('main').getByRole('status').last()).toContainText('Daarmee houden we nepmeldingen tegen.')
  await page.getByRole('button', { name: 'Stop met versturen' }).click()
  await expect(page.getByText('Het versturen is gestopt. Je melding is niet verstuurd.')).toBeVisible()
  const opened = page.waitForResponse('**/api/sites/*/drafts')
  release()
  await opened
  await changeButton(page, 'Hoe vaak').click()
  await toCheck(page)
  await onPage(page, 'Controleer je antwoorden')
  expect(posts).toEqual([])
  await sendButton(page).click()
  await onCode(page)
  expect(posts).toHaveLength(1)
})

test('Back while it is being sent leads nowhere, and the code comes', async ({ page }) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route(reports, async (route) => {
    await released
    await route.fallback()
  })
  await fillInAll(page)
  await sendButton(page).click()
  await expect(page.getByText('We doen je verhaal op slot en versturen het.')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Controleer je antwoorden')
  release()
  await onCode(page)
})
