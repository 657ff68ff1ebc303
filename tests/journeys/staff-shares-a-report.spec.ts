import type { Page } from '@playwright/test'
import { leaveReport } from '../support/handing-on.ts'
import { colleagueAt } from './support/colleague-at.ts'
import { axe, expect, test } from './support/journey.ts'
import { openReport, returnWith, rowOf, signIn, tell } from './support/staff.ts'

/** Of journeys that share a school and a site, each has words of its own. */
const typed = 'Iedereen krijgt een uitnodiging voor het feest, en ik niet.'
const story = 'Ze zetten mij steeds uit de groepsapp en doen alsof het een grapje is.'

const handOn = (page: Page) => page.getByRole('region', { name: 'Delen of doorgeven' })

async function choose(page: Page, name: string): Promise<void> {
  await expect(handOn(page).getByRole('radio').first()).toBeVisible()
  await handOn(page).getByRole('radio', { name }).check()
}

test.describe('a report changes hands', { tag: '@postgres' }, () => {
  test('shared with a colleague, who answers, and the reporter sees with whom', async ({
    page,
    openBrowser,
    server,
  }) => {
    const reporter = await tell(server.url, 'velp', { to: ['confidentialAdviser'], story })
    await signIn(page, 'vertrouwenspersoon', 'velp')
    await openReport(page, story)
    await page.getByRole('button', { name: 'Deel deze melding' }).click()
    await expect(page.getByRole('heading', { name: 'Deel deze melding met een collega' })).toBeFocused()
    await handOn(page).getByRole('button', { name: 'Deel de melding' }).click()
    await expect(page.getByText('Kies eerst iemand.')).toBeVisible()
    await axe(page)
    await choose(page, 'Anti-pestcoördinator')
    await handOn(page).getByRole('button', { name: 'Deel de melding' }).click()
    await expect(handOn(page).getByText('Gedeeld met anti-pestcoördinator.')).toBeVisible()
    await expect(page.getByText(/deelde deze melding met Anti-pestcoördinator\./)).toBeVisible()
    await axe(page)

    const colleague = await openBrowser()
    await signIn(colleague, 'anti-pestcoordinator', 'velp')
    await openReport(colleague, story)
    await colleague.getByLabel('Jouw antwoord').fill('Ik help mee.')
    await colleague.getByRole('button', { name: 'Verstuur je antwoord' }).click()
    await expect(colleague.getByText('Je antwoord is verstuurd.')).toBeVisible()

    const phone = await openBrowser()
    await returnWith(phone, reporter)
    await expect(phone.getByText(/deelde dit met Anti-pestcoördinator\./)).toBeVisible()
    await expect(phone.getByText('Ik help mee.')).toBeVisible()
    await expect(phone.getByRole('region', { name: 'Wie leest mee?' })).toContainText('Anti-pestcoördinator')
    await axe(phone)
  })

  test('passed on to whom it is for, and what the reporter writes next is for them alone', async ({
    page,
    openBrowser,
    server,
  }) => {
    const reporter = await tell(server.url, 'sneek', { to: ['bullyingCoordinator'], story })
    await signIn(page, 'anti-pestcoordinator', 'sneek')
    await openReport(page, story)
    await page.getByRole('button', { name: 'Deze melding is niet voor mij' }).click()
    await choose(page, 'Vertrouwenspersoon')
    await axe(page)
    await handOn(page).getByRole('button', { name: 'Geef door en stop met lezen' }).click()
    await expect(page.getByText('Doorgegeven aan vertrouwenspersoon. Jij leest niet meer mee.')).toBeVisible()
    await page.getByRole('button', { name: 'Terug naar meldingen' }).click()
    await expect(rowOf(page, story)).toHaveCount(0)

    const phone = await openBrowser()
    await returnWith(phone, reporter)
    await expect(phone.getByText('Anti-pestcoördinator leest niet meer mee.')).toBeVisible()
    await phone.getByRole('textbox', { name: 'Schrijf terug' }).fill('Lees jij dit nu?')
    await phone.getByRole('button', { name: 'Verstuur mijn bericht' }).click()
    await expect(phone.getByText('Je bericht is verstuurd.')).toBeVisible()

    const adviser = await openBrowser()
    await signIn(adviser, 'vertrouwenspersoon', 'sneek')
    await openReport(adviser, story)
    await expect(adviser.getByText('Lees jij dit nu?')).toBeVisible()
    await expect(adviser.getByRole('heading', { name: 'Er klopt iets niet in dit gesprek' })).toHaveCount(0)
  })

  test('left by somebody who is involved: it is gone at once, and somebody else goes on', async ({
    page,
    openBrowser,
    server,
  }) => {
    const reporter = await tell(server.url, 'lelystad', { to: ['confidentialAdviser'], story })
    await signIn(page, 'vertrouwenspersoon', 'lelystad')
    await openReport(page, story)
    await page.getByRole('button', { name: 'Ik ben hier zelf bij betrokken' }).click()
    // There is one vertrouwenspersoon here: somebody has to take it over.
    await handOn(page).getByRole('button', { name: 'Ja, ik wil dit niet meer lezen' }).click()
    await expect(page.getByText('Kies eerst iemand.')).toBeVisible()
    await choose(page, 'Anti-pestcoördinator')
    await axe(page)
    await handOn(page).getByRole('button', { name: 'Ja, ik wil dit niet meer lezen' }).click()
    await expect(page.getByText(/^Je leest deze melding niet meer\. /)).toBeFocused()
    await axe(page)
    await page.getByRole('button', { name: 'Terug naar meldingen' }).click()
    await expect(rowOf(page, story)).toHaveCount(0)

    const phone = await openBrowser()
    await returnWith(phone, reporter)
    await expect(phone.getByText(/ leest niet meer mee\.$/)).toBeVisible()
    await phone.getByRole('textbox', { name: 'Schrijf terug' }).fill('Wie helpt mij nu?')
    await phone.getByRole('button', { name: 'Verstuur mijn bericht' }).click()
    await expect(phone.getByText('Je bericht is verstuurd.')).toBeVisible()
  })

  test('what was being typed when a colleague left goes out under a new key', async ({ page, openBrowser, server }) => {
    const reporter = await tell(server.url, 'velp', {
      to: ['confidentialAdviser', 'bullyingCoordinator'],
      story: typed,
    })
    await signIn(page, 'vertrouwenspersoon', 'velp')
    await openReport(page, typed)
    await expect(page.getByText(/zette de status op “Gelezen”/)).toBeVisible()
    await page.getByLabel('Jouw antwoord').fill('Ik blijf met je meedenken.')

    const colleague = await colleagueAt(server.url, 'anti-pestcoordinator', 'velp')
    const place = { site: 'velp', report: reporter.report }
    await leaveReport(colleague, place, { holder: 'bullyingCoordinator', isInvolved: false })
    await page.getByRole('button', { name: 'Verstuur je antwoord' }).click()
    await expect(page.getByText('Je antwoord is verstuurd.')).toBeVisible()
    await expect(page.getByText(/maakte een nieuwe sleutel/)).toBeVisible()

    const phone = await openBrowser()
    await returnWith(phone, reporter)
    await expect(phone.getByText('Ik blijf met je meedenken.')).toBeVisible()
    await expect(phone.getByRole('heading', { name: 'Let op' })).toHaveCount(0)
    await expect(phone.getByRole('region', { name: 'Wie leest mee?' })).not.toContainText('Anti-pestcoördinator')
  })
})
