import type { Page } from '@playwright/test'
import { openByCode } from '../support/reporter.ts'
import { apiAt } from '../support/school-api.ts'
import { axe, expect, test } from './support/journey.ts'
import { openReport, signIn, tell } from './support/staff.ts'

const story = 'Ze roepen elke pauze mijn naam over het plein en lachen dan.'

test('two colleagues who open a report at once leave a sound conversation', async ({
  page,
  openBrowser,
  server,
  expectConsole,
}) => {
  expectConsole(/^error: Failed to load resource: the server responded with a status of 409 .*\/messages/)
  const reporter = await tell(server.url, 'ede', { to: ['confidentialAdviser'], story })
  const second = await openBrowser()
  await Promise.all([signIn(page, 'vertrouwenspersoon', 'ede'), signIn(second, 'vertrouwenspersoon2', 'ede')])

  // Both have read the report and are about to say so; then one goes first.
  const bothAreWriting = Promise.all([page.waitForRequest('**/messages'), second.waitForRequest('**/messages')])
  const hasRead = (screen: Page) => screen.getByText(/zette de status op “Gelezen”/)
  await page.route('**/messages', async (route) => {
    await bothAreWriting
    await route.continue()
  })
  await second.route('**/messages', async (route) => {
    await hasRead(page).waitFor()
    await route.continue()
  })
  await Promise.all([openReport(page, story), openReport(second, story)])
  for (const screen of [page, second]) await expect(hasRead(screen)).toBeVisible()

  const { conversation } = await openByCode(apiAt(server.url), reporter.code)
  expect(conversation.warnings).toEqual([])
  expect(conversation.state).toBe('read')
  expect(conversation.entries.filter(({ purpose }) => purpose === 'status')).toHaveLength(1)
})

test('an answer that cannot be sent stays, and is sent once', async ({ page, context, server, expectConsole }) => {
  expectConsole(/^error: Failed to load resource: net::ERR_INTERNET_DISCONNECTED/)
  const reporter = await tell(server.url, 'maartensdijk', { to: ['contactPerson'], story })
  await signIn(page, 'aanspreekpunt', 'maartensdijk')
  await openReport(page, story)
  const answer = page.getByLabel('Jouw antwoord')
  const sendButton = page.getByRole('button', { name: 'Verstuur je antwoord' })

  await sendButton.click()
  await expect(answer).toHaveAccessibleDescription(/Schrijf eerst een antwoord\./)
  await expect(answer).toBeFocused()
  await answer.fill('a'.repeat(2_003))
  await sendButton.click()
  await expect(answer).toHaveAccessibleDescription(/Maak het 3 tekens korter\./)
  await axe(page)

  await answer.fill('Ik neem dit mee.')
  await context.setOffline(true)
  await sendButton.click()
  await expect(answer).toHaveAccessibleDescription(/Er is geen verbinding\./)
  await expect(answer).toHaveValue('Ik neem dit mee.')
  await context.setOffline(false)
  await sendButton.dblclick()
  await expect(page.getByText('Je antwoord is verstuurd.')).toBeVisible()
  const { conversation } = await openByCode(apiAt(server.url), reporter.code)
  expect(conversation.entries.filter(({ purpose }) => purpose === 'message')).toHaveLength(1)
  expect(conversation.warnings).toEqual([])
})

test('an answer whose receipt was lost does not become two', async ({ page, server, expectConsole }) => {
  expectConsole(/^error: Failed to load resource: net::ERR_CONNECTION_RESET/)
  const reporter = await tell(server.url, 'buitenpost', { to: ['contactPerson'], story })
  await signIn(page, 'aanspreekpunt', 'buitenpost')
  await openReport(page, story)
  await expect(page.getByText(/zette de status op “Gelezen”/)).toBeVisible()
  await page.route('**/messages', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByLabel('Jouw antwoord').fill('Ik neem dit mee.')
  await page.getByRole('button', { name: 'Verstuur je antwoord' }).click()
  await expect(page.getByLabel('Jouw antwoord')).toHaveAccessibleDescription(/Er is geen verbinding\./)
  await page.unroute('**/messages')
  await page.getByRole('button', { name: 'Verstuur je antwoord' }).click()
  await expect(page.getByText('Je antwoord is verstuurd.')).toBeVisible()
  const { conversation } = await openByCode(apiAt(server.url), reporter.code)
  expect(conversation.entries.filter(({ purpose }) => purpose === 'message')).toHaveLength(1)
})
