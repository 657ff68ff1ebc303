import { axe, expect, test } from './support/journey.ts'
import { openReport, rowOf, signIn, tell } from './support/staff.ts'

/** Words that are in no other report, because the journeys of one worker share a school. */
const unlike = (words: string) => `${words} ${Math.random().toString(36).slice(2)}`

test('what is new and urgent stands first in the work list', async ({ page, server }) => {
  const to = ['contactPerson']
  await tell(server.url, 'sneek', { to, story: 'Dit is al gelezen.' })
  await signIn(page, 'aanspreekpunt', 'sneek')
  await openReport(page, 'Dit is al gelezen.')
  await expect(page.getByText(/zette de status op “Gelezen”/)).toBeVisible()
  await tell(server.url, 'sneek', { to, story: 'Dit is gewoon nieuw.' })
  await tell(server.url, 'sneek', { to, story: 'Dit gaat nu rond.', urgent: true })

  await page.getByRole('button', { name: 'Terug naar meldingen' }).click()
  const rows = page
    .getByRole('list')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link') })
  await expect(rows.filter({ hasText: 'Dit ' })).toHaveText([
    /Dit gaat nu rond/,
    /Dit is gewoon nieuw/,
    /Dit is al gelezen/,
  ])
  await expect(rowOf(page, 'Dit gaat nu rond.')).toContainText('Spoed')
  await expect(page.getByText('Er zijn 2 meldingen met iets nieuws.')).toBeVisible()
  await axe(page)

  await page.getByRole('radio', { name: 'Gelezen' }).check()
  await expect(rowOf(page, 'Dit is al gelezen.')).toBeVisible()
  await expect(rowOf(page, 'Dit gaat nu rond.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Laat alles zien' }).click()
  await page.getByRole('checkbox', { name: 'Spoed' }).check()
  await expect(rowOf(page, 'Dit is gewoon nieuw.')).toHaveCount(0)
  await expect(rowOf(page, 'Dit gaat nu rond.')).toBeVisible()
})

test('a row says by when an answer is due, until there is one, and fetches no more than it shows', async ({
  page,
  server,
}) => {
  const story = unlike('Niemand wil naast mij zitten.')
  await tell(server.url, 'maartensdijk', { to: ['confidentialAdviser'], story })
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await signIn(page, 'vertrouwenspersoon', 'maartensdijk')
  const due = /Antwoord uiterlijk \p{L}+dag \d+ \p{L}+( \d{4})? \(nog \d+ schooldag(en)?\)/u
  await expect(rowOf(page, story)).toHaveText(due)
  expect(fetched.filter((path) => /^\/api\/team\/reports\/[^/]+\/[^/]+$/.test(path))).toEqual([])

  await openReport(page, story)
  await expect(page.getByText(/^uiterlijk \p{L}+dag .* \(nog \d+ schooldag(en)?\)$/u)).toBeVisible()
  await page.getByLabel('Jouw antwoord').fill('Kom je morgen even langs?')
  await page.getByRole('button', { name: 'Verstuur je antwoord' }).click()
  await expect(page.getByText('Er is geantwoord')).toBeVisible()
  await page.getByRole('button', { name: 'Terug naar meldingen' }).click()
  await expect(rowOf(page, story)).toBeVisible()
  await expect(rowOf(page, story)).not.toHaveText(due)
})

test('something new is announced without moving what is on the screen', async ({ page, server }) => {
  // So tall that every row is in view, because only those are opened.
  await page.setViewportSize({ width: 360, height: 6_000 })
  await page.clock.install()
  const [before, after] = [unlike('Dit stond er al.'), unlike('Dit kwam erbij.')]
  await tell(server.url, 'leeuwarden', { to: ['contactPerson'], story: before })
  await signIn(page, 'aanspreekpunt', 'leeuwarden')
  await rowOf(page, before).getByRole('link').focus()
  await tell(server.url, 'leeuwarden', { to: ['contactPerson'], story: after })
  await page.clock.fastForward('01:01')
  await expect(page.getByText('Er is iets nieuws. Vernieuw de lijst om het te zien.')).toBeVisible()
  await expect(rowOf(page, before).getByRole('link')).toBeFocused()
  await expect(rowOf(page, after)).toHaveCount(0)
  await page.getByRole('button', { name: 'Vernieuw de lijst' }).click()
  await expect(rowOf(page, after)).toBeVisible()
})
