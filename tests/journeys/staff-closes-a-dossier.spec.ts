import type { Page } from '@playwright/test'
import { addDays } from '../../api/domain/local-date.ts'
import { systemClock } from '../../api/http/clock.ts'
import {
  choose,
  dossierRow,
  fillNewDossier,
  historyOf,
  nameOn,
  openDossierOf,
  stepButton,
  stepsOf,
  type Taken,
  takeStep,
  writeDown,
  writingIn,
} from './support/dossiers.ts'
import { axe, expect, test } from './support/journey.ts'
import { openReport, returnWith, signIn, tell } from './support/staff.ts'

const story = 'Elke pauze loopt de hele groep weg zodra ik erbij kom staan.'
const [target, initiator, initials] = ['Wietske Ypma', 'Quinten Ozinga', 'W. Y.'] as const

test('an ordinary dossier goes from the report to its closing, by the coordinator alone, and opens again', async ({
  page,
  openBrowser,
  server,
}) => {
  // What belongs to the time before it happened again is a day older than that.
  const on = addDays(systemClock.today(), -1)
  const take = (who: Page, title: string, said: string, more: Taken = {}) => takeStep(who, title, said, { on, ...more })
  const reporter = await tell(server.url, 'almere', { to: ['bullyingCoordinator'], story })
  const mentor = await openBrowser()
  await signIn(mentor, 'mentor1', 'almere')
  await signIn(page, 'anti-pestcoordinator', 'almere')
  await openReport(page, story)
  await page.getByRole('link', { name: 'Open een dossier' }).click()
  await fillNewDossier(page, [target, initiator], [await nameOn(mentor)])
  await axe(page)
  await page.getByRole('button', { name: 'Open het dossier' }).click()
  await take(page, 'Vertel het de mentor en verdeel de rollen', 'De mentor praat eerst, ik lees mee.')
  await expect(stepsOf(page).getByText('Voor de mentor').first()).toBeVisible()
  await expect(stepButton(page, 'Praat apart met de leerling die gepest wordt')).toHaveCount(0)
  await axe(page)

  await test.step('the mentor talks, calls and agrees', async () => {
    await openDossierOf(mentor, initials)
    await expect(stepButton(mentor, 'Praat daarna apart met de leerling die het doet')).toHaveCount(0)
    await take(mentor, 'Praat apart met de leerling die gepest wordt', 'Wietske wil dat het rustig wordt.')
    await take(mentor, 'Praat daarna apart met de leerling die het doet', 'Quinten zag niet wat het met haar deed.')
    await take(mentor, 'Maak afspraken met beide leerlingen', 'Ze spraken af elkaar te groeten.', {
      agreement: 'Quinten vraagt haar erbij.',
    })
    await expect(historyOf(mentor).getByText('Quinten vraagt haar erbij.')).toBeVisible()
    await take(mentor, 'Zet een korte notitie in het leerlingvolgsysteem', 'De notitie staat erin.')
    await take(mentor, 'Vertel het de anti-pestcoördinator', 'Kort verteld hoe ver we zijn.')
    await take(mentor, 'Bel de ouders van de leerling die gepest wordt', 'Moeder van Wietske is blij met het bericht.')
    await take(mentor, 'Bel de ouders van de leerling die het doet', 'Vader van Quinten praat met hem.')
    await take(mentor, 'Spreek meteen af wat volgt als het weer gebeurt', 'Dan komt de teamleider erbij.')
    await take(mentor, 'Praat met de klas', 'De klas bedacht een vaste plek in de pauze.')
    await take(mentor, 'Kom er in de klas op terug', 'Iedereen heeft nu een plek.')
    await take(mentor, 'Zorg dat ouders en collega’s mee opletten', 'De pauzewacht let mee op.')
    await take(mentor, 'Bespreek welke steun past bij de leerling die gepest wordt', 'Wietske wil geen hulp erbij.')
    await take(mentor, 'Bespreek welke steun past bij de leerling die het doet', 'Quinten praat met de counselor.')
    await axe(mentor)
  })

  await test.step('it is calm: the mentor asks how it goes now, and cannot close', async () => {
    await take(mentor, 'Kijk of het gestopt is', 'Al drie weken niets meer.', { decision: 'Het lijkt gestopt' })
    await expect(mentor.getByText('Nazorg', { exact: true })).toBeVisible()
    await take(mentor, 'Vraag de leerling die gepest werd hoe het nu gaat', 'Het gaat goed met Wietske.')
    await take(mentor, 'Vraag ook de leerling die het deed hoe het nu gaat', 'Quinten doet zijn best.')
    await choose(mentor, 'Dat het dossier dichtgaat', 'Opgelost')
    await expect(writingIn(mentor).getByText('Dit legt een ander vast: anti-pestcoördinator.')).toBeVisible()
    await writingIn(mentor).getByRole('button', { name: 'Leg dit vast' }).click()
    await expect(writingIn(mentor).getByText('Dit kan nu niet: een ander legt dit vast.')).toBeVisible()
    await axe(mentor)
  })

  await test.step('the coordinator asks the pupil and the parents, tells the mentor, and closes', async () => {
    await page.getByRole('button', { name: 'Terug naar' }).click()
    await openDossierOf(page, initials)
    await choose(page, 'Dat het dossier dichtgaat', 'Opgelost')
    const lacks = writingIn(page).getByRole('listitem')
    await expect(lacks.filter({ hasText: `“Vraag de leerling of het dossier dicht kan”, voor ${target}` })).toHaveCount(
      1,
    )
    await writingIn(page).getByRole('button', { name: 'Leg dit vast' }).click()
    await expect(writingIn(page).getByText('er moet eerst iets anders gebeuren.')).toBeVisible()
    await axe(page)
    await take(page, 'Houd contact met de leerling die gepest werd', 'Wietske voelt zich veilig.')
    await take(page, 'Houd contact met de ouders van die leerling', 'Moeder merkt thuis verschil.')
    await take(page, 'Vraag de leerling of het dossier dicht kan', 'Van mij mag het dicht, zegt Wietske.')
    await take(page, 'Vraag de ouders of het dossier dicht kan', 'Moeder vindt het genoeg opgelost.')
    await take(page, 'Vertel de mentor dat het dossier dichtgaat', 'De mentor blijft opletten.')
    await choose(page, 'Dat het dossier dichtgaat', 'Opgelost')
    await expect(writingIn(page).getByText('Dit kan nog niet.')).toHaveCount(0)
    await writeDown(page, 'Iedereen vindt het genoeg opgelost.')
    await expect(page.getByText('Dit dossier is gesloten.', { exact: false })).toBeVisible()
    await expect(stepsOf(page)).toHaveCount(0)
    await axe(page)
  })

  await test.step('and tells the reporter, who reads it with the code', async () => {
    await page.getByText('Ga naar het bericht aan de melder').click()
    const going = page.getByRole('region', { name: 'Hoe gaat het volgens de melder?' })
    await expect(going.getByRole('heading', { level: 2 })).toBeFocused()
    await going.getByRole('button', { name: 'Kijk wat de melder liet weten' }).click()
    await going.getByRole('button', { name: 'Vertel de melder dat het is afgesloten' }).click()
    await going.getByRole('button', { name: 'Verstuur dit bericht' }).click()
    await expect(page.getByText('Je bericht is verstuurd aan de melder.')).toBeVisible()
    const pupil = await openBrowser()
    await returnWith(pupil, reporter)
    await expect(pupil.getByText('we sluiten het nu af', { exact: false })).toBeVisible()
  })

  await test.step('the list shows it under closed, and it opens again because it happened again', async () => {
    await page.getByRole('button', { name: 'Terug naar dossiers' }).click()
    const row = dossierRow(page, initials)
    await expect(page.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible()
    await expect(row).toHaveCount(0)
    await page.getByRole('button', { name: 'Laat gesloten dossiers zien' }).click()
    await expect(row.getByText('Gesloten')).toBeVisible()
    await axe(page)
    await row.getByRole('link').click()
    await choose(page, 'Dat het dossier weer opengaat', 'Het gebeurde opnieuw')
    await writeDown(page, 'Vandaag stond ze weer alleen.')
    await expect(stepsOf(page).getByText('Vertel alle ouders dat het weer gebeurde').first()).toBeVisible()
    await axe(page)
  })

  await test.step('the mentor starts anew', async () => {
    await mentor.getByRole('button', { name: 'Terug naar dossiers' }).click()
    await openDossierOf(mentor, initials)
    await expect(stepButton(mentor, 'Praat apart met de leerling die gepest wordt')).toBeVisible()
    await expect(historyOf(mentor).getByText('Heropend: Het gebeurde opnieuw')).toBeVisible()
    await axe(mentor)
  })
})
