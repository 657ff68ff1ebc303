import { readFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import type { Locator, Page } from '@playwright/test'
import { Decrypter } from 'age-encryption'
import { openByCode } from '../support/reporter.ts'
import { apiAt } from '../support/school-api.ts'
import { writeBack } from '../support/writing.ts'
import { axe, expect, test } from './support/journey.ts'
import { openReport, returnWith, rowOf, signIn, tell } from './support/staff.ts'

const story = 'Ze roepen elke pauze mijn naam over het plein en lachen dan.'

test.describe('a report to the vertrouwenspersoon', { tag: ['@desktop', '@postgres'] }, () => {
  test('is read and answered, and the reporter sees it', async ({ page, openBrowser, server }) => {
    const reporter = await tell(server.url, 'velp', { to: ['confidentialAdviser'], story, files: [picture()] })
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

test('what is new and urgent stands first in the work list', async ({ page, server }) => {
  const to = ['contactPerson']
  await tell(server.url, 'sneek', { to, story: 'Dit is al gelezen.' })
  await signIn(page, 'aanspreekpunt', 'sneek')
  await openReport(page, 'Dit is al gelezen.')
  await expect(page.getByText(/zette de status op “Gelezen”/)).toBeVisible()
  await tell(server.url, 'sneek', { to, story: 'Dit is gewoon nieuw.' })
  await tell(server.url, 'sneek', { to, story: 'Dit gaat nu rond.', urgent: true })

  await page.getByRole('button', { name: 'Terug naar meldingen' }).click()
  const rows = page
    .getByRole('list')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link') })
  await expect(rows.filter({ hasText: 'Dit ' })).toHaveText([
    /Dit gaat nu rond/,
    /Dit is gewoon nieuw/,
    /Dit is al gelezen/,
  ])
  await expect(rowOf(page, 'Dit gaat nu rond.')).toContainText('Spoed')
  await expect(page.getByText('Er zijn 2 meldingen met iets nieuws.')).toBeVisible()
  await axe(page)

  await page.getByRole('radio', { name: 'Gelezen' }).check()
  await expect(rowOf(page, 'Dit is al gelezen.')).toBeVisible()
  await expect(rowOf(page, 'Dit gaat nu rond.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Laat alles zien' }).click()
  await page.getByRole('checkbox', { name: 'Spoed' }).check()
  await expect(rowOf(page, 'Dit is gewoon nieuw.')).toHaveCount(0)
  await expect(rowOf(page, 'Dit gaat nu rond.')).toBeVisible()
})

test('something new is announced without moving what is on the screen', async ({ page, server }) => {
  await page.clock.install()
  await tell(server.url, 'leeuwarden', { to: ['contactPerson'], story: 'Dit stond er al.' })
  await signIn(page, 'aanspreekpunt', 'leeuwarden')
  await rowOf(page, 'Dit stond er al.').getByRole('link').focus()
  await tell(server.url, 'leeuwarden', { to: ['contactPerson'], story: 'Dit kwam erbij.' })
  await page.clock.fastForward('01:01')
  await expect(page.getByText('Er is iets nieuws. Vernieuw de lijst om het te zien.')).toBeVisible()
  await expect(rowOf(page, 'Dit stond er al.').getByRole('link')).toBeFocused()
  await expect(rowOf(page, 'Dit kwam erbij.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Vernieuw de lijst' }).click()
  await expect(rowOf(page, 'Dit kwam erbij.')).toBeVisible()
})

test('two colleagues who open a report at once leave a sound conversation', async ({
  page,
  openBrowser,
  server,
  expectConsole,
}) => {
  expectConsole(/^error: Failed to load resource: the server responded with a status of 409 .*\/messages/)
  const reporter = await tell(server.url, 'ede', { to: ['confidentialAdviser'], story })
  const second = await openBrowser()
  await Promise.all([signIn(page, 'vertrouwenspersoon', 'ede'), signIn(second, 'vertrouwenspersoon2', 'ede')])

  // Both have read the report and are about to say so; then one goes first.
  const bothAreWriting = Promise.all([page.waitForRequest('**/messages'), second.waitForRequest('**/messages')])
  const hasRead = (screen: Page) => screen.getByText(/zette de status op “Gelezen”/)
  await page.route('**/messages', async (route) => {
    await bothAreWriting
    await route.continue()
  })
  await second.route('**/messages', async (route) => {
    await hasRead(page).waitFor()
    await route.continue()
  })
  await Promise.all([openReport(page, story), openReport(second, story)])
  for (const screen of [page, second]) await expect(hasRead(screen)).toBeVisible()

  const { conversation } = await openByCode(apiAt(server.url), reporter.code)
  expect(conversation.warnings).toEqual([])
  expect(conversation.state).toBe('read')
  expect(conversation.entries.filter(({ purpose }) => purpose === 'status')).toHaveLength(1)
})

test('an answer that cannot be sent stays, and is sent once', async ({ page, context, server, expectConsole }) => {
  expectConsole(/^error: Failed to load resource: net::ERR_INTERNET_DISCONNECTED/)
  const reporter = await tell(server.url, 'maartensdijk', { to: ['contactPerson'], story })
  await signIn(page, 'aanspreekpunt', 'maartensdijk')
  await openReport(page, story)
  const answer = page.getByLabel('Jouw antwoord')
  const sendButton = page.getByRole('button', { name: 'Verstuur je antwoord' })

  await sendButton.click()
  await expect(answer).toHaveAccessibleDescription(/Schrijf eerst een antwoord\./)
  await expect(answer).toBeFocused()
  await answer.fill('a'.repeat(2_003))
  await sendButton.click()
  await expect(answer).toHaveAccessibleDescription(/Maak het 3 tekens korter\./)
  await axe(page)

  await answer.fill('Ik neem dit mee.')
  await context.setOffline(true)
  await sendButton.click()
  await expect(answer).toHaveAccessibleDescription(/Er is geen verbinding\./)
  await expect(answer).toHaveValue('Ik neem dit mee.')
  await context.setOffline(false)
  await sendButton.dblclick()
  await expect(page.getByText('Je antwoord is verstuurd.')).toBeVisible()
  const { conversation } = await openByCode(apiAt(server.url), reporter.code)
  expect(conversation.entries.filter(({ purpose }) => purpose === 'message')).toHaveLength(1)
  expect(conversation.warnings).toEqual([])
})

test('an answer whose receipt was lost does not become two', async ({ page, server, expectConsole }) => {
  expectConsole(/^error: Failed to load resource: net::ERR_CONNECTION_RESET/)
  const reporter = await tell(server.url, 'buitenpost', { to: ['contactPerson'], story })
  await signIn(page, 'aanspreekpunt', 'buitenpost')
  await openReport(page, story)
  await expect(page.getByText(/zette de status op “Gelezen”/)).toBeVisible()
  await page.route('**/messages', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByLabel('Jouw antwoord').fill('Ik neem dit mee.')
  await page.getByRole('button', { name: 'Verstuur je antwoord' }).click()
  await expect(page.getByLabel('Jouw antwoord')).toHaveAccessibleDescription(/Er is geen verbinding\./)
  await page.unroute('**/messages')
  await page.getByRole('button', { name: 'Verstuur je antwoord' }).click()
  await expect(page.getByText('Je antwoord is verstuurd.')).toBeVisible()
  const { conversation } = await openByCode(apiAt(server.url), reporter.code)
  expect(conversation.entries.filter(({ purpose }) => purpose === 'message')).toHaveLength(1)
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

test('on paper there is the report and nothing to press', async ({ page, server }) => {
  await tell(server.url, 'emmeloord', { to: ['contactPerson'], story })
  await signIn(page, 'aanspreekpunt', 'emmeloord')
  await openReport(page, story)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(story)).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByLabel('Jouw antwoord')).toBeHidden()
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

test('a report can be saved as a file that only the passphrase opens', async ({ page, server }) => {
  await tell(server.url, 'velp', { to: ['contactPerson'], story })
  await signIn(page, 'aanspreekpunt', 'velp')
  await openReport(page, story)
  await page.getByText('Bewaar als beveiligd bestand').click()
  await page.getByLabel('Kies een wachtwoord voor het bestand').fill('vier losse woorden achter elkaar')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar het gesprek' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).not.toMatch(/otter|velp|pest/i)
  const file = await readFile(await download.path())
  expect(file.includes(story)).toBe(false)
  const decrypter = new Decrypter()
  decrypter.addPassphrase('vier losse woorden achter elkaar')
  const saved = await decrypter.decrypt(file, 'text')
  expect(saved).toContain(story)
  expect(saved).toContain('Wie meldt: Leerling')
})

const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)

/** A PNG of two red points beside each other. */
function picture(): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const framed = Buffer.alloc(body.length + 8)
    framed.writeUInt32BE(data.length, 0)
    body.copy(framed, 4)
    framed.writeUInt32BE(crc32(body), body.length + 4)
    return framed
  }
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0])
  const pixels = deflateSync(Buffer.from([0, 255, 0, 0, 255, 0, 0]))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}
