import { axe, expect, test } from './support/journey.ts'
import { messages } from './support/returning.ts'
import { openReport, returnWith, signIn, tell } from './support/staff.ts'

const story = 'Ze noemen me elke pauze bij een naam die ik niet meer wil horen.'

test('what a pupil lets know with the code comes into the dossier, and staff can ask for it there', async ({
  page,
  openBrowser,
  server,
}) => {
  const reporter = await tell(server.url, 'almere', { to: ['bullyingCoordinator'], story })
  await signIn(page, 'anti-pestcoordinator', 'almere')
  await openReport(page, story)
  await page.getByRole('link', { name: 'Open een dossier' }).click()
  await page.getByLabel('Naam', { exact: true }).nth(0).fill('Bo Kuiper')
  await page.getByRole('button', { name: 'Open het dossier' }).click()
  const going = page.getByRole('region', { name: 'Hoe gaat het volgens de melder?' })
  await going.getByRole('button', { name: 'Kijk wat de melder liet weten' }).click()
  await expect(going.getByText('De melder liet nog niet weten hoe het gaat.')).toBeVisible()

  await going.getByRole('button', { name: 'Vraag hoe het gaat' }).click()
  await going.getByLabel('Jouw bericht aan de melder').fill(' ')
  await going.getByRole('button', { name: 'Verstuur dit bericht' }).click()
  await expect(going.getByText('Schrijf eerst je bericht.')).toBeVisible()
  await axe(page)
  await going.getByLabel('Jouw bericht aan de melder').fill('Hoe gaat het nu met je, Bo?')
  await going.getByRole('button', { name: 'Verstuur dit bericht' }).click()
  await expect(page.getByText('Je vraag is verstuurd aan de melder.')).toBeVisible()

  const pupil = await openBrowser()
  await returnWith(pupil, reporter)
  await expect(messages(pupil).filter({ hasText: 'Hoe gaat het nu met je, Bo?' })).toContainText('Nieuw')
  await pupil.getByRole('radio', { name: 'Het gaat niet goed' }).check()
  await pupil.getByLabel('Wil je er iets bij zeggen?').fill('Vandaag in de kleedkamer weer.')
  await pupil.getByRole('button', { name: 'Laat dit weten' }).click()
  await expect(pupil.getByText('Je hebt laten weten hoe het gaat.')).toBeVisible()

  await going.getByRole('button', { name: 'Kijk opnieuw' }).click()
  await expect(going.getByText('Vandaag in de kleedkamer weer.')).toBeVisible()
  await axe(page)
  await going.getByRole('button', { name: /^Leg dit vast in het dossier/ }).click()
  await expect(page.getByText('Het is vastgelegd.')).toBeVisible()
  await expect(going.getByText('Dit staat in het dossier.')).toBeVisible()
  const history = page.getByRole('region', { name: 'Wat er is gebeurd' })
  await expect(history.getByText('Met de code liet de melder weten: Het gaat niet goed.')).toBeVisible()

  await page.getByLabel('Wat wil je vastleggen?').selectOption('closed')
  const writing = page.getByRole('region', { name: 'Iets anders vastleggen' })
  await writing.getByRole('radio', { name: 'Het was iets anders' }).check()
  await writing.getByLabel('Wat is er gebeurd of besproken?').fill('Twee klassen deden een spel dat uit de hand liep.')
  await writing.getByRole('button', { name: 'Leg dit vast' }).click()
  await expect(page.getByText('Laat ook de melder weten hoe het afliep.')).toBeVisible()
  await axe(page)
  await going.getByRole('button', { name: 'Vertel de melder dat het is afgesloten' }).click()
  const closing = going.getByLabel('Jouw bericht aan de melder')
  await expect(closing).toHaveValue(/Het was goed dat je het vertelde\./)
  await going.getByRole('button', { name: 'Verstuur dit bericht' }).click()
  await expect(going.getByText('Vul eerst in wat tussen haken staat, of haal het weg.')).toBeVisible()
  await closing.fill((await closing.inputValue()).replace('[naam]', 'mevrouw Bakker'))
  await going.getByRole('button', { name: 'Verstuur dit bericht' }).click()
  await expect(page.getByText('Je bericht is verstuurd aan de melder.')).toBeVisible()
  await pupil.getByRole('button', { name: 'Kijk of er iets nieuws is' }).click()
  await expect(messages(pupil).last()).toContainText('Daar helpt mevrouw Bakker nu bij.')
})
