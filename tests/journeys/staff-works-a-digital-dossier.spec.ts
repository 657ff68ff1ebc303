import { systemClock } from '../../api/http/clock.ts'
import {
  choose,
  fillNewDossier,
  historyOf,
  nameOn,
  openDossierOf,
  skipStep,
  stepButton,
  stepsOf,
  takeStep,
  writeDown,
  writingIn,
} from './support/dossiers.ts'
import { axe, expect, test } from './support/journey.ts'
import { openReport, signIn, tell } from './support/staff.ts'

const story = 'Ze hebben een foto van mij bewerkt en die staat nu overal.'
const [target, initiator, initials] = ['Yfke Zijlstra', 'Valentijn Quist', 'Y. Z.'] as const

test('an urgent digital dossier goes from bringing in to closing: what goes round, who did it, and the steps in order', async ({
  page,
  openBrowser,
  server,
}) => {
  await tell(server.url, 'almere', { to: ['contactPerson'], story, urgent: true })
  await signIn(page, 'aanspreekpunt', 'almere')
  await openReport(page, story)
  const bringIn = page.getByRole('region', { name: 'Spoed: haal mentor en teamleider erbij' })
  await bringIn.getByLabel('Klas van de leerling').selectOption('2B')
  await bringIn.getByRole('button', { name: 'Laat hen nu meelezen' }).click()
  await expect(bringIn.getByText(/ en .+ kunnen nu meelezen\.$/)).toBeVisible()

  const [mentor, leader, keeper] = [await openBrowser(), await openBrowser(), await openBrowser()]
  await Promise.all([
    signIn(mentor, 'mentor2', 'almere'),
    signIn(leader, 'teamleider', 'almere'),
    signIn(keeper, 'anti-pestcoordinator', 'almere'),
  ])
  await openReport(mentor, story)
  await mentor.getByRole('link', { name: 'Open een dossier' }).click()
  await fillNewDossier(mentor, [target], [await nameOn(leader)])
  await mentor.getByRole('radio', { name: 'Digitaal pesten, met spoed' }).check()
  await mentor.getByRole('button', { name: 'Open het dossier' }).click()

  await test.step('the first hours: team leader, class, and what goes round', async () => {
    await expect(stepsOf(mentor).getByRole('heading', { level: 4 }).first()).toHaveText(
      'Vertel het meteen de teamleider',
    )
    await expect(
      stepsOf(mentor)
        .getByText(/^Uiterlijk .+ om \d+ uur/)
        .first(),
    ).toBeVisible()
    await axe(mentor)
    await takeStep(mentor, 'Vertel het meteen de teamleider', 'Gebeld, hij gaat mee de klas in.')
    await takeStep(mentor, 'Vertel het de mentor en verdeel de rollen', 'Ik ben zelf de mentor.')

    const list = mentor.getByRole('region', { name: 'Wat er rondgaat' })
    await list.getByRole('button', { name: 'Zet iets in de lijst' }).click()
    await list.getByLabel('Wat is het?').fill('Een bewerkte foto')
    await list.getByLabel('Waar staat het?').fill('De groepsapp van 2B')
    await list.getByRole('button', { name: 'Leg dit vast' }).click()
    await expect(list.getByRole('listitem')).toContainText(['staat er nog'])

    await stepButton(mentor, 'Grijp in de klas in').click()
    await expect(
      mentor.getByRole('form', { name: 'Grijp in de klas in' }).getByLabel('Hoe laat ongeveer?'),
    ).toBeVisible()
    await axe(mentor)
    await mentor.getByRole('button', { name: 'Stop, leg niets vast' }).click()
    await takeStep(mentor, 'Grijp in de klas in', 'De les stopte een kwartier.', {
      actions: ['Berichten, beeld en geluid zijn uit alle accounts gewist', 'Gevraagd of het buiten school is gedeeld'],
    })
    await expect(
      historyOf(mentor).getByText('Gevraagd of het buiten school is gedeeld', { exact: false }),
    ).toBeVisible()
    await takeStep(mentor, 'Vraag de klas of het buiten school kwam', 'Ook in een app van een sportclub.')
  })

  await test.step('who did it is not known yet, and is found', async () => {
    const asked = stepsOf(mentor)
      .getByRole('listitem')
      .filter({ hasText: 'Vraag wie het doet of het buiten school kwam' })
    await expect(asked.getByText('Voeg eerst toe over wie het gaat, bij Betrokkenen.')).toBeVisible()
    await expect(stepsOf(mentor).getByText('Praat met de leerling die het doet')).toHaveCount(0)
    await takeStep(mentor, 'Praat met de leerling die gepest wordt', 'Yfke bewaarde de berichten.')
    await choose(mentor, 'Dat er iets is veranderd', 'Het gebeurt ook op school digitaal')
    await writeDown(mentor, 'De foto kwam via een schoolaccount.')
    await takeStep(mentor, 'Vraag de systeembeheerder om mee te zoeken', 'Hij zag welk account het was.')
    await takeStep(mentor, 'Zoek uit wie het doet', 'Twee klasgenoten noemden dezelfde naam.', {
      actions: ['Bewaarde berichten bekeken, met de leerling erbij'],
    })
    await asked.getByRole('button', { name: 'Ga naar Betrokkenen' }).click()
    await expect(mentor.getByRole('heading', { name: 'Betrokkenen' })).toBeFocused()
    await mentor.getByRole('button', { name: 'Voeg een betrokkene toe' }).click()
    const adding = mentor.getByRole('form', { name: 'Voeg een betrokkene toe' })
    await adding.getByLabel('Welke rol heeft deze leerling?').selectOption({ label: 'Leerling die het doet' })
    await adding.getByLabel('Naam', { exact: true }).fill(initiator)
    await axe(mentor)
    await adding.getByRole('button', { name: 'Voeg toe' }).click()
    await expect(stepButton(mentor, `Praat met de leerling die het doet (${initiator})`)).toBeVisible()
  })

  await test.step('the talks follow, with parents and the police', async () => {
    await expect(stepButton(mentor, 'Maak duidelijke afspraken over het vervolg')).toHaveCount(0)
    await takeStep(mentor, 'Praat met de leerling die het doet', 'Valentijn vond het eerst een grap.')
    await takeStep(mentor, 'Vraag wie het doet of het buiten school kwam', 'Hij vroeg zijn neef om te wissen.')
    await takeStep(mentor, 'Bel de ouders van de leerling die gepest wordt', 'Vader wil weten wat de school doet.')
    await takeStep(mentor, 'Bel de ouders van de leerling die het doet', 'Moeder kijkt mee in zijn telefoon.')
    await takeStep(mentor, 'Raad ouders aan naar de politie te gaan, als dat nodig is', 'Vader denkt erover na.')
    await takeStep(mentor, 'Maak duidelijke afspraken over het vervolg', 'Hij plaatst niets meer over haar.')
    await takeStep(mentor, 'Noteer wat er gebeurde en wat je deed', 'De notitie staat in Eduarte.')
    await takeStep(mentor, 'Weeg af: apart blijven praten of samen', 'We blijven apart praten.')
    await takeStep(mentor, 'Vertel het de anti-pestcoördinator', 'Zij leest al mee.')
    await takeStep(mentor, 'Spreek meteen af wat volgt als het weer gebeurt', 'Dan beslist de directeur.')
    await takeStep(mentor, 'Praat met de klas', 'De klas maakte regels voor de app.')
    await skipStep(mentor, 'Kom er in de klas op terug', 'De klas begon er zelf al over.')
    await takeStep(mentor, 'Zorg dat ouders en collega’s mee opletten', 'Het team let op telefoons.')
    await takeStep(mentor, 'Bespreek welke steun past bij de leerling die gepest wordt', 'Yfke praat met de counselor.')
    await takeStep(
      mentor,
      'Bespreek welke steun past bij de leerling die het doet',
      'Valentijn volgt lessen over media.',
    )
    await takeStep(mentor, 'Kijk of het gestopt is', 'Niemand heeft de foto nog.', { decision: 'Het lijkt gestopt' })
    await axe(mentor)

    await openDossierOf(leader, initials)
    await takeStep(leader, 'Steun de mentor in de eerste uren', 'Een collega nam de les over.')
  })

  await test.step('the coordinator sees what is gone, and closes', async () => {
    await openDossierOf(keeper, initials)
    await takeStep(keeper, 'Denk mee en bewaak dat de vijf sporen volgen', 'Elk spoor is aan de beurt geweest.')
    await choose(keeper, 'Dat het dossier dichtgaat', 'Opgelost')
    const stillRound = writingIn(keeper).getByText('staat nog iets dat niet weg is.', { exact: false })
    await expect(stillRound).toBeVisible()
    await axe(keeper)
    await writingIn(keeper).getByRole('button', { name: 'Ga naar Wat er rondgaat' }).click()
    const list = keeper.getByRole('region', { name: 'Wat er rondgaat' })
    await expect(list.getByRole('heading', { level: 2 })).toBeFocused()
    await list.getByRole('button', { name: 'Werk bij: Een bewerkte foto' }).click()
    await list.getByLabel(/^Wanneer was het weg/).fill(systemClock.today())
    await list.getByRole('button', { name: 'Leg dit vast' }).click()
    await expect(list.getByText(/^Weg sinds/)).toBeVisible()
    await expect(stillRound).toHaveCount(0)
    await takeStep(keeper, 'Vraag de leerling of het dossier dicht kan', 'Yfke vindt het goed zo.')
    await takeStep(keeper, 'Vraag de ouders of het dossier dicht kan', 'Vader is tevreden.')
    await takeStep(keeper, 'Vertel de mentor dat het dossier dichtgaat', 'De mentor weet het.')
    await choose(keeper, 'Dat het dossier dichtgaat', 'Opgelost')
    await expect(writingIn(keeper).getByText('Dit kan nog niet.', { exact: false })).toHaveCount(0)
    await writeDown(keeper, 'De foto is weg en het bleef rustig.')
    await expect(keeper.getByText('Dit dossier is gesloten.', { exact: false })).toBeVisible()
    await expect(list.getByRole('button')).toHaveCount(0)
    await axe(keeper)
  })
})
