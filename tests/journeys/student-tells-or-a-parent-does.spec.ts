import {
  begin,
  changeButton,
  check,
  fillInAll,
  next,
  onPage,
  portalName,
  sendButton,
  storedReport,
  toCheck,
} from './support/form.ts'
import { axe, expect, test } from './support/journey.ts'

test('a student who wants to be known gives a name, a class and how to be reached', async ({ page, server }) => {
  const name = { name: 'Sam de Wit', classGroup: '2B', reach: 'Kom in de pauze naar me toe.' }
  await fillInAll(page, { site: 'Ede', readers: ['Vertrouwenspersoon'], text: 'Ik wil erover praten.', name })
  await expect(page.getByText('Sam de Wit')).toBeVisible()
  await sendButton(page).click()
  const { body } = await storedReport(page, server.url)
  expect(body.name).toEqual(name)
})

test('a name that was typed before choosing to stay anonymous is not sent', async ({ page, server }) => {
  const name = { name: 'Sam de Wit', classGroup: '2B', reach: 'In de pauze.' }
  await fillInAll(page, { site: 'Ede', readers: ['Vertrouwenspersoon'], text: 'Toch liever zonder naam.', name })
  await changeButton(page, 'Je naam').click()
  await check(page, 'Nee, zonder mijn naam')
  await toCheck(page)
  await sendButton(page).click()
  const { body } = await storedReport(page, server.url)
  expect(body).not.toHaveProperty('name')
})

test('a parent is spoken to with u, from the moment the form knows', async ({ page, server }) => {
  const read: string[] = []
  const remember = async () => read.push(await page.getByRole('main').innerText())
  await begin(page)
  await check(page, 'Ede')
  await next(page)
  await check(page, 'Ouder of verzorger')
  await next(page)
  await expect(page.getByRole('radio')).toHaveCount(2)
  await remember()
  await check(page, 'Over mijn kind')
  await next(page)
  await onPage(page, 'Wie mag uw melding lezen?', 'Vraag 4 van 11: ')
  await remember()
  await check(page, 'Anti-pestcoördinator')
  await next(page)
  await remember()
  await check(page, 'Iedereen hier mag het lezen')
  await next(page)
  await page.getByText('Is het plagen, ruzie of pesten?').click()
  await remember()
  await check(page, 'Nare berichten, foto’s of filmpjes online', 'Slaan, schoppen, duwen of spugen')
  await next(page)
  await remember()
  await check(page, 'Weet ik niet')
  await next(page)
  for (const label of ['Onderweg van en naar school', 'Weet ik niet', 'Weet ik niet']) {
    await remember()
    await check(page, label)
    await next(page)
  }
  await onPage(page, 'Vertel in uw eigen woorden wat er gebeurt', 'Vraag 9 van 11: ')
  await next(page)
  await remember()
  await page.getByRole('textbox').fill('Mijn kind wil niet meer naar school.')
  await next(page)
  await remember()
  await next(page)
  await check(page, 'Ja, met mijn naam')
  await remember()
  await page.getByLabel('Uw naam').fill('M. de Wit')
  await page.getByRole('button', { name: 'Controleer uw antwoorden' }).click()
  await expect(page).toHaveTitle(`Controleer uw antwoorden – ${portalName}`)
  await remember()
  await axe(page)
  await sendButton(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uw melding is verstuurd', { timeout: 60_000 })
  await expect(page.getByRole('heading', { level: 2, name: 'Dit is uw code' })).toBeVisible()
  await remember()

  const familiar = read.flatMap((text) => text.match(/.*\b(je|jij|jou|jouw|jullie)\b.*/gi) ?? [])
  expect(familiar).toEqual([])
  const { body } = await storedReport(page, server.url)
  expect(body.answers).toMatchObject({ reporterKind: 'parent', forWhom: 'ownChild', goingRound: 'unknown' })
  expect(body.name).toEqual({ name: 'M. de Wit' })
  await page.getByRole('button', { name: 'Ik heb mijn code' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Goed dat u het hebt verteld')
})
