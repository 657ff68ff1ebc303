import { formatAccessCode } from '../../web/crypto/access-code.ts'
import { axe, expect, test } from './support/journey.ts'
import { openWithAge } from './support/open-with-age.ts'
import { messages, sendButton, writeField } from './support/returning.ts'
import { returnWith, tell } from './support/staff.ts'

const telling = { to: ['confidentialAdviser'], story: 'Elke pauze pakken ze mijn tas af.' }

test('the code is shown again, copied and printed without saying what it is for', async ({ page, context, server }) => {
  const reporter = await tell(server.url, 'emmeloord', telling)
  const code = formatAccessCode(reporter.code)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
  await returnWith(page, reporter)
  const card = page.getByRole('region', { name: 'Dit is je code' })
  await expect(card).toContainText(code.replaceAll('-', ' '))
  await card.getByRole('button', { name: 'Kopieer de code' }).click()
  await expect(card.getByRole('status')).toHaveText(/^De code is gekopieerd\./)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
  await card.getByText('Laat de code als QR zien').click()
  // The smallest QR there is, with its border: nothing but the sixteen signs fits in it, least of all an address.
  await expect(card.getByRole('img', { name: 'QR met je code' })).toHaveAttribute('viewBox', '-4 -4 29 29')

  await page.evaluate(() => {
    window.print = () => Object.assign(window, { printedUnder: document.title })
  })
  await card.getByRole('button', { name: 'Print het kaartje' }).click()
  expect(await page.evaluate(() => Reflect.get(window, 'printedUnder'))).toBe('Kaartje')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(page).toHaveTitle('Je gesprek – Vijfspoor')

  await page.emulateMedia({ media: 'print' })
  const printed = await page.evaluate(() => document.body.innerText)
  expect(printed).toContain('Zo lees je het antwoord')
  expect(printed).toContain(code)
  for (const betraying of [/pest/i, /melding maken/i, new RegExp(telling.story)]) expect(printed).not.toMatch(betraying)
  const paper = await page.pdf({ preferCSSPageSize: true })
  // One sheet of A6: 105 by 148 mm in points.
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(paper.toString('latin1'))
  expect([Number(box?.[1]), Number(box?.[2])].map(Math.round)).toEqual([298, 420])
})

test('the code makes place once the reporter has written', async ({ page, openBrowser, server }) => {
  const reporter = await tell(server.url, 'emmeloord', telling)
  await returnWith(page, reporter)
  await writeField(page).fill('Ik ben er weer.')
  await sendButton(page).click()
  await expect(messages(page)).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'Dit is je code' })).toBeVisible()
  const phone = await openBrowser()
  await returnWith(phone, reporter)
  await expect(phone.getByRole('region', { name: 'Dit is je code' })).toHaveCount(0)
  await phone.getByRole('button', { name: 'Laat mijn code nog een keer zien' }).click()
  await expect(phone.getByRole('region', { name: 'Dit is je code' })).toBeVisible()
})

test('the conversation is saved as a file that the age command opens', async ({ page, server }) => {
  const reporter = await tell(server.url, 'emmeloord', telling)
  await returnWith(page, reporter)
  await page.getByText('Bewaar het gesprek').first().click()
  const passphrase = page.getByLabel('Kies een wachtwoord voor het bestand')
  const save = page.getByRole('button', { name: 'Bewaar het gesprek' })
  for (const [weak, sentence] of [
    ['', /Kies een wachtwoord\. Zonder wachtwoord kan iedereen het bestand lezen\./],
    ['kort', /Maak het minstens 12 tekens lang\./],
    ['aaaaaaaaaaaaaa', /te makkelijk te raden\./],
  ] as const) {
    await passphrase.fill(weak)
    await save.click()
    await expect(passphrase).toHaveAccessibleDescription(sentence)
    await expect(passphrase).toBeFocused()
  }
  await axe(page)
  await passphrase.fill('paard fiets wolk lepel')
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  await expect(page.getByText(/^Het bestand gesprek-\d{4}-\d\d-\d\d\.txt\.age is opgeslagen\./)).toBeVisible()
  await expect(passphrase).toHaveValue('')
  const text = openWithAge(await download.path(), 'paard fiets wolk lepel')
  expect(text).toContain('Gesprek met Aeres VMBO, locatie Emmeloord')
  expect(text).toContain(telling.story)
  expect(text).not.toContain(reporter.code)
  expect(text).not.toContain(formatAccessCode(reporter.code))
})
