import type { Page } from '@playwright/test'
import { readSchoolConfig } from '../../db/school-config.ts'
import { expect, test } from './support/journey.ts'

const { neutralExit } = readSchoolConfig()
const exitLink = (page: Page) => page.getByRole('link', { name: 'Verlaat deze site', exact: true })

test.beforeEach(async ({ context }) => {
  await context.route(`${new URL(neutralExit).origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Weer</title><p>Zonnig</p>' }),
  )
})

test('the steps of the form leave no trace in the history: Back goes to where one was before the form', async ({
  page,
}) => {
  await page.goto('/veilig/')
  await page.goto('/melden/')
  await page.getByRole('button', { name: 'Begin met de eerste vraag' }).click()
  await page.getByRole('radio', { name: 'Ede' }).check()
  await page.getByRole('button', { name: 'Volgende vraag' }).click()
  await expect(page).toHaveTitle(/Vraag 2 van/)

  await exitLink(page).click()
  await page.waitForURL(neutralExit)
  await page.goBack()
  await expect(page).toHaveURL('/veilig/')
})

test('what was typed is gone when one comes back to the form after leaving it in another way', async ({ page }) => {
  await page.goto('/mijn-melding/')
  await page.getByRole('textbox').fill('7K3M-Q2XW-09AB')
  await page.goto('/veilig/')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveValue('')
})

test('leaving in one tab leaves in all', async ({ page, context }) => {
  await page.goto('/melden/')
  const side = context.waitForEvent('page')
  await page.getByRole('link', { name: /Veilig gebruiken/ }).click()
  const other = await side
  await expect(other).toHaveURL(/\/veilig\/$/)
  await exitLink(other).click()
  await Promise.all([other.waitForURL(neutralExit), page.waitForURL(neutralExit)])
})

test('what islands hold is dropped before the page is emptied, and they cannot hold up the exit', async ({ page }) => {
  await page.goto('/melden/')
  const heard = await page.evaluate(() => {
    let pageAtThatMoment = ''
    addEventListener('beforeunload', (event) => event.preventDefault())
    document.addEventListener('vijfspoor:exit', () => {
      pageAtThatMoment = document.body.textContent
    })
    document.querySelector<HTMLElement>('[data-quick-exit]')?.click()
    return pageAtThatMoment
  })
  expect(heard).toContain('Verlaat deze site')
  await page.waitForURL(neutralExit)
})
