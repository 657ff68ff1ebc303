import { addDays, dayInTheNetherlands } from '../../api/domain/local-date.ts'
import { openDatabase } from '../../db/connect.ts'
import { grants } from '../../db/schema/index.ts'
import { formatSheet, parseSheet } from '../../web/crypto/recovery-sheet.ts'
import { open } from '../../web/crypto/sealing.ts'
import { barePassword, bareSite, test } from './support/bare-school.ts'
import { axe, expect } from './support/journey.ts'
import { enrol } from './support/sheet.ts'
import { card, checkSheet, comeIn, everyKeyOf, heading, holderOf, press, sign, trust } from './support/site-keys.ts'
import { openReport, rowOf, tell } from './support/staff.ts'

const inDays = (days: number) => addDays(dayInTheNetherlands(new Date()), days)

test('a site from its first day: rehearsal, key, functions, a successor, a leaver, a lost key and the sheet', {
  tag: '@postgres',
}, async ({ page, openBrowser, server, expectConsole }) => {
  test.setTimeout(300_000)
  expectConsole(/^error: Failed to load resource: the server responded with a status of 401 /)
  expectConsole(/^error: Failed to load resource: the server responded with a status of 404 .*\/api\/team\/reports\//)
  const requests: string[] = []
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`))

  // A rehearsal goes all the way and leaves nothing.
  await comeIn(page, 'directeur')
  await expect(heading(page, 'Maak de sleutel van de locatie')).toBeVisible()
  await axe(page)
  requests.length = 0
  await press(page, 'Oefen eerst')
  await expect(page.getByText('Oefening: er wordt niets bewaard')).toBeVisible()
  await expect(page.getByText('Oefening – dit blad opent niets')).toBeVisible()
  await axe(page)
  const rehearsed = await checkSheet(page)
  await expect(heading(page, 'De oefening is klaar')).toBeFocused()
  expect(requests.filter((request) => !request.startsWith('GET /_astro'))).toEqual([])
  await press(page, 'Klaar')

  // The real one.
  await press(page, 'Begin')
  const sheet = await checkSheet(page)
  expect(sheet).not.toBe(rehearsed)
  await expect(heading(page, 'De sleutel is gemaakt')).toBeFocused()
  await axe(page)
  await press(page, 'Klaar')
  await expect(heading(page, 'De functies die meldingen krijgen')).toBeVisible()
  await sign(page)

  // A member compares the key once, makes the first key, and the director signs.
  const vera = await openBrowser()
  await comeIn(vera, 'vera')
  await trust(vera)
  await press(vera, 'Maak de eerste sleutel')
  await expect(vera.getByText('De sleutel is gemaakt. Nu moet de directeur ondertekenen.')).toBeVisible()
  await axe(vera)
  await sign(page)
  const reporter = await tell(server.url, bareSite, { to: ['confidentialAdviser'], story: 'Het eerste verhaal.' })

  // Somebody is appointed, a member lets them in, and they read what was told before.
  await page.goto('/team/mensen/')
  await press(page, 'Wijzig Victor Vos')
  await page.getByLabel('Nieuwe functie voor Victor Vos').selectOption('confidentialAdviser')
  await axe(page)
  await press(page, 'Benoem')
  await expect(page.getByText('Victor Vos is nu vertrouwenspersoon.')).toBeVisible()
  await sign(page)
  await vera.goto('/team/')
  await vera.getByRole('link', { name: 'Ga naar Sleutels' }).click()
  await press(vera, 'Laat Victor Vos toe')
  await expect(vera.getByText('Victor Vos heeft nu de sleutel.')).toBeVisible()
  await sign(page)
  const before = await openBrowser()
  await comeIn(before, 'victor', '/team/')
  await trust(before)
  await openReport(before, 'Het eerste verhaal.')

  // Victor loses password and sheet. With new keys he is let in again by a colleague, and reads what the function has;
  // what was for him in person stays closed.
  await tell(server.url, bareSite, { to: [await holderOf(server.url, 'victor')], story: 'Alleen voor Victor.' })
  await page.goto('/team/mensen/')
  await press(page, 'Wijzig Victor Vos')
  await press(page, 'Victor Vos is wachtwoord en herstelblad kwijt')
  await press(page, 'Maak de brief')
  const link = (await page.getByText(/\/team\/welkom\/#/).innerText()).trim()
  await press(page, 'Ik heb de brief')
  const victor = await openBrowser()
  await enrol(victor, link, barePassword)
  await expect(victor.getByText('Het eerste verhaal.')).toHaveCount(0)
  await sign(page)
  await vera.goto('/team/sleutels/')
  await expect(card(vera, 'vertrouwenspersoon')).toContainText('Krijgt geen nieuwe meldingen')
  await press(vera, 'Maak een nieuwe sleutel')
  await expect(vera.getByText('De sleutel is gemaakt. Nu moet de directeur ondertekenen.')).toBeVisible()
  await sign(page)
  await vera.goto('/team/sleutels/')
  await press(vera, 'Laat Victor Vos toe')
  await expect(vera.getByText('Victor Vos heeft nu de sleutel.')).toBeVisible()
  await victor.goto('/team/')
  await trust(victor)
  await openReport(victor, 'Het eerste verhaal.')
  await press(victor, 'Terug naar meldingen')
  await expect(rowOf(victor, 'Het eerste verhaal.')).toBeVisible()
  await expect(victor.getByText('Alleen voor Victor.')).toHaveCount(0)

  // Victor goes on holiday: Mo reads along until he is back. Then a new key is needed.
  await victor.goto('/team/mensen/')
  await victor.getByLabel('Deel van de naam van je collega').fill('mei')
  await press(victor, 'Zoek')
  await expect(victor.getByLabel('Wie vervangt je?')).toHaveText('Mo Meijer')
  await press(victor, 'Zet de vervanging klaar')
  await expect(victor.getByRole('alert')).toContainText('Kies een laatste dag van vandaag of later')
  await axe(victor)
  await victor.getByLabel('Tot en met').fill(inDays(7))
  await press(victor, 'Zet de vervanging klaar')
  await expect(victor.getByText('Mo Meijer vervangt je nu.')).toBeVisible()
  await axe(victor)
  const mo = await openBrowser()
  await comeIn(mo, 'mo', '/team/')
  await trust(mo)
  await openReport(mo, 'Het eerste verhaal.')
  await press(victor, 'Ik ben er weer')
  await expect(victor.getByText(/^Je vervanging is voorbij/)).toBeVisible()
  await mo.reload()
  await expect(mo.getByText('Deze melding is er niet, of is niet voor jou.')).toBeVisible()
  await mo.goto('/team/mensen/')
  await vera.goto('/team/')
  await expect(vera.getByText('Maak een nieuwe sleutel van vertrouwenspersoon in Velp.')).toBeVisible()
  await vera.getByRole('link', { name: 'Ga naar Sleutels' }).click()
  await press(vera, 'Maak een nieuwe sleutel')
  await expect(vera.getByText('De sleutel is gemaakt. Nu moet de directeur ondertekenen.')).toBeVisible()
  await sign(page)

  // Vera leaves with every key she ever had. After the next key and signature, nothing new opens for her.
  const kept = await everyKeyOf(server.url, 'vera')
  expect(kept).toHaveLength(4)
  await page.goto('/team/mensen/')
  await press(page, 'Wijzig Vera Visser')
  await press(page, 'Vera Visser werkt hier niet meer')
  await axe(page)
  await press(page, 'Ja, Vera Visser is weg')
  await expect(page.getByText(/^Vera Visser werkt hier niet meer\. Kijk bij Sleutels/)).toBeVisible()
  await vera.goto('/team/')
  await expect(vera.getByLabel('E-mailadres van school')).toBeVisible()
  await victor.goto('/team/sleutels/')
  await expect(card(victor, 'vertrouwenspersoon')).toContainText('Krijgt geen nieuwe meldingen')
  await press(victor, 'Maak een nieuwe sleutel')
  await expect(victor.getByText('De sleutel is gemaakt. Nu moet de directeur ondertekenen.')).toBeVisible()
  await sign(page)
  await tell(server.url, bareSite, { to: ['confidentialAdviser'], story: 'Het tweede verhaal.' })
  await victor.goto('/team/')
  await expect(rowOf(victor, 'Het tweede verhaal.')).toBeVisible()
  // A row is opened when it comes into view.
  await victor.locator(`#report-${reporter.report}`).scrollIntoViewIfNeeded()
  await expect(rowOf(victor, 'Het eerste verhaal.')).toBeVisible()

  // A function with a copy in the safe: its only member lost everything, and the sheet brings it to another.
  const coen = await openBrowser()
  await comeIn(coen, 'coen')
  await trust(coen)
  await press(coen, 'Maak de eerste sleutel')
  await sign(page)
  await tell(server.url, bareSite, { to: ['bullyingCoordinator'], story: 'Het derde verhaal.' })
  await page.goto('/team/mensen/')
  await press(page, 'Wijzig Mo Meijer')
  await page.getByLabel('Nieuwe functie voor Mo Meijer').selectOption('bullyingCoordinator')
  await press(page, 'Benoem')
  await sign(page)
  await card(page, 'anti-pestcoördinator').getByRole('button', { name: 'Herstel met het blad uit de kluis' }).click()
  await page.getByLabel('De code op het blad uit de kluis').fill(rehearsed)
  await press(page, 'Gebruik het blad')
  await expect(page.getByRole('alert').getByText(/^Dit blad hoort niet bij de sleutel van deze locatie/)).toBeVisible()
  await axe(page)
  const parsed = parseSheet('site', sheet)
  await page
    .getByLabel('De code op het blad uit de kluis')
    .fill(parsed.ok ? formatSheet(parsed.code).toLowerCase() : '')
  await press(page, 'Gebruik het blad')
  await expect(page.getByText('Mo Meijer heeft de sleutel weer.')).toBeVisible()
  await expect(page.getByText('Let op: niemand die hier al bij hoorde, heeft dit bevestigd.')).toBeVisible()
  await press(page, 'Onderteken alles')
  await expect(page.getByRole('alert')).toContainText('Kruis aan dat je het zeker weet')
  await page.getByLabel('Ik weet zeker dat Anti-pestcoördinator klopt').check()
  await press(page, 'Onderteken alles')
  await expect(page.getByText('Alles is ondertekend.')).toBeVisible()
  await mo.goto('/team/')
  await expect(rowOf(mo, 'Het derde verhaal.')).toBeVisible()

  // Another director types the sheet and can sign; the one before leaves the post.
  const adjunct = await openBrowser()
  await comeIn(adjunct, 'adjunct')
  await trust(adjunct)
  await press(adjunct, 'Zet de sleutel terug met het blad')
  await adjunct.getByLabel('De code op het blad uit de kluis').fill(sheet)
  await press(adjunct, 'Gebruik het blad')
  await expect(adjunct.getByText('De sleutel staat weer bij jouw account.')).toBeVisible()
  await axe(adjunct)

  // The server stops, and somebody who copied the whole of it tries Vera's keys on what came after her.
  await server.stop()
  const { db, close } = await openDatabase({ dataDir: server.dataDir, databaseUrl: server.databaseUrl })
  const stored = await db.select().from(grants)
  await close()
  const opened = new Set<string>()
  for (const { reportId, sealed } of stored) {
    for (const identity of kept) {
      const isOpen = await open(sealed, identity).then(
        () => true,
        () => false,
      )
      if (isOpen) opened.add(reportId)
    }
  }
  expect([...opened]).toEqual([reporter.report])
  expect(new Set(stored.map(({ reportId }) => reportId)).size).toBe(3)
})
