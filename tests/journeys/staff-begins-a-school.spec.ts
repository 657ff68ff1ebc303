import { accessCodeSecrets } from '../support/leaks/access-code-spellings.ts'
import { LeakSearch } from '../support/leaks/search.ts'
import { placesOnTape } from '../support/recording-proxy.ts'
import { runSetup } from '../support/set-up.ts'
import { type CanaryServer, startCanary } from './support/canary/server.ts'
import { axe, expect, test as journey } from './support/journey.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { choosePassword, readSheet, typeSheetOver } from './support/sheet.ts'

const administrator = { name: 'Noor Zwaluwstaart', email: 'noor@canary.school.test' } as const
const firstPassword = 'kikkerbeet-Wollegras 7 boerenwormkruid'
const secondPassword = 'watermunt&Rolklaver duizendguldenkruid'

/** A school that was set up and nothing more, behind a proxy that keeps every byte. */
const test = journey.extend<object, { server: CanaryServer & { invitation: () => string } }>({
  server: [
    async ({ databaseKind }, use) => {
      let link = ''
      const canary = await startCanary(databaseKind, {}, async (place) => {
        const who = ['--name', administrator.name, '--email', administrator.email]
        await runSetup(place, ...who)
        link = (await runSetup(place, ...who)).path
      })
      const begun = { ...canary, invitation: () => link }
      await use(begun)
      await canary.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

test('from setting up to the inbox, and back in with the sheet; no password and no sheet leaves the browser', async ({
  page,
  openBrowser,
  server,
  expectConsole,
}) => {
  test.setTimeout(300_000)
  expectConsole(/status of 401/)
  expectConsole(/status of 404/)
  const link = server.invitation()
  const seen: string[] = []
  page.on('framenavigated', (frame) => seen.push(frame.url().replace(/#.*/, '')))

  await test.step('the link shows who it is for, and leaves the address', async () => {
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1, name: `Welkom, ${administrator.name}` })).toBeFocused()
    await expect(page.getByText(administrator.email)).toBeVisible()
    expect(new URL(page.url()).hash).toBe('')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: `Welkom, ${administrator.name}` })).toBeVisible()
    await axe(page)
    await expectNoSidewaysScroll(page)
  })

  await test.step('a password that a stranger would guess is refused', async () => {
    await choosePassword(page, 'noor zwaluwstaart 1')
    await page.getByRole('button', { name: 'Maak mijn sleutels' }).click()
    await expect(page.getByRole('alert').getByRole('link', { name: /te makkelijk te raden/ })).toBeVisible()
    await axe(page)
    await choosePassword(page, firstPassword, 'iets anders getypt')
    await page.getByRole('button', { name: 'Maak mijn sleutels' }).click()
    await expect(page.getByRole('alert').getByRole('link', { name: /niet hetzelfde/ })).toBeVisible()
  })

  await test.step('whoever stops at the sheet has lost nothing', async () => {
    await choosePassword(page, firstPassword)
    await page.getByRole('button', { name: 'Maak mijn sleutels' }).click()
    const abandoned = await readSheet(page)
    expect(abandoned).toHaveLength(7)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: `Welkom, ${administrator.name}` })).toBeVisible()
    await choosePassword(page, firstPassword)
    await page.getByRole('button', { name: 'Maak mijn sleutels' }).click()
    expect(await readSheet(page)).not.toEqual(abandoned)
  })

  const sheet = await readSheet(page)
  await test.step('the sheet is printed alone, and typed over', async () => {
    await axe(page)
    await expectNoSidewaysScroll(page)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText(sheet[6] ?? '')).toBeVisible()
    await expect(page.getByText(administrator.email)).toBeVisible()
    for (const hidden of ['Print het blad', 'Het blad is klaar, ga verder', 'Toegankelijkheid'])
      await expect(page.getByText(hidden)).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Het blad is klaar, ga verder' }).click()
    await typeSheetOver(
      page,
      sheet.map(() => 'AAAA'),
    )
    await expect(page.getByRole('alert')).toContainText('niet hetzelfde als op het blad')
    await axe(page)
    await page.getByRole('button', { name: 'Terug naar het blad' }).click()
    expect(await readSheet(page)).toEqual(sheet)
    await page.getByRole('button', { name: 'Het blad is klaar, ga verder' }).click()
    await typeSheetOver(page, sheet)
  })

  await test.step('then the staff area opens, and says what still has to happen', async () => {
    await expect(page).toHaveURL('/team/')
    await expect(page.getByText(`Ingelogd als ${administrator.name}`)).toBeVisible()
    await expect(page.getByRole('heading', { name: /^\d+ locaties hebben nog geen sleutel$/ })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Nodig de directeur uit' })).toBeVisible()
    await axe(page)
    await page.reload()
    await expect(page.getByText(`Ingelogd als ${administrator.name}`)).toBeVisible()
  })

  await test.step('the site that was chosen on one page is chosen on the next', async () => {
    await page.getByRole('link', { name: 'Beheer', exact: true }).click()
    await page.getByLabel('Locatie', { exact: true }).selectOption('velp')
    await expect(page.getByRole('heading', { name: 'Gegevens van Velp' })).toBeVisible()
    await page.getByRole('link', { name: 'Mensen', exact: true }).click()
    await expect(page.getByLabel('Locatie', { exact: true })).toHaveValue('velp')
  })

  await test.step('the link is used up', async () => {
    const other = await openBrowser()
    await other.goto(link)
    await expect(other.getByRole('heading', { level: 1, name: /Deze link werkt niet/ })).toBeVisible()
    await axe(other)
    await other.goto('/team/')
    await other.goto('/team/welkom/')
    await expect(other.getByRole('heading', { level: 1, name: 'Open de link uit je uitnodiging' })).toBeVisible()
    await axe(other)
  })

  const back = await openBrowser()
  back.on('framenavigated', (frame) => seen.push(frame.url()))
  await test.step('a forgotten password: the sign-in screen leads to the sheet', async () => {
    await back.goto('/team/')
    await back.getByRole('link', { name: 'Wachtwoord vergeten?' }).click()
    await expect(back.getByRole('heading', { level: 1, name: 'Wachtwoord vergeten' })).toBeVisible()
    await axe(back)
    await back.getByRole('button', { name: 'Ga verder' }).click()
    await expect(back.getByRole('alert').getByRole('link')).toHaveCount(2)
    await axe(back)
    await back.getByLabel('E-mailadres van school').fill('iemand.anders@canary.school.test')
    await back.getByLabel('De code op je herstelblad').fill(`${sheet.slice(0, 6).join(' ')} 0000`)
    await back.getByRole('button', { name: 'Ga verder' }).click()
    await expect(back.getByRole('alert')).toContainText('typefout')
    await back.getByLabel('De code op je herstelblad').fill(sheet.join('').toLowerCase())
    await back.getByRole('button', { name: 'Ga verder' }).click()
    await expect(back.getByRole('alert')).toContainText('horen niet bij elkaar')
    await back.getByLabel('E-mailadres van school').fill(administrator.email)
    await back.getByRole('button', { name: 'Ga verder' }).click()
    await expect(back.getByRole('heading', { level: 1, name: /Kies een nieuw wachtwoord/ })).toBeFocused()
    await axe(back)
    await choosePassword(back, secondPassword)
    await back.getByRole('button', { name: 'Bewaar het nieuwe wachtwoord' }).click()
    await expect(back.getByRole('heading', { level: 1, name: 'Je hebt een nieuw wachtwoord' })).toBeFocused()
    await axe(back)
    await back.getByRole('link', { name: 'Naar mijn meldingen' }).click()
    await expect(back.getByText(`Ingelogd als ${administrator.name}`)).toBeVisible()
  })

  await test.step('the first session has ended, and the first password is worth nothing', async () => {
    await page.reload()
    await page.getByLabel('Wachtwoord', { exact: true }).fill(firstPassword)
    await page.getByRole('button', { name: /^Log in|^Ga verder/ }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await page.getByLabel('Wachtwoord', { exact: true }).fill(secondPassword)
    await page.getByRole('button', { name: /^Log in|^Ga verder/ }).click()
    await expect(page.getByText(`Ingelogd als ${administrator.name}`)).toBeVisible()
  })

  // Before the plug is pulled: what pages ask of themselves would fail then.
  for (const each of [page, back]) await each.close()
  const { tape } = server.proxy
  const stored = await server.seize()
  const token = link.slice(link.indexOf('#') + 1)
  const typed = { 'the first password': firstPassword, 'the second password': secondPassword }
  const words = `${firstPassword} ${secondPassword}`.split(/[^\p{L}]+/u).filter((word) => word.length >= 10)
  const search = new LeakSearch([
    ...Object.entries(typed).map(([name, text]) => ({ name, text })),
    ...words.map((text) => ({ name: 'a word of a password', text })),
    ...accessCodeSecrets(sheet.join('-'), 'the sheet'),
  ])
  const everywhere = [
    ...placesOnTape(tape),
    ...stored.places,
    { name: 'log', bytes: Buffer.from(server.log()) },
    { name: 'addresses', bytes: Buffer.from(seen.join('\n')) },
  ]
  expect(search.find(everywhere)).toEqual([])
  // The link is used up, but a copied database must not hold even a used one in the clear.
  expect(new LeakSearch([{ name: 'the token', text: token }]).find(stored.places)).toEqual([])
  expect(tape.length).toBeGreaterThan(20)
})
