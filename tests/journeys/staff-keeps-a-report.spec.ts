import { readFile } from 'node:fs/promises'
import { Decrypter } from 'age-encryption'
import { expect, test } from './support/journey.ts'
import { openReport, signIn, tell } from './support/staff.ts'

const story = 'Ze roepen elke pauze mijn naam over het plein en lachen dan.'

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
