import type { Page } from '@playwright/test'
import { apiAt } from '../support/school-api.ts'
import { axe, expect, test } from './support/journey.ts'
import { changeReadersElsewhere, lastFile, sendButton, writeField, writtenBack } from './support/returning.ts'
import { returnWith, tell } from './support/staff.ts'

const telling = { to: ['confidentialAdviser'], story: 'Ze maken filmpjes van mij in de les.' }
const secret = 'GPS 52.0383 5.6658 gemaakt door Noor'

test('a picture goes along without what was hidden in it', { tag: ['@desktop', '@postgres'] }, async ({
  page,
  server,
}) => {
  const reporter = await tell(server.url, 'ede', telling)
  await returnWith(page, reporter)
  await page.getByText('Foto’s of bestanden meesturen').click()
  await expect(page.getByText('Stuur nooit naaktfoto’s of naaktfilmpjes mee')).toBeVisible()
  const buffer = await photoWithSecret(page)
  expect(buffer.includes(secret)).toBe(true)
  await page
    .getByLabel('Kies bestanden')
    .setInputFiles({ name: 'IMG_20261120_Noor.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.getByText('Klaar om mee te sturen. De verborgen gegevens zijn eruit.').first()).toBeVisible()
  await axe(page)
  await writeField(page).fill('Dit is de foto.')
  await sendButton(page).click()
  await expect(page.getByText('Je bericht is verstuurd.')).toBeVisible()

  await page.getByRole('button', { name: 'Laat zien: foto-1.jpg' }).click()
  await expect(page.getByRole('img', { name: 'Foto: foto-1.jpg' })).toHaveJSProperty('naturalWidth', 48)
  const { type, bytes } = await lastFile(apiAt(server.url), reporter)
  expect(type).toBe('image/jpeg')
  expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  for (const trace of [secret, 'Exif', 'Noor']) expect(bytes.includes(trace), trace).toBe(false)
})

test('files that cannot go along are refused in words, one by one', async ({ page, server }) => {
  const reporter = await tell(server.url, 'ede', telling)
  await returnWith(page, reporter)
  await page.getByText('Foto’s of bestanden meesturen').click()
  const choose = page.getByLabel(/^Kies (bestanden|nog een bestand)$/)
  const pdf = (name: string, size = 20) => ({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(size, '%PDF') })
  await choose.setInputFiles([
    pdf('groot.pdf', 20 * 1024 * 1024 + 1),
    { name: 'spel.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
    { name: 'leeg.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
  ])
  await expect(page.getByText('“groot.pdf” is te groot. Kies een bestand van hoogstens 20 MB.')).toBeVisible()
  await expect(
    page.getByText('“spel.exe” kan niet mee. Kies een foto, een PDF, een geluid of een video.'),
  ).toBeVisible()
  await expect(page.getByText('“leeg.pdf” is leeg. Kies een ander bestand.')).toBeVisible()

  await choose.setInputFiles({ name: 'foto.heic', mimeType: 'image/heic', buffer: Buffer.from('geen foto') })
  await sendButton(page).click()
  await expect(page.getByRole('alert', { name: 'Verbeter dit' }).getByRole('link')).toHaveText(
    'Kies wat je met “foto-1.heic” wilt doen.',
  )
  await page.getByRole('button', { name: 'Stuur deze foto niet mee' }).click()
  await choose.setInputFiles(['1', '2', '3', '4', '5', '6'].map((name) => pdf(`${name}.pdf`)))
  await expect(page.getByText('“6.pdf” past er niet meer bij. Je kunt 5 bestanden meesturen.')).toBeVisible()
  await expect(page.getByText('Klaar om mee te sturen. De verborgen gegevens zitten er nog in.')).toHaveCount(10)
  await page.getByRole('button', { name: 'Haal weg: document-5.pdf' }).click()
  await expect(page.getByRole('button', { name: /^Haal weg/ })).toHaveCount(4)
})

test('an upload goes on after a cut, and a cancelled one is taken back', async ({
  page,
  context,
  server,
  expectConsole,
}) => {
  expectConsole(/ERR_(INTERNET_DISCONNECTED|FAILED)/)
  const reporter = await tell(server.url, 'ede', telling)
  await returnWith(page, reporter)
  await page.getByText('Foto’s of bestanden meesturen').click()
  let sent = 0
  await context.route('**/chunks/*', async (route) => {
    sent += 1
    // The third chunk arrives, but nobody hears of it: the same bytes must come again.
    if (sent !== 3) return route.fallback()
    await route.fetch()
    return route.abort()
  })
  const buffer = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => index % 251))
  await page.getByLabel('Kies bestanden').setInputFiles({ name: 'lied.mp3', mimeType: 'audio/mpeg', buffer })
  await expect(
    page.getByText('Het versturen is gestopt. Kijk of je internet hebt en ga dan verder.').first(),
  ).toBeVisible()
  await writeField(page).fill('Luister hiernaar.')
  await sendButton(page).click()
  await expect(page.getByRole('link', { name: /^“geluid-1.mp3” is nog niet verstuurd/ })).toBeVisible()
  await page.getByRole('button', { name: 'Ga verder: geluid-1.mp3' }).click()
  await expect(page.getByText('Klaar om mee te sturen. De verborgen gegevens zitten er nog in.').first()).toBeVisible()
  await sendButton(page).click()
  await expect(page.getByText('Je bericht is verstuurd.')).toBeVisible()
  expect((await lastFile(apiAt(server.url), reporter)).bytes.equals(buffer)).toBe(true)

  await page.getByText('Foto’s of bestanden meesturen').click()
  const stored = chunkStored(page)
  await page.getByLabel('Kies bestanden').setInputFiles({ name: 'lied.mp3', mimeType: 'audio/mpeg', buffer })
  expect((await stored).status()).toBe(204)
  const takenBack = page.waitForResponse((response) => response.request().method() === 'DELETE')
  await page.getByRole('button', { name: /^Haal weg/ }).click()
  expect((await takenBack).status()).toBe(204)
})

test('a file for which there is no room stays, and goes when there is', async ({ page, server, expectConsole }) => {
  expectConsole(/status of 507/)
  const reporter = await tell(server.url, 'ede', telling)
  await returnWith(page, reporter)
  await page.getByText('Foto’s of bestanden meesturen').click()
  await page.route('**/chunks/*', (route) => route.fulfill({ status: 507, json: { refusal: 'storage-full' } }))
  const buffer = Buffer.from('%PDF-1.4 een brief')
  await page.getByLabel('Kies bestanden').setInputFiles({ name: 'brief.pdf', mimeType: 'application/pdf', buffer })
  await expect(
    page.getByText('Er is nu geen plek voor dit bestand. Ga later verder, of haal het weg.').first(),
  ).toBeVisible()
  await sendButton(page).click()
  await expect(page.getByRole('link', { name: /^“document-1.pdf” is nog niet verstuurd\. Ga verder/ })).toBeVisible()
  await page.unroute('**/chunks/*')
  const stored = chunkStored(page)
  await page.getByRole('button', { name: 'Ga verder: document-1.pdf' }).click()
  expect((await stored).status()).toBe(204)
  await sendButton(page).click()
  await expect(page.getByText('Je bericht is verstuurd.')).toBeVisible()
  expect((await lastFile(apiAt(server.url), reporter)).bytes.equals(buffer)).toBe(true)
})

test('a key that changed on another device is followed, files included', async ({ page, server }) => {
  const reporter = await tell(server.url, 'ede', telling)
  await returnWith(page, reporter)
  await page.getByText('Foto’s of bestanden meesturen').click()
  const buffer = Buffer.from('%PDF-1.4 een brief')
  const stored = chunkStored(page)
  await page.getByLabel('Kies bestanden').setInputFiles({ name: 'brief.pdf', mimeType: 'application/pdf', buffer })
  expect((await stored).status()).toBe(204)
  await changeReadersElsewhere(apiAt(server.url), reporter, ['confidentialAdviser'])
  await writeField(page).fill('Dit hoort bij de nieuwe sleutel.')
  await sendButton(page).click()
  await expect(page.getByText('Je bericht is verstuurd.')).toBeVisible()
  const [announced, written] = await writtenBack(apiAt(server.url), reporter)
  expect(announced?.purpose).toBe('epoch')
  expect(written?.header.epoch).toBe(2)
  expect((await lastFile(apiAt(server.url), reporter)).bytes.equals(buffer)).toBe(true)
})

/** The server's answer to a piece of a file. The row cannot say it: a file that only waits is "Klaar om mee te sturen" too. */
const chunkStored = (page: Page) => page.waitForResponse((response) => response.request().method() === 'PUT')

/** A small photo as a phone makes it, with an EXIF block that says where and by whom. */
async function photoWithSecret(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 48, height: 32 })
    canvas.getContext('2d')?.fillRect(0, 0, 20, 20)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'))
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]
  })
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(secret)])
  const length = Buffer.from([0, exif.length + 2])
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, exif, Buffer.from(drawn).subarray(2)])
}
