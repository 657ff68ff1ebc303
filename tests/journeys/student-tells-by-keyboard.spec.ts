import type { Locator, Page } from '@playwright/test'
import { begin, check, next, onCode, onPage, portalName, storedReport } from './support/form.ts'
import { expect, test } from './support/journey.ts'
import { tabTo } from './support/returning.ts'

/** Goes on from the page with this heading, with nothing but keys. */
async function press(page: Page, name: string, ...keys: string[]): Promise<void> {
  const onward = page.getByRole('button', { name: /^(Volgende vraag|Controleer je antwoorden)$/ })
  // A question that waits for the school has its heading already, and nothing to choose yet.
  await expect(onward).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeFocused()
  for (const key of keys) await page.keyboard.press(key)
  await tabTo(page, onward)
  await expectInView(page, page.locator(':focus'))
  await page.keyboard.press('Enter')
}

/** What has the focus is not hidden under the bar with the exit. */
async function expectInView(page: Page, focused: Locator): Promise<void> {
  const bar = await page.getByRole('banner').boundingBox()
  const box = await focused.boundingBox()
  expect(box?.y ?? 0).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0) - 1)
}

test('somebody without a mouse or a touch screen tells it all', { tag: '@desktop' }, async ({ page, server }) => {
  test.setTimeout(120_000)
  await page.goto('/melden/')
  await expect(page).toHaveTitle(`Voordat je begint – ${portalName}`)
  await tabTo(page, page.getByRole('button', { name: 'Begin met de eerste vraag' }))
  await page.keyboard.press('Enter')

  await press(page, 'Om welke locatie gaat het?', 'Tab', 'ArrowDown', 'ArrowDown')
  await press(page, 'Wie vult dit in?', 'Tab', 'Space')
  await press(page, 'Over wie gaat het?', 'Tab', 'Space')
  await press(page, 'Wie mag je verhaal lezen?', 'Tab', 'Space', 'Tab', 'Space')
  await press(page, 'Is er iemand die het niet mag lezen?', 'Tab', 'Space')
  await press(page, 'Wat gebeurt er?', 'Tab', 'Tab', 'Space')
  await press(page, 'Waar gebeurt het?', 'Tab', 'Space')
  await press(page, 'Hoe lang is het al bezig?', 'Tab', 'Space')
  await press(page, 'Hoe vaak gebeurt het?', 'Tab', 'Space')
  await expect(page.getByRole('heading', { name: 'Vertel in je eigen woorden wat er gebeurt' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Niemand wil met mij samenwerken.')
  await tabTo(page, page.getByRole('button', { name: 'Volgende vraag' }))
  await page.keyboard.press('Space')
  await press(page, 'Wil je iets laten zien?')
  await press(page, 'Wil je je naam erbij zetten?', 'Tab', 'Space')
  await onPage(page, 'Controleer je antwoorden')
  await tabTo(page, page.getByRole('button', { name: 'Verstuur mijn melding' }))
  await page.keyboard.press('Enter')
  await onCode(page)

  const { body, stored } = await storedReport(page, server.url)
  expect(stored.site).toBe('ede')
  expect(stored.readers.map(({ holder }) => holder).sort()).toEqual(['confidentialAdviser', 'contactPerson'])
  expect(body.story).toBe('Niemand wil met mij samenwerken.')
  await tabTo(page, page.getByRole('button', { name: 'Ik heb mijn code' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Goed dat je het hebt verteld' })).toBeFocused()
})

test('a search for a name is sent with Enter, and does not leave the page', async ({ page }) => {
  await begin(page)
  await check(page, 'Ede')
  await next(page)
  await check(page, 'Leerling')
  await next(page)
  await check(page, 'Over mijzelf')
  await next(page)
  await check(page, 'Iemand anders op school die ik vertrouw')
  await next(page)
  await page.getByLabel('Een stuk van de naam').fill('e')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Typ minstens twee letters van de naam.')).toBeVisible()
  await page.getByLabel('Een stuk van de naam').fill('zzzz')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^We vinden niemand met die naam/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Wie op school vertrouw je?' })).toBeVisible()
})

test('a question that has to wait for the school keeps the focus at its heading', async ({ page }) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/api/sites/*/readers', async (route) => {
    await released
    await route.continue()
  })
  await begin(page)
  await check(page, 'Ede')
  await next(page)
  await check(page, 'Leerling')
  await next(page)
  await check(page, 'Over mijzelf')
  await next(page)
  await onPage(page, 'Wie mag je verhaal lezen?', 'Vraag 4 van 11: ')
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  release()
  await expect(page.getByRole('checkbox', { name: 'Vertrouwenspersoon' })).toBeVisible()
  await onPage(page, 'Wie mag je verhaal lezen?', 'Vraag 4 van 11: ')
})
