import { ask } from '../../web/client.ts'
import { answer, type Colleague, openReport } from '../support/colleague.ts'
import { apiAt } from '../support/school-api.ts'
import { colleagueAt } from './support/colleague-at.ts'
import { axe, expect, test } from './support/journey.ts'
import { messages, placeOf, sendButton, writeField } from './support/returning.ts'
import { openReport as openOnScreen, returnWith, signIn, tell } from './support/staff.ts'

const story = 'Een docent lacht mee als ze mij uitlachen.'

const storyOf = async (colleague: Colleague, place: { site: string; report: string }) =>
  (await openReport(colleague, placeOf(place))).conversation.entries.map(({ body }) =>
    'story' in body ? body.story : body,
  )

test.describe('somebody who may not read along any more', { tag: ['@desktop', '@postgres'] }, () => {
  test('is left out, while the others of the function read on', async ({ page, server }) => {
    const reporter = await tell(server.url, 'ede', { to: ['confidentialAdviser'], story })
    const adviser = await colleagueAt(server.url, 'vertrouwenspersoon', 'ede')
    const second = await colleagueAt(server.url, 'vertrouwenspersoon2', 'ede')
    await answer(second, placeOf(reporter), { text: 'Dat moet je niet zo zwaar nemen.', on: reporter.today })
    await returnWith(page, reporter)
    const readers = page.getByRole('region', { name: 'Wie leest mee?' })
    await expect(readers.getByRole('listitem')).toHaveText(/Vertrouwenspersoon.*Dat zijn nu .* en .*\./)
    const author = await messages(page).filter({ hasText: 'zo zwaar' }).getByRole('strong').innerText()
    await readers.getByText('Verander wie meeleest').click()
    await axe(page)
    await readers.getByRole('button', { name: `Laat ${author} niet meer meelezen` }).click()
    await expect(readers.getByRole('heading', { name: `Wil je dat ${author} niet meer meeleest?` })).toBeFocused()
    await readers.getByRole('button', { name: 'Nee, laat het zo' }).click()
    await readers.getByRole('button', { name: `Laat ${author} niet meer meelezen` }).click()
    await expect(readers.getByText(/^Daarna leest nog mee: /)).toBeVisible()
    await axe(page)
    await readers.getByRole('button', { name: 'Ja, verander het' }).click()
    await expect(readers.getByText(`${author} leest vanaf nu niet meer mee.`)).toBeVisible()
    await expect(readers.getByRole('listitem')).toHaveCount(1)
    await expect(readers.getByRole('listitem')).not.toContainText(author)

    await writeField(page).fill('Dit is niet voor iedereen.')
    await sendButton(page).click()
    await expect(messages(page).last()).toContainText('Dit is niet voor iedereen.')
    // What the one who left wrote is still theirs, and no forgery.
    await expect(messages(page).filter({ hasText: 'zo zwaar' })).toContainText(author)
    await expect(page.getByRole('heading', { name: 'Let op' })).toHaveCount(0)
    expect(await storyOf(adviser, reporter)).toContainEqual({ text: 'Dit is niet voor iedereen.', attachments: [] })
    await expect(openReport(second, placeOf(reporter))).rejects.toThrow('report-unknown')
  })

  test('has to be replaced when nobody else is left', async ({ page, server }) => {
    const reporter = await tell(server.url, 'velp', { to: ['contactPerson'], story })
    await returnWith(page, reporter)
    const readers = page.getByRole('region', { name: 'Wie leest mee?' })
    await readers.getByText('Verander wie meeleest').click()
    await readers.getByRole('button', { name: /^Laat .* niet meer meelezen$/ }).click()
    await expect(readers.getByText(/^Daarna leest niemand meer mee\./)).toBeVisible()
    await expect(readers.getByRole('radio')).not.toHaveCount(0)
    await readers.getByRole('button', { name: 'Ja, verander het' }).click()
    await expect(readers.getByRole('link', { name: 'Kies wie je verhaal voortaan leest.' })).toBeVisible()
    await axe(page)
    await expect(readers.getByRole('radio', { name: 'Aanspreekpunt' })).toHaveCount(0)
    await readers.getByRole('radio', { name: 'Vertrouwenspersoon' }).check()
    await readers.getByRole('button', { name: 'Ja, verander het' }).click()
    await expect(readers.getByRole('listitem')).toContainText('Vertrouwenspersoon')

    // Who came later can follow it from the start.
    const adviser = await colleagueAt(server.url, 'vertrouwenspersoon', 'velp')
    expect(await storyOf(adviser, reporter)).toContain(story)
    const contact = await colleagueAt(server.url, 'aanspreekpunt', 'velp')
    await expect(openReport(contact, placeOf(reporter))).rejects.toThrow('report-unknown')
  })
})

test('who stays does not take the words of the one who left for forged', async ({ page, openBrowser, server }) => {
  const mentors = await Promise.all(['mentor1', 'mentor2'].map((who) => colleagueAt(server.url, who, 'ede')))
  const to = mentors.map(({ places }) => places.get('ede')?.holder ?? '')
  const reporter = await tell(server.url, 'ede', { to, story: 'Op stage noemen ze mij niet bij mijn naam.' })
  const [leaving] = mentors
  if (!leaving) throw new Error('no mentor')
  await answer(leaving, placeOf(reporter), { text: 'Ik praat met de klas.', on: reporter.today })
  await returnWith(page, reporter)
  const author = await messages(page).filter({ hasText: 'Ik praat' }).getByRole('strong').innerText()
  const readers = page.getByRole('region', { name: 'Wie leest mee?' })
  await readers.getByText('Verander wie meeleest').click()
  await readers.getByRole('button', { name: `Laat ${author} niet meer meelezen` }).click()
  await readers.getByRole('button', { name: 'Ja, verander het' }).click()
  await expect(readers.getByRole('listitem')).toHaveCount(1)

  const staying = await openBrowser()
  await signIn(staying, 'mentor2', 'ede')
  await openOnScreen(staying, 'Op stage noemen ze mij')
  await expect(staying.getByText('Ik praat met de klas.')).toBeVisible()
  await expect(staying.getByText('Er klopt iets niet in dit gesprek')).toHaveCount(0)
})

test('when nobody is left who can read, the reporter is told and turns to somebody else', async ({ page, server }) => {
  const reporter = await tell(server.url, 'heerenveen', { to: ['contactPerson'], story })
  // As it is after the only reader left the school: their grant is gone.
  await page.route(
    '**/api/conversation',
    async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), readers: [] } })
    },
    { times: 1 },
  )
  await returnWith(page, reporter)
  const readers = page.getByRole('region', { name: 'Er leest nu niemand van school mee' })
  await expect(readers).toContainText('Daarom krijg je hier nu geen antwoord.')
  await expect(writeField(page)).toHaveAccessibleDescription(/^Nu leest niemand dit\. Kies daarom eerst/)
  await readers.getByRole('radio', { name: 'Anti-pestcoördinator' }).check()
  await readers.getByRole('button', { name: 'Laat dit lezen' }).click()
  await expect(page.getByRole('region', { name: 'Wie leest mee?' }).getByRole('listitem')).toContainText(
    'Anti-pestcoördinator',
  )
  const coordinator = await colleagueAt(server.url, 'anti-pestcoordinator', 'heerenveen')
  expect(await storyOf(coordinator, reporter)).toContain(story)
})

test('a server that offers its own people as readers is not believed', async ({ page, server }) => {
  const reporter = await tell(server.url, 'sneek', { to: ['contactPerson'], story })
  const other = await ask(apiAt(server.url).client.sites[':site'].readers.$get({ param: { site: 'buitenpost' } }))
  // Genuine certificates, but of another site: nobody whom this site's key vouches for.
  await page.route('**/api/sites/sneek/readers', (route) => route.fulfill({ json: other.ok ? other.value : {} }))
  await returnWith(page, reporter)
  const readers = page.getByRole('region', { name: 'Wie leest mee?' })
  await readers.getByText('Verander wie meeleest').click()
  await readers.getByRole('button', { name: /^Laat .* niet meer meelezen$/ }).click()
  await expect(readers.getByText(/^Op deze locatie is er nu niemand anders\./)).toBeVisible()
  await expect(readers.getByRole('radio')).toHaveCount(0)
})
