import { answer } from '../support/colleague.ts'
import { apiAt } from '../support/school-api.ts'
import { colleagueAt } from './support/colleague-at.ts'
import { axe, expect, test } from './support/journey.ts'
import { messages, placeOf, sendButton, writeField, writtenBack } from './support/returning.ts'
import { returnWith, tell } from './support/staff.ts'

const telling = { to: ['confidentialAdviser'], story: 'Ze maken filmpjes van mij in de les.' }

test.describe('an answer', { tag: ['@desktop', '@postgres'] }, () => {
  test('is marked as new in words until the reporter has written', async ({ page, openBrowser, server }) => {
    const reporter = await tell(server.url, 'ede', telling)
    const adviser = await colleagueAt(server.url, 'vertrouwenspersoon', 'ede')
    await returnWith(page, reporter)
    const state = page.getByRole('paragraph').filter({ has: page.getByText(/^(Ontvangen|Mee bezig)$/) })
    await expect(state).toContainText('Ontvangen')
    const soFar = page.getByRole('list', { name: 'Wat er tot nu toe gebeurde' })
    await expect(soFar).toContainText('Ontvangen')
    await expect(soFar).not.toContainText('Mee bezig')
    await expect(page.getByText(/^Je krijgt uiterlijk \w+dag \d+ \w+ antwoord\.$/)).toBeVisible()

    await answer(adviser, placeOf(reporter), { text: 'Fijn dat je het vertelt.', on: reporter.today })
    await answer(adviser, placeOf(reporter), { text: '', on: reporter.today, state: 'inProgress' })
    await page.getByRole('button', { name: 'Kijk of er iets nieuws is' }).click()
    await expect(page.getByText('Er is 1 nieuw bericht van school.')).toBeVisible()
    await expect(state).toContainText('Mee bezig')
    await expect(soFar).toContainText('Mee bezig')
    await expect(page.getByText('Er is antwoord. Je leest het hieronder.')).toBeVisible()
    const reply = messages(page).filter({ hasText: 'Fijn dat je het vertelt.' })
    await expect(reply).toContainText('Nieuw')
    await expect(reply).not.toContainText('Jij')
    await page.getByRole('button', { name: 'Ga naar het nieuwe bericht' }).click()
    await expect(reply).toBeFocused()
    await axe(page)

    const phone = await openBrowser()
    await returnWith(phone, reporter)
    await expect(phone.getByText('Er is 1 nieuw bericht van school.')).toBeVisible()
    await writeField(phone).fill('Dank je wel.')
    await sendButton(phone).click()
    await expect(phone.getByText('Je bericht is verstuurd.')).toBeVisible()
    await expect(writeField(phone)).toHaveValue('')
    await expect(messages(phone).last()).toContainText('Jij')
    await expect(messages(phone).last()).toContainText('Dank je wel.')
    await expect(messages(phone).filter({ hasText: 'Nieuw' })).toHaveCount(0)
    await expect(phone.getByText('Er is geen nieuw bericht van school.')).toBeVisible()
  })
})

test('an answer that comes while somebody writes stays new', async ({ page, server }) => {
  const reporter = await tell(server.url, 'ede', telling)
  const adviser = await colleagueAt(server.url, 'vertrouwenspersoon', 'ede')
  await returnWith(page, reporter)
  await writeField(page).fill('Hallo?')
  await answer(adviser, placeOf(reporter), { text: 'Ik lees het nu pas.', on: reporter.today })
  await sendButton(page).click()
  await expect(page.getByText('Je bericht is verstuurd.')).toBeVisible()
  await expect(messages(page).filter({ hasText: 'Ik lees het nu pas.' })).toContainText('Nieuw')
  expect(await writtenBack(apiAt(server.url), reporter)).toHaveLength(1)
})

test('how it goes can be told, with or without words', async ({ page, server }) => {
  const reporter = await tell(server.url, 'ede', telling)
  await returnWith(page, reporter)
  const letKnow = page.getByRole('button', { name: 'Laat dit weten' })
  await letKnow.click()
  await expect(page.getByRole('link', { name: 'Kies of het goed gaat of niet goed gaat.' })).toBeVisible()
  await page.getByRole('radio', { name: 'Het gaat niet goed' }).check()
  await page.getByLabel('Wil je er iets bij zeggen?').fill('Vandaag weer.')
  await letKnow.click()
  await expect(page.getByText('Je hebt laten weten hoe het gaat.')).toBeVisible()
  await expect(page.getByText(/^Heb je nu hulp nodig\?/)).toBeVisible()
  await page.getByRole('radio', { name: 'Het gaat goed', exact: true }).check()
  await letKnow.click()
  await expect(messages(page).last()).toContainText('Het gaat goed.')
  const written = await writtenBack(apiAt(server.url), reporter)
  expect(written.map(({ body }) => body)).toEqual([
    { going: 'notWell', text: 'Vandaag weer.', attachments: [] },
    { going: 'well', text: '', attachments: [] },
  ])
})

test('nothing typed is lost and nothing is sent twice', async ({ page, context, server, expectConsole }) => {
  expectConsole(/ERR_(INTERNET_DISCONNECTED|FAILED)/)
  const reporter = await tell(server.url, 'ede', telling)
  await returnWith(page, reporter)
  await sendButton(page).click()
  await expect(page.getByRole('link', { name: /^Schrijf je bericht op/ })).toBeVisible()
  await writeField(page).fill('a'.repeat(2_003))
  await sendButton(page).click()
  await expect(page.getByRole('link', { name: 'Je bericht is te lang. Maak het 3 tekens korter.' })).toBeVisible()
  await expect(writeField(page)).toHaveValue('a'.repeat(2_003))

  await writeField(page).fill('Dit mag er maar één keer staan.')
  await context.setOffline(true)
  await sendButton(page).click()
  await expect(page.getByText(/^Het lukt nu niet\./)).toBeVisible()
  await expect(writeField(page)).toHaveValue('Dit mag er maar één keer staan.')
  await context.setOffline(false)
  await context.route(
    '**/api/conversation/messages',
    async (route) => {
      // It arrives, and the answer gets lost.
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await sendButton(page).click()
  await expect(page.getByText(/^Het lukt nu niet\./)).toBeVisible()
  await sendButton(page).dblclick()
  await expect(page.getByText('Je bericht is verstuurd.')).toBeVisible()
  expect((await writtenBack(apiAt(server.url), reporter)).map(({ body }) => body)).toEqual([
    { text: 'Dit mag er maar één keer staan.', attachments: [] },
  ])
})

test('a message that arrived unheard is told before another one goes', async ({
  page,
  context,
  server,
  expectConsole,
}) => {
  expectConsole(/ERR_FAILED/)
  const reporter = await tell(server.url, 'ede', telling)
  await returnWith(page, reporter)
  await context.route(
    '**/api/conversation/messages',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await writeField(page).fill('Eerst dit.')
  await sendButton(page).click()
  await expect(page.getByText(/^Het lukt nu niet\./)).toBeVisible()
  await writeField(page).fill('Eerst dit. En nog iets.')
  await sendButton(page).click()
  await expect(page.getByText(/^Je vorige bericht was toch aangekomen\./)).toBeVisible()
  await expect(messages(page).last()).toContainText('Eerst dit.')
  await writeField(page).fill('En nog iets.')
  await sendButton(page).click()
  await expect(page.getByText('Je bericht is verstuurd.')).toBeVisible()
  expect((await writtenBack(apiAt(server.url), reporter)).map(({ body }) => 'text' in body && body.text)).toEqual([
    'Eerst dit.',
    'En nog iets.',
  ])
})
