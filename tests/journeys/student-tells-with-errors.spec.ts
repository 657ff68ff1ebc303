import { reportLimits } from '../../api/domain/report.ts'
import { begin, box, check, next, onPage, portalName, toCheck } from './support/form.ts'
import { axe, expect, test } from './support/journey.ts'

/** Each page in turn: what it says when nothing is filled in, and how to go on. */
const pages = [
  { question: 'Om welke locatie gaat het?', error: 'Kies de locatie waar het om gaat.', choose: 'Ede' },
  { question: 'Wie vult dit in?', error: 'Kies wie dit invult.', choose: 'Leerling' },
  { question: 'Over wie gaat het?', error: 'Kies over wie het gaat.', choose: 'Over mijzelf' },
  { question: 'Wie mag je verhaal lezen?', error: 'Kies wie je verhaal mag lezen.', choose: 'Vertrouwenspersoon' },
  {
    question: 'Is er iemand die het niet mag lezen?',
    error: 'Kies wie het niet mag lezen, of kies ‘Iedereen hier mag het lezen’.',
    choose: 'Iedereen hier mag het lezen',
  },
  { question: 'Wat gebeurt er?', error: 'Kies wat er gebeurt, of kies ‘Weet ik niet’.', choose: 'Weet ik niet' },
  { question: 'Waar gebeurt het?', error: 'Kies waar het gebeurt, of kies ‘Weet ik niet’.', choose: 'Weet ik niet' },
  {
    question: 'Hoe lang is het al bezig?',
    error: 'Kies hoe lang het al bezig is, of kies ‘Weet ik niet’.',
    choose: 'Weet ik niet',
  },
  {
    question: 'Hoe vaak gebeurt het?',
    error: 'Kies hoe vaak het gebeurt, of kies ‘Weet ik niet’.',
    choose: 'Weet ik niet',
  },
  {
    question: 'Vertel in je eigen woorden wat er gebeurt',
    error: 'Schrijf op wat er gebeurt. Een paar woorden is genoeg.',
    choose: 'Ik weet niet hoe ik het moet opschrijven',
  },
] as const

test('an empty page says what to do, in the summary and beside the question, and only after "next"', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await begin(page)
  for (const { question, error, choose } of pages) {
    await expect(page.getByRole('heading', { level: 1, name: question, exact: true })).toBeFocused()
    await expect(page.getByText(error)).toHaveCount(0)
    await next(page)

    const summary = page.getByRole('alert')
    await expect(summary).toBeFocused()
    await expect(summary.getByRole('heading')).toHaveText('Verbeter dit, dan kun je verder')
    await expect(summary.getByRole('link')).toHaveText(error)
    await expect(page.getByText(error)).toHaveCount(2)
    await expect(page).toHaveTitle(new RegExp(`^Fout: Vraag \\d+ van 11: .* – ${portalName}$`))
    await expect(page.getByRole('button', { name: 'Volgende vraag' })).toBeEnabled()
    await axe(page)

    const summaryTop = (await summary.boundingBox())?.y ?? 0
    const headingTop = (await page.getByRole('heading', { level: 1 }).boundingBox())?.y ?? 0
    expect(summaryTop).toBeLessThan(headingTop)
    await summary.getByRole('link').click()
    const focused = page.locator(':focus')
    expect(await focused.evaluate((element) => element.matches('input, textarea'))).toBe(true)
    expect(page.url()).not.toContain('#')
    await check(page, choose)
    await next(page)
  }
  await onPage(page, 'Wil je iets laten zien?', 'Vraag 10 van 11: ')
  await next(page)
  await toCheck(page)
  await expect(page.getByRole('alert')).toContainText('Kies of je je naam erbij wilt zetten.')
  await check(page, 'Ja, met mijn naam')
  await toCheck(page)
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(
    'Schrijf je naam op, of kies ‘Nee, zonder mijn naam’.',
  )
  await expect(page.getByLabel('Je naam')).toHaveAttribute('aria-invalid', 'true')
  await axe(page)
})

test('a text that is too long says by how much, and stays', async ({ page }) => {
  const tooLong = 'Dit gebeurt al heel lang. '.repeat(210)
  await begin(page)
  for (const { choose } of pages.slice(0, -1)) {
    await check(page, choose)
    await next(page)
  }
  const story = page.getByLabel('Vertel in je eigen woorden wat er gebeurt')
  await story.fill(tooLong)
  const over = tooLong.length - reportLimits.storyCharacters
  await expect(page.getByText(`Je tekst is ${over} tekens te lang.`)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await next(page)
  await expect(page.getByRole('alert')).toContainText(`Je tekst is te lang. Maak hem ${over} tekens korter.`)
  await expect(story).toHaveAttribute('aria-invalid', 'true')
  await expect(story).toHaveValue(tooLong)
  await story.fill(tooLong.slice(0, reportLimits.storyCharacters))
  await next(page)
  await onPage(page, 'Wil je iets laten zien?', 'Vraag 10 van 11: ')
})

test('a page that cannot be fetched says so, keeps what was chosen, and can be tried again', async ({
  page,
  expectConsole,
}) => {
  expectConsole(/^error: Failed to load resource: net::ERR_FAILED/)
  await page.route('**/api/sites/ede/readers', (route) => route.abort())
  await begin(page)
  for (const { choose } of pages.slice(0, 3)) {
    await check(page, choose)
    await next(page)
  }
  await expect(page.getByRole('main').getByRole('status')).toContainText('Het ophalen lukt nu niet.')
  await axe(page)
  await page.unroute('**/api/sites/ede/readers')
  await page.getByRole('button', { name: 'Probeer het nog eens' }).click()
  await expect(box(page, 'Vertrouwenspersoon')).toBeVisible()
  await page.getByRole('button', { name: 'Vorige vraag' }).click()
  await expect(box(page, 'Over mijzelf')).toBeChecked()
})
