import { begin, box, check, fillInAll, heading, next, onCode, sendButton, storedReport } from './support/form.ts'
import { axe, expect, test } from './support/journey.ts'

const school = ['Velp', 'Leerling', 'Over mijzelf', 'Vertrouwenspersoon']

test.describe('after sending', () => {
  test.beforeEach(async ({ page }) => {
    await fillInAll(page)
    await sendButton(page).click()
    await onCode(page)
  })

  test('the page says first that it is sent and when an answer comes, then gives the code', async ({ page }) => {
    const [first, second] = await page.getByRole('main').getByRole('paragraph').allInnerTexts()
    expect(first).toMatch(/^Je krijgt uiterlijk op (maan|dins|woens|donder|vrij)dag \d{1,2} [a-z]+ antwoord\.$/)
    expect(second).toMatch(/^Met deze code lees je het antwoord/)
    await expect(page.getByRole('button', { name: 'Kopieer de code' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Print het kaartje' })).toBeVisible()
  })

  test('nothing leads away from the code but the exit and the telephone', async ({ page }) => {
    const addresses = await page
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(addresses.filter((address) => !/^(tel:|https:|#)/.test(address))).toEqual([])
    await expect(page.getByRole('button')).toHaveText([
      'Kopieer de code',
      'Print het kaartje',
      'Ik heb mijn code',
      'Ik hoef geen antwoord',
    ])
  })

  test('the code is in no address, title or store of the browser', async ({ page, server, context }) => {
    const { code } = await storedReport(page, server.url)
    const where = await page.evaluate(() => [location.href, document.title, JSON.stringify(history.state)].join())
    expect(where.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')).not.toContain(code)
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  })

  test('Back shows no answer and cannot send again', async ({ page }) => {
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    for (let back = 0; back < 5; back += 1) {
      await page.goBack()
      await expect(heading(page)).toHaveText('Je melding is verstuurd')
      await expect(page.getByText('mijn tas')).toHaveCount(0)
    }
    await expect(sendButton(page)).toHaveCount(0)
    expect(sent.filter((url) => url.includes('/api/'))).toEqual([])
  })

  test('"I have my code" says what happens next, and the code is gone', async ({ page, server }) => {
    const { code } = await storedReport(page, server.url)
    await page.getByRole('button', { name: 'Ik heb mijn code' }).click()
    await expect(heading(page)).toHaveText('Goed dat je het hebt verteld')
    await expect(page).toHaveTitle(/^Wat er nu gebeurt – /)
    await expect(page.getByRole('list').first().getByRole('heading')).toHaveText([
      'Je melding wordt gelezen',
      'Je krijgt antwoord',
      'Je leest het antwoord met je code',
    ])
    await expect(page.getByText(/^Vertrouwenspersoon \(/)).toBeVisible()
    await expect(page.getByText(code.slice(0, 4))).toHaveCount(0)
    await axe(page)
    await page.goBack()
    await expect(heading(page)).toHaveText('Goed dat je het hebt verteld')
    await page.getByRole('link', { name: 'Naar ‘Mijn melding’' }).click()
    await expect(page).toHaveURL(/\/mijn-melding\/$/)
  })

  test('"I need no answer" promises none', async ({ page }) => {
    await page.getByRole('button', { name: 'Ik hoef geen antwoord' }).click()
    await expect(page.getByText('Je wilt geen antwoord lezen.')).toBeVisible()
    await expect(page.getByText('Je leest het antwoord met je code')).toHaveCount(0)
  })
})

test('in a holiday the page says that nobody reads now, and whom to call instead', async ({ page }) => {
  await page.route('**/api/reports', async (route) => {
    const response = await route.fetch()
    const receipt = { answerBy: '2027-01-05', closed: { name: 'kerstvakantie', until: '2027-01-03' } }
    await route.fulfill({ response, json: { ...(await response.json()), ...receipt } })
  })
  await page.route('**/api/sites/ede/readers', async (route) => {
    const response = await route.fetch()
    const closed = { name: 'kerstvakantie', until: '2027-01-03' }
    await route.fulfill({ response, json: { ...(await response.json()), closed } })
  })
  await fillInAll(page)
  // Whoever knows it before sending can still choose to call.
  await expect(page.getByText('Het is nu kerstvakantie. Tot en met zondag 3 januari 2027 leest niemand')).toBeVisible()
  await sendButton(page).click()
  await onCode(page)
  await expect(page.getByText('Het is nu kerstvakantie. Tot en met zondag 3 januari 2027 leest niemand')).toBeVisible()
  await expect(page.getByText('Je krijgt uiterlijk op dinsdag 5 januari 2027 antwoord.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Bel 0800-0432' })).toBeVisible()
  await axe(page)
})

test('what was filled in is gone after leaving the page in any way', async ({ page }) => {
  await begin(page)
  for (const label of school) {
    await check(page, label)
    await next(page)
  }
  await page.goto('/veilig/')
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Begin met de eerste vraag' })).toBeVisible()
  await page.getByRole('button', { name: 'Begin met de eerste vraag' }).click()
  await expect(box(page, 'Velp')).not.toBeChecked()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
})
