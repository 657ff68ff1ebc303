import {
  begin,
  box,
  changeButton,
  check,
  fillInAll,
  lineOf,
  next,
  onCode,
  onPage,
  sendButton,
  storedReport,
  toCheck,
} from './support/form.ts'
import { expect, test } from './support/journey.ts'

test.describe('from the check page', () => {
  test.beforeEach(async ({ page }) => fillInAll(page))

  test('only what was asked is shown, and a change comes back to it', async ({ page }) => {
    await expect(page.getByRole('term')).toHaveText([
      'Locatie',
      'Wie dit invult',
      'Over wie het gaat',
      'Wie het mag lezen',
      'Wie het niet mag lezen',
      'Wat er gebeurt',
      'Waar het gebeurt',
      'Hoe lang al',
      'Hoe vaak',
      'In je eigen woorden',
      'Bestanden',
      'Je naam',
    ])
    await changeButton(page, 'Hoe vaak').click()
    await expect(box(page, 'Bijna elke dag')).toBeChecked()
    await check(page, 'Een paar keer')
    await toCheck(page)
    await onPage(page, 'Controleer je antwoorden')
    await expect(lineOf(page, 'Hoe vaak')).toContainText('Een paar keer')
  })

  test('a new branch is asked first, a closed one is dropped', async ({ page, server }) => {
    await changeButton(page, 'Wat er gebeurt').click()
    await check(page, 'Nare berichten, foto’s of filmpjes online')
    await next(page)
    await check(page, 'Ja, er gaat nu iets rond')
    await toCheck(page)
    await expect(lineOf(page, 'Gaat er nu iets rond')).toContainText('Ja, er gaat nu iets rond')
    await changeButton(page, 'Wat er gebeurt').click()
    await box(page, 'Nare berichten, foto’s of filmpjes online').uncheck()
    await toCheck(page)
    await expect(lineOf(page, 'Gaat er nu iets rond')).toHaveCount(0)
    await sendButton(page).click()
    await onCode(page)
    const { body, stored } = await storedReport(page, server.url)
    expect(body.answers).not.toHaveProperty('goingRound')
    expect(stored.isUrgent).toBe(false)
  })

  test('another site asks anew who may read it', async ({ page, server }) => {
    await changeButton(page, 'Locatie').click()
    await check(page, 'Almere')
    await next(page)
    await onPage(page, 'Wie mag je verhaal lezen?', 'Vraag 4 van 11: ')
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
    await check(page, 'Aanspreekpunt pesten')
    await next(page)
    await onPage(page, 'Is er iemand die het niet mag lezen?', 'Vraag 4 van 11: ')
    await check(page, 'Iedereen hier mag het lezen')
    await toCheck(page)
    await expect(lineOf(page, 'In je eigen woorden')).toContainText('mijn tas')
    await sendButton(page).click()
    await onCode(page)
    const { stored } = await storedReport(page, server.url)
    expect(stored.site).toBe('almere')
    expect(stored.readers).toEqual([{ holder: 'contactPerson', epoch: 1 }])
  })

  test('"Weet ik niet" stands alone', async ({ page }) => {
    await changeButton(page, 'Waar het gebeurt').click()
    await check(page, 'Weet ik niet')
    await expect(box(page, 'In de klas')).not.toBeChecked()
    await check(page, 'In de klas')
    await expect(box(page, 'Weet ik niet')).not.toBeChecked()
  })

  test('"not this person" leaves that person out, and says who can be chosen when nobody is left', async ({
    page,
    server,
  }) => {
    await changeButton(page, 'Wie het niet mag lezen').click()
    const people = page.getByRole('checkbox', { name: / mag het niet lezen$/ })
    await expect(people).toHaveCount(2)
    await people.nth(0).check()
    await people.nth(1).check()
    await toCheck(page)
    await expect(page.getByRole('alert')).toContainText(
      'Zo kan niemand het lezen. Haal een naam weg, of ga terug en kies ook het aanspreekpunt,',
    )
    await people.nth(0).uncheck()
    await toCheck(page)
    const readers = page.getByRole('region', { name: 'Deze mensen kunnen je melding lezen' }).getByRole('listitem')
    await expect(readers).toHaveCount(1)
    const name = await readers.innerText()
    await sendButton(page).click()
    await onCode(page)
    const { stored } = await storedReport(page, server.url)
    expect(stored.readers).toHaveLength(1)
    expect(stored.readers[0]?.holder).toMatch(/^[0-9a-f-]{36}$/)
    await page.getByRole('button', { name: 'Ik heb mijn code' }).click()
    await expect(page.getByText(name, { exact: true })).toBeVisible()
  })
})

test('Back in the browser and "Vorige vraag" lead to the same page, with what was filled in', async ({ page }) => {
  await begin(page)
  await check(page, 'Velp')
  await next(page)
  await check(page, 'Leerling')
  await next(page)
  await onPage(page, 'Over wie gaat het?', 'Vraag 3 van 11: ')
  await page.getByRole('button', { name: 'Vorige vraag' }).click()
  await onPage(page, 'Wie vult dit in?', 'Vraag 2 van 11: ')
  await expect(box(page, 'Leerling')).toBeChecked()
  await page.goForward()
  await onPage(page, 'Over wie gaat het?', 'Vraag 3 van 11: ')
  await page.goBack()
  await onPage(page, 'Wie vult dit in?', 'Vraag 2 van 11: ')
  await expect(box(page, 'Leerling')).toBeChecked()
  await page.goBack()
  await expect(box(page, 'Velp')).toBeChecked()
  expect(page.url()).toMatch(/\/melden\/$/)
  await page.goBack()
  await onPage(page, 'Voordat je begint')
})

test('what was typed is still there after going back and forth', async ({ page }) => {
  await fillInAll(page)
  await changeButton(page, 'In je eigen woorden').click()
  await page.getByRole('textbox').fill('Ik wil er nog iets bij zeggen.')
  await page.goBack()
  await onPage(page, 'Controleer je antwoorden')
  await page.goForward()
  await expect(page.getByRole('textbox')).toHaveValue('Ik wil er nog iets bij zeggen.')
})

test('the link to the content leaves the step as it is', async ({ page }) => {
  await begin(page)
  await check(page, 'Velp')
  await next(page)
  await page.getByRole('link', { name: 'Ga naar de inhoud' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Wie vult dit in?' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Wie vult dit in?' })).toBeVisible()
  expect(page.url()).not.toContain('#')
})
