import type { Page } from '@playwright/test'
import { addDays } from '../../api/domain/local-date.ts'
import { systemClock } from '../../api/http/clock.ts'
import { dayInWords } from '../../web/islands/shared/day.ts'
import {
  choose,
  fillNewDossier,
  historyOf,
  nameOn,
  openDossierOf,
  openDossiers,
  refusedWriting,
  stepButton,
  stepsOf,
  takeStep,
  writeDown,
  writingIn,
} from './support/dossiers.ts'
import { axe, expect, test } from './support/journey.ts'
import { signIn } from './support/staff.ts'

const [target, initiator, initials] = ['Fenna Zwart', 'Ruben Postma', 'F. Z.'] as const
const measure = 'Een aanpak of een maatregel'
const changed = 'Dat er iets is veranderd'

/** Each rung of the ladder asks that it went on after the one before, so it is told afterwards, with the days it happened. */
const today = systemClock.today()
const ago = (days: number) => addDays(today, -days)

/** What others wrote meanwhile stands there when the dossier is opened again. */
async function openAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Terug naar dossiers' }).click()
  await openDossierOf(page, initials)
}

test('bullying that goes on climbs the ladder of measures, and each says what it still lacks', async ({
  page,
  openBrowser,
}) => {
  const [mentor, leader, director] = [await openBrowser(), await openBrowser(), await openBrowser()]
  await Promise.all([
    signIn(page, 'anti-pestcoordinator', 'almere'),
    signIn(mentor, 'mentor1', 'almere'),
    signIn(leader, 'teamleider', 'almere'),
    signIn(director, 'directeur', 'almere'),
  ])
  const readers = [await nameOn(mentor), await nameOn(leader), await nameOn(director)]
  await openDossiers(page)
  await page.getByRole('button', { name: 'Open een dossier' }).click()
  await fillNewDossier(page, [target, initiator], readers)
  await page.getByRole('button', { name: 'Open het dossier' }).click()
  await expect(historyOf(page)).toBeVisible()

  await test.step('without a recurrence and without consent there is no way of working without punishment', async () => {
    await choose(page, measure, 'No Blame: samen oplossen zonder straf')
    const lacks = writingIn(page).getByRole('listitem')
    await expect(lacks.filter({ hasText: 'Het is opnieuw gebeurd' })).toHaveCount(1)
    await expect(lacks.filter({ hasText: `wil een aanpak zonder straf, voor ${target}` })).toHaveCount(1)
    await refusedWriting(page, 'er moet eerst iets anders gebeuren.')
    await axe(page)

    await openDossierOf(mentor, initials)
    await choose(mentor, changed, 'Het is opnieuw gebeurd')
    await writeDown(mentor, 'Ruben pakte weer haar jas af.', ago(9))
    await expect(
      stepsOf(mentor).getByText(`Nodig de ouders uit, directeur en mentor samen (${initiator})`),
    ).toBeVisible()

    await openAgain(page)
    await choose(page, changed, `De leerling die gepest wordt wil geen aanpak zonder straf (${target})`)
    await writeDown(page, 'Fenna wil niet met Ruben in een groep.', ago(9))
    await choose(page, measure, 'No Blame: samen oplossen zonder straf')
    await expect(lacks).toHaveText([/wil een aanpak zonder straf, voor Fenna Zwart/])
    await refusedWriting(page, 'er moet eerst iets anders gebeuren.')
  })

  await test.step('the coordinator takes the first two, as far as it went on', async () => {
    await choose(page, measure, `Anti-pesttraject (${initiator})`)
    await writeDown(page, 'Zes keer na schooltijd, met de counselor.', ago(8))
    await takeStep(page, 'Bespreek wat jullie van het anti-pesttraject verwachten', 'Ruben en zijn ouders doen mee.', {
      on: ago(8),
    })
    await choose(page, measure, `Nadenkverlof van één dag (${initiator})`)
    await expect(writingIn(page).getByText('Een leerling een dag thuislaten kan', { exact: false })).toBeVisible()
    const later = `over een dag na ${dayInWords(ago(8))}: Het gaat door`
    await expect(writingIn(page).getByRole('listitem').filter({ hasText: later })).toHaveCount(1)
    await refusedWriting(page, 'er moet eerst iets anders gebeuren.')
    await axe(page)
    await choose(page, changed, 'Het gaat door')
    await writeDown(page, 'Hij wachtte haar op bij de fietsen.', ago(7))
    await choose(page, measure, `Nadenkverlof van één dag (${initiator})`)
    await writeDown(page, 'Vrijdag, op school, met een opdracht.', ago(6))
    await choose(page, changed, 'Het gaat door')
    await writeDown(page, 'Maandag ging het weer mis.', ago(5))
    await choose(page, measure, `Schorsing (${initiator})`)
    await expect(writingIn(page).getByText('Dit legt een ander vast: teamleider, directeur.')).toBeVisible()
    await refusedWriting(page, 'een ander legt dit vast.')
    await axe(page)
  })

  await test.step('the team leader suspends after the talk, when the director knows, within what the law allows', async () => {
    await openDossierOf(leader, initials)
    await expect(stepsOf(leader).getByText('Voor wie het dossier opende')).toBeVisible()
    await choose(leader, measure, `Schorsing (${initiator})`)
    const lacks = writingIn(leader).getByRole('listitem')
    await expect(lacks.filter({ hasText: `“Praat met de leerling voor je schorst”, voor ${initiator}` })).toHaveCount(1)
    await expect(lacks.filter({ hasText: 'De directeur weet van de schorsing' })).toHaveCount(1)
    await expect(writingIn(leader).getByText('Een schorsing duurt hoogstens een week.', { exact: false })).toBeVisible()
    await expect(writingIn(leader).getByText('Laat de school dit nakijken', { exact: false })).toBeVisible()
    await refusedWriting(leader, 'er moet eerst iets anders gebeuren.')
    await axe(leader)
    const talked = 'De anti-pestcoördinator en ik praatten met Ruben.'
    await takeStep(leader, 'Praat met de leerling voor je schorst', talked, { on: ago(4) })
    await choose(leader, measure, `Schorsing (${initiator})`)
    await expect(lacks).toHaveText([/De directeur weet van de schorsing/])

    await openDossierOf(director, initials)
    await choose(director, changed, `De directeur weet van de schorsing (${initiator})`)
    await writeDown(director, 'Ik ken het dossier en ga akkoord.', ago(4))
    await openAgain(leader)
    await choose(leader, measure, `Schorsing (${initiator})`)
    await expect(writingIn(leader).getByText('Dit kan nog niet. Er ontbreekt:')).toHaveCount(0)
    await writeDown(leader, 'Twee dagen, met werk voor thuis.', ago(4))
  })

  await test.step('the director goes further although something lacks, and says why', async () => {
    await openAgain(director)
    await choose(director, measure, `Schorsing door de directeur (${initiator})`)
    await expect(writingIn(director).getByText('Dit kan nog niet. Er ontbreekt:')).toBeVisible()
    await refusedWriting(director, 'er moet eerst iets anders gebeuren.')
    await writingIn(director).getByLabel('Doe het toch, als directeur, en schrijf op waarom').check()
    await writingIn(director).getByRole('button', { name: 'Leg dit vast' }).click()
    await expect(
      writingIn(director).getByRole('link', { name: 'Schrijf op waarom. Een paar woorden is genoeg.' }),
    ).toBeVisible()
    await axe(director)
    await writeDown(director, 'Hij bedreigde haar terwijl hij geschorst was.')
    await expect(historyOf(director).getByText('Door de directeur, hoewel er iets ontbrak')).toBeVisible()
  })

  await test.step('the parents hear within a week after the talk without agreement', async () => {
    const tell = stepsOf(director).getByRole('listitem').filter({ hasText: 'Laat de ouders het besluit weten' })
    await takeStep(director, 'Nodig de ouders uit, directeur en mentor samen', 'De ouders vinden het te zwaar.', {
      ...{ on: ago(3), decision: 'Met de ouders is geen overeenstemming' },
    })
    await expect(tell).toHaveCount(0)
    await takeStep(director, 'Besluit wat er nu volgt', 'De schorsing blijft staan.', { on: ago(2) })
    await expect(tell.getByText(`Uiterlijk ${dayInWords(addDays(ago(3), 7), today)}`, { exact: false })).toBeVisible()
    await expect(tell.getByText('Deze termijn koos de school zelf.')).toHaveCount(0)
    await axe(director)
    await takeStep(director, 'Laat de ouders het besluit weten', 'Gebeld, en de brief gaat vandaag op de post.')

    await openAgain(mentor)
    await takeStep(mentor, 'Schrijf het verslag van dat gesprek', 'De ouders willen een gesprek met het bestuur.')
    await expect(stepButton(mentor, 'Schrijf het verslag van dat gesprek')).toHaveCount(0)
    await axe(mentor)
  })
})
