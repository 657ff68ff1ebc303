import type { Page } from '@playwright/test'
import { readSchoolConfig } from '../../db/school-config.ts'
import { expect, test } from './support/journey.ts'
import { comeBack, fillIn, tell } from './support/telling.ts'

const { neutralExit } = readSchoolConfig()
const typed = 'Reigerpad achter de gymzaal'
const story = { site: 'Ede', readers: ['Aanspreekpunt pesten'], text: typed }
const storyField = 'Vertel in je eigen woorden wat er gebeurt'

test.beforeEach(async ({ context }) => {
  await context.route(`${new URL(neutralExit).origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Weer</title><p>Zonnig</p>' }),
  )
})

const leave = async (page: Page) => {
  await page.getByRole('link', { name: 'Verlaat deze site' }).click()
  await page.waitForURL(neutralExit)
}

/** What any script or later visitor of this browser could still find. */
async function traces(page: Page) {
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    name: window.name,
    state: JSON.stringify(history.state),
  }))
  return { ...kept, cookies: await page.context().cookies() }
}
const noTraces = { local: {}, session: {}, databases: [], caches: [], name: '', cookies: [] }

test('after the exit, Back shows an answer never again, however often it is pressed', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Vertel wat er gebeurt' }).first().click()
  await page.getByRole('button', { name: 'Begin met de eerste vraag' }).click()
  await fillIn(page, story)
  await leave(page)
  for (let times = 0; times < 3; times += 1) {
    await page.goBack()
    const shown = await page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('textarea, input')]
      return `${document.body.innerText} ${fields.map(({ value }) => value).join(' ')} ${document.title}`
    })
    expect(shown).not.toContain('Reigerpad')
    expect(shown).not.toContain('Controleer je antwoorden')
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
  }
})

test('a conversation that was open is gone after the exit and Back', async ({ page }) => {
  const code = await tell(page, story)
  await comeBack(page, code)
  await expect(page.getByText(typed)).toBeVisible()
  await leave(page)
  await page.goBack()
  await expect(page.getByText(typed)).toHaveCount(0)
  await expect(page.getByText(code)).toHaveCount(0)
})

test('capitals in the story do not leave the page; three presses of Shift do, also from within the field', async ({
  page,
}) => {
  await page.goto('/melden/')
  await page.getByRole('button', { name: 'Begin met de eerste vraag' }).click()
  await fillIn(page, story)
  await page.getByRole('button', { name: 'Vorige vraag' }).click()
  await page.getByRole('button', { name: 'Vorige vraag' }).click()
  const field = page.getByRole('textbox', { name: storyField })
  await field.focus()
  for (const key of ['Shift+A', 'Shift+B', 'Shift+C', 'Shift', 'Shift', 'Shift+D', 'Escape'])
    await page.keyboard.press(key)
  await expect(field).toHaveValue(`${typed}ABCD`)
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift')
  await page.waitForURL(neutralExit)
})

test('nothing is kept in the browser: not while telling, not after sending, not after reading', async ({ page }) => {
  await page.goto('/melden/')
  await page.getByRole('button', { name: 'Begin met de eerste vraag' }).click()
  await fillIn(page, story)
  expect(await traces(page)).toMatchObject(noTraces)
  expect((await traces(page)).state).not.toContain('Reigerpad')
  const code = await tell(page, story)
  expect(await traces(page)).toMatchObject(noTraces)
  expect((await traces(page)).state).not.toContain(code.slice(0, 4))
  await comeBack(page, code)
  expect(await traces(page)).toMatchObject(noTraces)
  await leave(page)
  await page.goto('/veilig/')
  expect(await traces(page)).toMatchObject(noTraces)
})

test('answers leave the page when it is left in another way', async ({ page }) => {
  await page.goto('/melden/')
  await page.getByRole('button', { name: 'Begin met de eerste vraag' }).click()
  await fillIn(page, story)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('/veilig/')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('textbox', { name: storyField })).toHaveCount(0)
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('Reigerpad')
})
