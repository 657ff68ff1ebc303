import type { Page } from '@playwright/test'
import { apiAt } from '../support/school-api.ts'
import { picture } from './support/canary/secrets.ts'
import {
  changeButton,
  check,
  fillInAll,
  lineOf,
  next,
  onCode,
  onPage,
  plainStory,
  sendButton,
  storedReport,
  toCheck,
} from './support/form.ts'
import { expect, test } from './support/journey.ts'
import { lastFile } from './support/returning.ts'

const video = { name: 'opname.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(900_000, 7) }
const heic = { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: Buffer.from('ftypheic, but not really') }
const chunks = '**/api/draft/attachments/**'

test('files go with the report, under a name that says nothing, and not before it is sent', async ({
  page,
  server,
}) => {
  const early: string[] = []
  page.on('request', (request) => early.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await fillInAll(page, { ...plainStory, files: [picture, video] })
  expect(early.filter((line) => /draft/.test(line))).toEqual([])
  await expect(lineOf(page, 'Bestanden')).toContainText('foto-1')
  await expect(lineOf(page, 'Bestanden')).toContainText('video-1.mp4')

  await sendButton(page).click()
  await onCode(page)
  const { body, code } = await storedReport(page, server.url)
  expect(body.attachments.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^foto-1\.(jpg|png)$/),
    'video-1.mp4',
  ])
  expect(body.attachments[1]?.size).toBe(video.buffer.length)
  const sentPicture = await lastFile(apiAt(server.url), { code })
  expect(sentPicture.type).toMatch(/^image\//)
})

test('the place where a photo was taken does not go with it', async ({ page, server }) => {
  const place = 'GPSLatitude 52.0407 GPSLongitude 5.6672'
  await fillInAll(page)
  const photo = withPlace(await photoFrom(page), place)
  expect(photo.includes(place)).toBe(true)
  await changeButton(page, 'Bestanden').click()
  await page.getByLabel('Kies bestanden').setInputFiles([{ name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: photo }])
  await expect(page.getByText('De verborgen gegevens zijn eruit.').first()).toBeVisible()
  await toCheck(page)
  await sendButton(page).click()
  await onCode(page)
  const { code } = await storedReport(page, server.url)
  const { type, bytes } = await lastFile(apiAt(server.url), { code })
  expect(type).toBe('image/jpeg')
  expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8')
  expect(bytes.includes('Exif')).toBe(false)
  expect(bytes.includes('GPS')).toBe(false)
})

test('sending files can be stopped and goes on later', async ({ page, server }) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  let puts = 0
  await page.route(chunks, async (route) => {
    if (route.request().method() === 'PUT') puts += 1
    if (puts > 1) await released
    await route.fallback()
  })
  await fillInAll(page, { ...plainStory, files: [video] })
  await sendButton(page).click()
  await expect(page.getByRole('progressbar', { name: 'Voortgang van video-1.mp4' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop met versturen' }).click()
  await expect(page.getByText('Het versturen is gestopt. Je melding is niet verstuurd.')).toBeVisible()
  release()
  await sendButton(page).click()
  await onCode(page)
  expect((await storedReport(page, server.url)).body.attachments).toHaveLength(1)
})

test('a file can be taken away while it is being sent, and the report goes without it', async ({ page, server }) => {
  await page.route(chunks, async (route) => {
    if (route.request().method() === 'PUT') await new Promise(() => undefined)
    else await route.fallback()
  })
  await fillInAll(page, { ...plainStory, files: [video] })
  const onItsWay = page.waitForRequest((request) => request.method() === 'PUT')
  await sendButton(page).click()
  await onItsWay
  await page.getByRole('button', { name: 'Haal weg: video-1.mp4' }).click()
  await onCode(page)
  expect((await storedReport(page, server.url)).body.attachments).toEqual([])
})

test('a file that does not arrive keeps the report back, and everything stays', async ({
  page,
  server,
  expectConsole,
}) => {
  expectConsole(/^error: Failed to load resource: net::ERR_FAILED/)
  await page.route(chunks, (route) => route.abort())
  await fillInAll(page, { ...plainStory, files: [video] })
  await sendButton(page).click()
  await expect(page.getByRole('alert').first()).toContainText('Een bestand kan niet mee.')
  await page.unroute(chunks)
  await sendButton(page).click()
  await onCode(page)
  expect((await storedReport(page, server.url)).body.attachments).toHaveLength(1)
})

test('files go to the other site when the site is changed after a try', async ({ page, server, expectConsole }) => {
  expectConsole(/^error: Failed to load resource: net::ERR_FAILED/)
  await page.route('**/api/reports', (route) => route.abort())
  await fillInAll(page, { ...plainStory, files: [video] })
  await sendButton(page).click()
  await expect(page.getByRole('alert').first()).toContainText('Je hebt nu geen internet.')
  await page.unroute('**/api/reports')
  await changeButton(page, 'Locatie').click()
  await check(page, 'Velp')
  await next(page)
  await check(page, 'Vertrouwenspersoon')
  await next(page)
  await check(page, 'Iedereen hier mag het lezen')
  await toCheck(page)
  await sendButton(page).click()
  await onCode(page)
  const { stored, body } = await storedReport(page, server.url)
  expect(stored.site).toBe('velp')
  expect(stored.attachments).toHaveLength(1)
  expect(body.attachments).toHaveLength(1)
})

test('a picture that cannot be opened asks what to do before one can go on', async ({ page }) => {
  await fillInAll(page)
  await changeButton(page, 'Bestanden').click()
  await onPage(page, 'Wil je iets laten zien?', 'Vraag 10 van 11: ')
  await page.getByLabel('Kies bestanden').setInputFiles([heic])
  await expect(page.getByRole('button', { name: 'Stuur deze foto niet mee' })).toBeVisible()
  await toCheck(page)
  await expect(page.getByRole('alert').filter({ hasText: 'Verbeter dit' })).toContainText(
    'Kies wat je wilt doen met de foto die niet opengaat.',
  )
  await page.getByRole('button', { name: 'Stuur deze foto niet mee' }).click()
  await toCheck(page)
  await expect(lineOf(page, 'Bestanden')).toContainText('Je stuurt niets mee')
})

/** A real photo of 40 by 30 points, as a camera would write it. */
async function photoFrom(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 40
    canvas.height = 30
    canvas.getContext('2d')?.fillRect(5, 5, 20, 10)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  return Buffer.from(base64, 'base64')
}

/** The same photo with an Exif segment behind its first marker. */
function withPlace(photo: Buffer, place: string): Buffer {
  const content = Buffer.from(`Exif\0\0${place}`)
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([photo.subarray(0, 2), head, content, photo.subarray(2)])
}
