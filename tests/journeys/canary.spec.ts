import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { LeakSearch } from '../support/leaks/search.ts'
import { placesOnTape } from '../support/recording-proxy.ts'
import { pdf, picture, secretsOf, staff, story, words } from './support/canary/secrets.ts'
import { type CanaryServer, startCanary } from './support/canary/server.ts'
import { expect, test as journey } from './support/journey.ts'
import { comeBack, signIn, tell } from './support/telling.ts'

/** The browsers of this file talk to the server through a proxy that keeps every byte. */
const test = journey.extend<object, { server: CanaryServer }>({
  server: [
    async ({ databaseKind }, use) => {
      const canary = await startCanary(databaseKind)
      await use(canary)
      await canary.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

test('what a pupil tells is nowhere but in the two browsers', { tag: '@postgres' }, async ({
  page,
  openBrowser,
  server,
}) => {
  test.setTimeout(240_000)
  const seen: string[] = []
  page.on('framenavigated', (frame) => seen.push(frame.url()))

  const code = await tell(page, story)
  seen.push(await page.title())

  const office = await openBrowser()
  await signIn(office, staff)
  await office.getByRole('region', { name: 'Nog niet gelezen' }).getByRole('link').first().click()
  await expect(office.getByText(words.story)).toBeVisible()
  const download = office.waitForEvent('download')
  await office.getByRole('button', { name: /^Sla op: document/ }).click()
  expect(await readFile(await (await download).path())).toEqual(pdf.buffer)
  await office.getByLabel('Jouw antwoord').fill(words.answer)
  await office.getByRole('button', { name: 'Verstuur je antwoord' }).click()
  await expect(office.getByRole('region', { name: 'Gesprek' }).getByText(words.answer)).toBeVisible()
  seen.push(office.url(), await office.title())

  const later = await openBrowser()
  later.on('framenavigated', (frame) => seen.push(frame.url()))
  await comeBack(later, code)
  await expect(later.getByText(words.answer)).toBeVisible()
  await later.getByRole('textbox', { name: 'Schrijf terug' }).fill(words.reply)
  await later.getByRole('button', { name: 'Verstuur mijn bericht' }).click()
  await expect(later.getByRole('region', { name: 'Het gesprek' }).getByText(words.reply)).toBeVisible()
  seen.push(await later.title())

  // They look for news by themselves, and would say in the console that nobody answers any more.
  for (const one of [page, office, later]) await one.close()
  const { tape } = server.proxy
  const stored = await server.seize()
  const search = new LeakSearch(secretsOf(code))
  const everywhere = [
    ...placesOnTape(tape),
    ...stored.places,
    ...stored.mails,
    { name: 'log', bytes: Buffer.from(server.log()) },
    { name: 'addresses and titles', bytes: Buffer.from(seen.join('\n')) },
  ]
  expect(search.find(everywhere)).toEqual([])

  await test.step('and the tape holds what was sealed in its place', () => {
    const sent = Buffer.concat(tape.map(({ request }) => request.body))
    expect(stored.messages.length).toBeGreaterThanOrEqual(3)
    for (const sealed of stored.messages) {
      expect(sealed.subarray(0, 22).toString()).toBe('age-encryption.org/v1\n')
      expect(sent.includes(sealed.toString('base64url'))).toBe(true)
    }
    expect(stored.chunks.length).toBeGreaterThanOrEqual(2)
    for (const sealed of stored.chunks) expect(sent.includes(sealed)).toBe(true)
    expect(stored.places.length).toBeGreaterThan(20)
    // News, and a reminder after the term and after the term once more.
    expect(stored.mails).toHaveLength(6)
  })
})

test('a build that leaks on purpose is found out', async ({ browser, databaseKind }) => {
  test.setTimeout(240_000)
  const dist = mkdtempSync(join(tmpdir(), 'vijfspoor-leak-'))
  await promisify(execFile)(process.execPath, ['tests/support/leaks/leaking-build.ts', dist])
  const canary = await startCanary(databaseKind, { DIST_DIR: dist })
  try {
    const context = await browser.newContext({ baseURL: canary.url })
    const code = await tell(await context.newPage(), { ...story, files: [picture] })
    await context.close()
    const leaks = new LeakSearch(secretsOf(code)).find(placesOnTape(canary.proxy.tape))
    const found = leaks.map(({ secret, encoding, place }) => `${secret}, ${encoding}, in ${place}`)
    expect(found).toEqual(
      expect.arrayContaining([expect.stringMatching(/^a word of the story, UTF-8 base64 .*, in body of POST/)]),
    )
  } finally {
    await canary.stop()
    rmSync(dist, { recursive: true, force: true })
  }
})
