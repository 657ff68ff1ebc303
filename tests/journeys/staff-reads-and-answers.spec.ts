import type { Locator } from '@playwright/test'
import { writeBack } from '../support/writing.ts'
import { axe, expect, test } from './support/journey.ts'
import { smallPicture } from './support/small-picture.ts'
import { openReport, returnWith, rowOf, signIn, tell } from './support/staff.ts'

const story = 'Ze roepen elke pauze mijn naam over het plein en lachen dan.'

test.describe('a report to the vertrouwenspersoon', { tag: ['@desktop', '@postgres'] }, () => {
  test('is read and answered, and the reporter sees it', async ({ page, openBrowser, server }) => {
    const reporter = await tell(server.url, 'velp', { to: ['confidentialAdviser'], story, files: [smallPicture()] })
    await signIn(page, 'vertrouwenspersoon', 'velp')
    await expect(rowOf(page, story)).toContainText('verbaal')
    await openReport(page, story)
    await expect(page).toHaveTitle(/^Melding – /)
    await expect(page).toHaveURL(/\/team\/$/)
    await expect(page.getByText('De melder noemde geen naam.')).toBeVisible()
    await expect(page.getByText(/zette de status op “Gelezen”/)).toBeVisible()
    await axe(page)

    await page.getByRole('button', { name: /^Laat zien/ }).click()
    const shown = page.getByRole('img', { name: /^Foto: / })
    await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(2)

    await page.getByLabel('Jouw antwoord').fill('Wat goed dat je dit vertelt. Kom je morgen langs?')
    await page.getByRole('button', { name: 'Verstuur je antwoord' }).click()
    await expect(page.getByText('Je antwoord is verstuurd.')).toBeVisible()
    await expect(page.getByRole('article')).toContainText('Wat goed dat je dit vertelt.')
    await expect(page.getByLabel('Jouw antwoord')).toHaveValue('')

    await page.getByRole('radio', { name: 'Mee bezig' }).check()
    await page.getByRole('button', { name: 'Verander de status' }).click()
    await expect(page.getByText('De melder ziet nu: Mee bezig.')).toBeVisible()

    await page.getByRole('link', { name: 'Meldingen', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Wat de melder vertelt' })).toBeVisible()

    const phone = await openBrowser()
    await returnWith(phone, reporter)
    await expect(phone.getByText('Wat goed dat je dit vertelt. Kom je morgen langs?')).toBeVisible()
    await expect(phone.getByText('Mee bezig', { exact: true }).first()).toBeVisible()
  })

  test('does not exist for the coordinator', async ({ page, server }) => {
    await tell(server.url, 'lelystad', { to: ['confidentialAdviser'], story })
    await tell(server.url, 'lelystad', { to: ['bullyingCoordinator'], story: 'Iets heel anders voor de coördinator.' })
    await signIn(page, 'anti-pestcoordinator', 'lelystad')
    await expect(rowOf(page, 'Iets heel anders voor de coördinator.')).toBeVisible()
    await expect(rowOf(page, story)).toHaveCount(0)
    await expect(page.getByText('1 melding', { exact: true })).toBeVisible()
  })
})

test('what the reporter writes while the report lies open is announced, and shown when asked', async ({
  page,
  server,
}) => {
  await page.clock.install()
  const reporter = await tell(server.url, 'sneek', { to: ['confidentialAdviser'], story })
  await signIn(page, 'vertrouwenspersoon', 'sneek')
  await openReport(page, story)
  await expect(page.getByText(/zette de status op “Gelezen”/)).toBeVisible()
  await page.getByLabel('Jouw antwoord').fill('Ik ben aan het schrijven')

  await writeBack(reporter, 'Het is vandaag weer gebeurd.')
  await page.clock.fastForward('01:01')
  await expect(page.getByText('Er is iets nieuws in dit gesprek.')).toBeVisible()
  await expect(page.getByText('Het is vandaag weer gebeurd.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Laat het zien' }).click()
  await expect(page.getByRole('article').filter({ hasText: 'Het is vandaag weer gebeurd.' })).toContainText('Nieuw')
  await expect(page.getByLabel('Jouw antwoord')).toHaveValue('Ik ben aan het schrijven')
})

test('a report can be read and answered with the keyboard alone', { tag: '@desktop' }, async ({ page, server }) => {
  await tell(server.url, 'heerenveen', { to: ['contactPerson'], story })
  await signIn(page, 'aanspreekpunt', 'heerenveen')
  const link = rowOf(page, story).getByRole('link')
  await expect(link).toBeVisible()
  for (let presses = 0; presses < 30 && !(await isFocused(link)); presses += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Wat de melder vertelt' })).toBeVisible()
  const answer = page.getByLabel('Jouw antwoord')
  for (let presses = 0; presses < 30 && !(await isFocused(answer)); presses += 1) await page.keyboard.press('Tab')
  await page.keyboard.type('Dank je wel.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText('Dank je wel.')
  await page.goBack()
  await expect(link).toBeFocused()
})

const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)
