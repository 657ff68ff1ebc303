import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { systemClock } from '../../api/http/clock.ts'
import { openDossiers } from './support/dossiers.ts'
import { axe, expect, test } from './support/journey.ts'
import { openReport, signIn, tell } from './support/staff.ts'

const story = 'Ze pakken steeds mijn tas af en gooien hem in de sloot.'
const heard = 'Sara vertelde dat het al weken gebeurt.'

const keep = (page: Page) => page.getByRole('button', { name: 'Leg dit vast' }).first().click()

test.describe('a dossier', { tag: ['@desktop', '@postgres'] }, () => {
  test('begins at a report, is worked by the protocol, and says what a measure still lacks', async ({
    page,
    openBrowser,
    server,
  }) => {
    await tell(server.url, 'almere', { to: ['bullyingCoordinator'], story })
    await signIn(page, 'anti-pestcoordinator', 'almere')
    await openReport(page, story)
    await page.getByRole('link', { name: 'Open een dossier' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Open een dossier' })).toBeVisible()
    await expect(page).toHaveURL(/\/team\/dossiers\/$/)

    await page.getByRole('button', { name: 'Open het dossier' }).click()
    await expect(page.getByRole('link', { name: 'Vul ten minste één leerling in.' })).toBeVisible()
    await axe(page)
    await page.getByLabel('Naam', { exact: true }).nth(0).fill('Sara de Vries')
    await page.getByLabel('Naam', { exact: true }).nth(1).fill('Daan Bakker')
    await page.getByRole('button', { name: 'Zoek eerdere dossiers over deze leerlingen' }).click()
    await expect(page.getByText('Er is geen eerder dossier gevonden over deze leerlingen.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Wie leest dit dossier straks?' })).toContainText(
      'Anti-pestcoördinator',
    )
    await page.getByRole('button', { name: 'Open het dossier' }).click()

    await expect(page.getByRole('heading', { name: 'Wat er is gebeurd' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Betrokkenen' })).toContainText('Sara de Vries')
    await expect(page.getByText('Meldingen bij dit dossier: 1')).toBeVisible()
    await axe(page)

    await page.getByLabel('Wat wil je vastleggen?').selectOption('measure')
    const writing = page.getByRole('region', { name: 'Iets anders vastleggen' })
    await writing.getByRole('radio', { name: 'No Blame: samen oplossen zonder straf' }).check()
    await expect(writing.getByText('Dit kan nog niet. Er ontbreekt:')).toBeVisible()
    await writing.getByRole('button', { name: 'Leg dit vast' }).click()
    await expect(writing.getByText('er moet eerst iets anders gebeuren.')).toBeVisible()

    await page.getByLabel('Wat wil je vastleggen?').selectOption('note')
    await writing.getByRole('button', { name: 'Leg dit vast' }).click()
    await expect(writing.getByRole('link', { name: 'Schrijf op waarom. Een paar woorden is genoeg.' })).toBeVisible()
    await writing.getByLabel('Wat is er gebeurd of besproken?').fill('Gebeld met de school van Daan.')
    await writing.getByRole('button', { name: 'Leg dit vast' }).click()
    await expect(page.getByText('Het is vastgelegd.')).toBeVisible()
    await expect(page.getByText('Gebeld met de school van Daan.')).toBeVisible()

    // A second dossier on the same student is found, in this browser only.
    await page.getByRole('button', { name: 'Terug naar dossiers' }).click()
    await page.getByRole('button', { name: 'Open een dossier' }).click()
    await page.getByLabel('Naam', { exact: true }).nth(0).fill('sara vries')
    await page.getByRole('button', { name: 'Zoek eerdere dossiers over deze leerlingen' }).click()
    await expect(page.getByRole('checkbox', { name: /Sara de Vries/ }).first()).toBeVisible()
    await axe(page)

    const other = await openBrowser()
    await signIn(other, 'systeembeheerder', 'almere')
    await expect(other.getByRole('link', { name: 'Dossiers', exact: true })).toHaveCount(0)
  })

  test('shows a mentor what to do first, keeps what was said, and takes back what was wrong', async ({ page }) => {
    await signIn(page, 'mentor1', 'almere')
    await openDossiers(page)
    await page.getByRole('button', { name: 'Open een dossier' }).click()
    await page.getByLabel('Naam', { exact: true }).nth(0).fill('Noor Jansen')
    await page.getByRole('button', { name: 'Open het dossier' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /^Zet in je agenda: Praat apart met de leerling die gepest wordt/ }).click()
    const agenda = await readFile(await (await download).path(), 'utf8')
    expect(agenda).toMatch(/\r\nSUMMARY:Vijfspoor: afspraak\r\n/)
    expect(agenda).not.toMatch(/Noor|Jansen|praat|pest|almere/i)
    await expect(page.getByText('Open afspraak.ics bij je downloads.')).toBeVisible()
    await page.getByRole('button', { name: /^Leg vast: Praat apart met de leerling die gepest wordt/ }).click()
    await keep(page)
    await expect(
      page.getByRole('link', { name: 'Schrijf op wat er is gebeurd. Een paar woorden is genoeg.' }),
    ).toBeVisible()
    await axe(page)
    await page.getByLabel('Wat is er gebeurd of besproken?').first().fill(heard)
    await keep(page)
    await expect(page.getByText('Het is vastgelegd.')).toBeVisible()
    const history = page.getByRole('region', { name: 'Wat er is gebeurd' })
    await expect(history.getByText(heard)).toBeVisible()

    await history.getByRole('button', { name: /^Neem dit terug: Praat apart/ }).click()
    await history.getByLabel('Waarom?').fill('Dit was een andere leerling.')
    await history.getByRole('button', { name: 'Neem het terug' }).click()
    await expect(history.getByText('Teruggenomen').first()).toBeVisible()
    await expect(
      page.getByRole('button', { name: /^Leg vast: Praat apart met de leerling die gepest wordt/ }),
    ).toBeVisible()
    await axe(page)

    await page.getByLabel('Wat wil je vastleggen?').selectOption('planned')
    const writing = page.getByRole('region', { name: 'Iets anders vastleggen' })
    await writing.getByLabel('Wanneer is het?').fill(systemClock.today())
    await keep(page)
    await expect(writing.getByLabel('Wanneer is het?')).toHaveValue('')

    await page.getByRole('button', { name: 'Terug naar dossiers' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: '(N. J.)' })).toBeVisible()

    await page.getByRole('link', { name: 'Meldingen', exact: true }).click()
    const waiting = page.getByRole('region', { name: 'Er wacht iets op jou in dossiers' })
    await expect(waiting).toContainText('moet vandaag iets gebeuren')
    await axe(page)
    await waiting.getByRole('link', { name: 'Ga naar Dossiers' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible()
    await page.getByRole('listitem').filter({ hasText: '(N. J.)' }).getByRole('link').click()
    const todo = page.getByRole('region', { name: 'Nu te doen' })
    await todo.getByRole('button', { name: 'Leg vast hoe het ging: Gepland moment' }).click()
    await keep(page)
    await expect(
      todo.getByRole('link', { name: 'Schrijf op wat er is gebeurd. Een paar woorden is genoeg.' }),
    ).toBeVisible()
    await axe(page)
    await todo.getByLabel('Hoe ging het?').fill('Het gesprek ging door.')
    await keep(page)
    await expect(history.getByText('Het gesprek ging door.')).toBeVisible()
    await expect(todo.getByText('Gepland moment')).toHaveCount(0)
  })
})
