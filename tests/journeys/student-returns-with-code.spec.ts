import { formatAccessCode, makeAccessCode } from '../../web/crypto/access-code.ts'
import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll, expectTargets } from './support/layout.ts'
import { codeField, openButton, tabTo, writeField } from './support/returning.ts'
import { returnWith, tell } from './support/staff.ts'

const telling = { to: ['confidentialAdviser'], story: 'In de kleedkamer verstoppen ze steeds mijn schoenen.' }

test.describe('without JavaScript', () => {
  test('the page says so, and who helps without a code', async ({ openBrowser }) => {
    const page = await openBrowser({ javaScriptEnabled: false })
    await page.goto('/mijn-melding/')
    await expect(page.getByRole('heading', { level: 1, name: 'Lees je antwoord' })).toBeVisible()
    await expect(codeField(page)).toHaveCount(0)
    await expect(page.getByRole('link', { name: /Ede/ })).toBeVisible()
  })
})

test.describe('a code', { tag: ['@desktop'] }, () => {
  const ways = {
    'in lower case': (code: string) => code.toLowerCase(),
    'with spaces': (code: string) => ` ${code.replaceAll('-', ' ')} `,
    'in one piece, with O for zero and l for one': (code: string) =>
      code.replaceAll('-', '').replaceAll('0', 'O').replaceAll('1', 'l'),
  }
  for (const [how, write] of Object.entries(ways)) {
    test(`opens the conversation ${how}`, async ({ page, server }) => {
      const { code } = await tell(server.url, 'almere', telling)
      await page.goto('/mijn-melding/')
      await codeField(page).fill(write(formatAccessCode(code)))
      await openButton(page).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Je gesprek' })).toBeFocused()
      await expect(page.getByText(telling.story)).toBeVisible()
      await expect(page).toHaveTitle('Je gesprek – Vijfspoor')
    })
  }

  test('can be pasted, and what was typed stays as it was typed', async ({ page, context, server }) => {
    const { code } = await tell(server.url, 'almere', telling)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
    await page.goto('/mijn-melding/')
    await page.evaluate((text) => navigator.clipboard.writeText(text), ` ${formatAccessCode(code).toLowerCase()}\n`)
    await codeField(page).focus()
    await page.keyboard.press('ControlOrMeta+V')
    await expect(codeField(page)).toHaveValue(` ${formatAccessCode(code).toLowerCase()}`)
    await page.keyboard.press('Enter')
    await expect(page.getByText(telling.story)).toBeVisible()
  })
})

test('a browser that has no vector instructions opens the conversation all the same', async ({
  page,
  context,
  server,
}) => {
  const told = await tell(server.url, 'almere', telling)
  let hasRefused = false
  // Such a browser cannot compile the binary that has them.
  await context.route(/\/simd-[^/]*\.wasm$/, (route) => {
    hasRefused = true
    return route.fulfill({ contentType: 'application/wasm', body: Buffer.from([0, 1, 2, 3]) })
  })
  await returnWith(page, told)
  await expect(page.getByText(telling.story)).toBeVisible()
  expect(hasRefused).toBe(true)
})

test('a typing error is named before anything leaves the page', async ({ page, server }) => {
  const { code } = await tell(server.url, 'almere', telling)
  await page.goto('/mijn-melding/')
  await expect(codeField(page)).toHaveAttribute('autocomplete', 'off')
  await expect(codeField(page)).toHaveAttribute('dir', 'ltr')
  await expect(codeField(page)).toHaveAttribute('spellcheck', 'false')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))

  const last = code.at(-1) === 'A' ? 'B' : 'A'
  const mistakes: [string, string][] = [
    ['', 'Vul je code in. Hij staat op je kaartje of waar je hem hebt bewaard.'],
    [code.slice(1), 'Je code is te kort. Vul alle 16 letters en cijfers in.'],
    [`${code}A`, 'Je code is te lang. Vul alleen de 16 letters en cijfers in.'],
    [`${code.slice(0, 15)}?`, 'In je code staat een teken dat er niet in hoort. Gebruik alleen letters en cijfers.'],
    [code.slice(0, 15) + last, 'Deze code klopt niet. Kijk of je alle letters en cijfers goed hebt overgenomen.'],
  ]
  for (const [typed, message] of mistakes) {
    await codeField(page).fill(typed)
    await openButton(page).click()
    const summary = page.getByRole('alert', { name: 'Verbeter dit, dan kun je verder' })
    await expect(summary).toBeFocused()
    await expect(summary.getByRole('link')).toHaveText(message)
    await expect(codeField(page)).toHaveAccessibleDescription(
      new RegExp(`Fout: ${message.replaceAll(/[.?]/g, '\\$&')}`),
    )
    await expect(codeField(page)).toHaveValue(typed)
    await expect(page).toHaveTitle(/^Fout: Mijn melding – /)
  }
  await page.getByRole('alert').getByRole('link').click()
  await expect(codeField(page)).toBeFocused()
  await axe(page)
  expect(asked).toEqual([])
})

test('an unknown code and an interrupted connection keep what was typed', async ({ page, context, expectConsole }) => {
  expectConsole(/404 .*\/api\/conversation/)
  expectConsole(/ERR_INTERNET_DISCONNECTED/)
  const unknown = formatAccessCode(makeAccessCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes))))
  await page.goto('/mijn-melding/')
  await codeField(page).fill(unknown)
  await openButton(page).click()
  const summary = page.getByRole('alert', { name: 'Verbeter dit, dan kun je verder' })
  await expect(summary.getByRole('link')).toHaveText(/^Met deze code vinden we geen gesprek\./)
  await expect(codeField(page)).toHaveValue(unknown)
  await context.setOffline(true)
  await openButton(page).click()
  // Nothing is wrong with the code, so nobody is told to mend it.
  const trouble = page.getByRole('alert', { name: 'Je gesprek gaat nu niet open' })
  await expect(trouble).toContainText(/^Je gesprek gaat nu niet open\s+Het lukt nu niet\. Je code staat er nog\./)
  await expect(codeField(page)).not.toHaveAttribute('aria-invalid')
  await expect(codeField(page)).toHaveValue(unknown)
})

test('nothing of the code stays behind', async ({ page, context, server }) => {
  const reporter = await tell(server.url, 'almere', telling)
  const { code } = reporter
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  await returnWith(page, reporter)
  await page.getByRole('button', { name: 'Sluit mijn gesprek af' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Je gesprek is afgesloten' })).toBeFocused()
  await expect(page.getByText(telling.story)).toHaveCount(0)
  await page.getByRole('button', { name: 'Vul je code opnieuw in' }).click()
  await expect(codeField(page)).toHaveValue('')

  await codeField(page).fill(code)
  await page.goto('/')
  await page.goBack()
  await expect(codeField(page)).toHaveValue('')
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    title: document.title,
  }))
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, title: 'Mijn melding – Vijfspoor' })
  expect(await context.cookies()).toEqual([])
  const spellings = [code, formatAccessCode(code), code.toLowerCase()]
  const told = [...addresses, page.url(), server.log()].join('\n')
  for (const spelling of spellings) expect(told).not.toContain(spelling)
  expect(addresses.every((address) => address.startsWith(server.url))).toBe(true)
})

test('everything can be done with the keyboard alone', { tag: ['@desktop'] }, async ({ page, server }) => {
  const { code } = await tell(server.url, 'almere', telling)
  await page.goto('/mijn-melding/')
  await tabTo(page, codeField(page))
  await page.keyboard.type(formatAccessCode(code))
  await page.keyboard.press('Enter')
  await expect(page.getByText(telling.story)).toBeVisible()
  await tabTo(page, writeField(page))
  await page.keyboard.type('Ik typ dit zonder muis.')
  await tabTo(page, page.getByRole('button', { name: 'Verstuur mijn bericht' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').filter({ hasText: 'Ik typ dit zonder muis.' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages fit a narrow screen, ${colorScheme}`, async ({ openBrowser, server }) => {
    const reporter = await tell(server.url, 'almere', telling)
    const page = await openBrowser({ viewport: { width: 320, height: 568 }, colorScheme })
    await page.goto('/mijn-melding/')
    await expect(codeField(page)).toBeVisible()
    await expectNoSidewaysScroll(page)
    await returnWith(page, reporter)
    for (const more of [
      'Foto’s of bestanden meesturen',
      'Verander wie meeleest',
      'Laat de code als QR zien',
      'Bewaar het gesprek',
    ])
      await page.getByText(more).first().click()
    await page.getByRole('radio', { name: 'Het gaat goed', exact: true }).check()
    await expectNoSidewaysScroll(page)
    await expectTargets(page, 44)
    await axe(page)
  })
}
