import { check, next, onCode, onPage, onQuestion, sendButton, storedReport, toCheck } from './support/form.ts'
import { axe, expect, test } from './support/journey.ts'

test('a student tells everything, page by page, and the report says what was told', {
  tag: ['@postgres', '@desktop'],
}, async ({ page, server }) => {
  test.setTimeout(180_000)
  await page.goto('/melden/')
  await expect(page).toHaveTitle(/^Voordat je begint – /)
  await expect(page.getByRole('link', { name: 'Bel 112' }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bel 0900 111 3 111' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bel 0900-8844' })).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Begin met de eerste vraag' }).click()

  await onQuestion(page, 1, 'Om welke locatie gaat het?')
  await check(page, 'Ede')
  await axe(page)
  await next(page)
  await onQuestion(page, 2, 'Wie vult dit in?')
  await check(page, 'Leerling')
  await next(page)
  await onQuestion(page, 3, 'Over wie gaat het?')
  await check(page, 'Over een andere leerling')
  await next(page)
  await onQuestion(page, 4, 'Wie mag je verhaal lezen?')
  await check(page, 'De mentor van een klas', 'Iemand anders op school die ik vertrouw')
  await axe(page)
  await next(page)
  await onQuestion(page, 4, 'Van welke klas is de mentor?', true)
  await page.getByRole('combobox').selectOption('2B')
  const mentor = await page.getByText(/^Van 2B: /).innerText()
  await axe(page)
  await next(page)
  await onQuestion(page, 4, 'Wie op school vertrouw je?', true)
  await page.getByLabel('Een stuk van de naam').fill('an')
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await expect(page.getByText(/^We vonden \d namen/)).toBeVisible()
  const found = page.getByRole('group', { name: 'Gevonden namen' }).getByRole('radio')
  expect(await found.count()).toBeLessThanOrEqual(5)
  await found.first().check()
  await axe(page)
  await next(page)
  await onQuestion(page, 4, 'Mag er nog iemand meelezen?', true)
  await check(page, 'Ja, laat ook het aanspreekpunt meelezen')
  await axe(page)
  await next(page)
  await onQuestion(page, 4, 'Is er iemand die het niet mag lezen?', true)
  await check(page, 'Iedereen hier mag het lezen')
  await axe(page)
  await next(page)

  await onQuestion(page, 5, 'Wat gebeurt er?')
  await page.getByText('Is het plagen, ruzie of pesten?').click()
  await expect(page.getByText(/^Weet je het niet zeker\? Vertel het gewoon/)).toBeVisible()
  await check(page, 'Nare berichten, foto’s of filmpjes online', 'Slaan, schoppen, duwen of spugen')
  await axe(page)
  await next(page)
  await onQuestion(page, 5, 'Gaan er nu foto’s, filmpjes of berichten rond?', true)
  await expect(page.getByText('Stuur nooit naaktfoto’s of naaktfilmpjes door')).toBeVisible()
  await check(page, 'Ja, er gaat nu iets rond')
  await axe(page)
  await next(page)
  await onQuestion(page, 6, 'Waar gebeurt het?')
  await check(page, 'Online, in een app, game of groepsapp', 'Op het plein of bij de fietsen')
  await next(page)
  await onQuestion(page, 7, 'Hoe lang is het al bezig?')
  await check(page, 'Een paar weken')
  await next(page)
  await onQuestion(page, 8, 'Hoe vaak gebeurt het?')
  await check(page, 'Weet ik niet')
  await next(page)
  await onQuestion(page, 9, 'Vertel in je eigen woorden wat er gebeurt')
  await page
    .getByRole('textbox')
    .fill('Er gaat een filmpje rond van een meisje uit 2B.\nZe durft niet meer naar school.')
  await axe(page)
  await next(page)
  await onQuestion(page, 10, 'Wil je iets laten zien?')
  await axe(page)
  await next(page)
  await onQuestion(page, 11, 'Wil je je naam erbij zetten?')
  expect(await page.getByRole('radio').first().getAttribute('value')).toBe('anonymous')
  await check(page, 'Nee, zonder mijn naam')
  await axe(page)
  await toCheck(page)

  await onPage(page, 'Controleer je antwoorden')
  const readers = page.getByRole('region', { name: 'Deze mensen kunnen je melding lezen' }).getByRole('listitem')
  await expect(readers.filter({ hasText: mentor.slice('Van 2B: '.length, -1) })).toHaveCount(1)
  const serious = page.getByRole('region', { name: 'Is het heel ernstig?' })
  await expect(serious.getByRole('link')).toHaveText([
    'Bel 112',
    'Bel 0900 111 3 111',
    'Bel 0900-8844',
    'Bel 020-261 52 75',
  ])
  await axe(page)
  await sendButton(page).click()

  await onCode(page)
  await axe(page)
  const { body, stored, warnings } = await storedReport(page, server.url)
  expect(warnings).toEqual([])
  expect(stored.isUrgent).toBe(true)
  expect(stored.site).toBe('ede')
  expect(stored.readers).toHaveLength(3)
  expect(body).toEqual({
    answers: {
      reporterKind: 'student',
      forWhom: 'someoneElse',
      forms: ['online', 'physical'],
      goingRound: 'yes',
      places: ['online', 'schoolyard'],
      howLong: 'weeks',
      howOften: 'unknown',
    },
    story: 'Er gaat een filmpje rond van een meisje uit 2B.\nZe durft niet meer naar school.',
    attachments: [],
  })
})
