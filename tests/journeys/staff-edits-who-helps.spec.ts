import type { Page } from '@playwright/test'
import { readSchoolConfig } from '../../db/school-config.ts'
import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { signIn } from './support/staff.ts'

const smallest = { width: 320, height: 568 }

async function openPage(page: Page, who: string, site: string): Promise<void> {
  await signIn(page, who, site)
  await page.getByRole('link', { name: 'Wie helpt', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Wie helpt' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Voor de schoolgids' })).toBeVisible()
}

/** A photo as a phone makes it: with notes in it that tell where and when. */
async function photoWithNotes(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 900
    canvas.height = 600
    const context = canvas.getContext('2d')
    if (context) {
      context.fillStyle = 'rgb(40, 90, 160)'
      context.fillRect(0, 0, 900, 600)
      context.fillStyle = 'rgb(240, 210, 180)'
      context.arc(450, 300, 180, 0, 7)
      context.fill()
    }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'))
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())]
  })
  const notes = Buffer.from('Exif\0\0geheime plek 52.0907')
  const head = Buffer.from([0xff, 0xe1, 0, notes.length + 2])
  return Buffer.concat([Buffer.from(bytes.slice(0, 2)), head, notes, Buffer.from(bytes.slice(2))])
}

test('what a coordinator saves is on the page for pupils, with the photo and without JavaScript @desktop', async ({
  page,
  openBrowser,
}) => {
  await openPage(page, 'anti-pestcoordinator', 'ede')
  await page
    .getByRole('button', { name: /^Wijzig de gegevens van/ })
    .last()
    .click()
  const form = page.locator('form')
  await form.getByLabel(/^Hoe bereikt een leerling/).fill('Kamer 9.99')
  await form.getByLabel(/^Wanneer\?/).fill('vrijdag')
  await form.getByLabel('Werkt niet bij de school (extern)').check()
  const file = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await photoWithNotes(page) }
  await form.getByLabel('Foto (niet verplicht)').setInputFiles(file)
  const preview = form.getByRole('region', { name: 'Zo ziet een leerling het' })
  await expect(preview.locator('img')).toBeVisible()
  await expect(preview).toContainText('Deze persoon is van buiten de school.')
  await axe(page)
  const name = (await preview.getByRole('heading').innerText()).trim()
  const sent = page.waitForRequest((request) => request.url().endsWith('/photo'))
  await form.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByText(`De gegevens van ${name} zijn opgeslagen.`)).toBeVisible()
  await expect(page.getByRole('button', { name: `Wijzig de gegevens van ${name}` })).toBeFocused()
  const { photo } = (await sent).postDataJSON() as { photo: string }
  const stored = Buffer.from(photo, 'base64')
  expect(stored.subarray(8, 12).toString()).toBe('WEBP')
  expect(stored.length).toBeLessThanOrEqual(40_960)
  expect(stored.includes('geheime')).toBe(false)

  const visitor = await openBrowser({ javaScriptEnabled: false })
  await expect(async () => {
    await visitor.goto('/wie-helpt/ede/')
    await expect(visitor.getByText('Kamer 9.99')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  const person = visitor.getByRole('listitem').filter({ hasText: 'Kamer 9.99' })
  await expect(person).toContainText(name)
  await expect(person).toContainText('Deze persoon is van buiten de school.')
  await expect(person.locator('img')).toHaveJSProperty('naturalWidth', 288)

  await page.getByRole('button', { name: `Wijzig de gegevens van ${name}` }).click()
  await form.getByRole('button', { name: 'Haal de foto weg' }).click()
  await form.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Kamer 9.99' }).first().locator('img')).toHaveCount(0)
})

test('the order is changed, and too long a line is named', async ({ page }) => {
  await openPage(page, 'directeur', 'ede')
  await page.setViewportSize(smallest)
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Vertrouwenspersoon' }) })
  const names = () => card.getByRole('heading', { level: 3 }).allInnerTexts()
  const [first = '', second = ''] = await names()
  await page.getByRole('button', { name: `Zet hoger ${second}` }).click()
  await expect(page.getByText(`${second} staat nu op plaats 1.`)).toBeVisible()
  expect(await names()).toEqual([second, first])
  await axe(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('button', { name: `Wijzig de gegevens van ${first}` }).click()
  await page.getByLabel(/^Hoe bereikt een leerling/).fill('x'.repeat(165))
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByRole('alert')).toContainText('Maak hem 5 tekens korter.')
  await axe(page)
  await expectNoSidewaysScroll(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await axe(page)
  await page.getByRole('button', { name: 'Sla niets op' }).click()
  await expect(page.getByRole('heading', { name: 'Gegevens van' })).toHaveCount(0)
})

test('the guide is copied as text and as HTML, and printed alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPage(page, 'anti-pestcoordinator', 'velp')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Kopieer als tekst' }).click()
  await expect(page.getByText('De tekst staat op het klembord.')).toBeVisible()
  expect(await copied()).toMatch(/^Wie helpt op .+\nStand van .+\n\nVelp\nAanspreekpunt: .+\/wie-helpt\/velp\/$/s)
  await page.getByRole('button', { name: 'Kopieer als HTML' }).click()
  await expect(page.getByText('De HTML staat op het klembord.')).toBeVisible()
  expect(await copied()).toContain(`<h2>Wie helpt op ${readSchoolConfig().name}</h2>`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 4, name: 'Velp' })).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0)
})
