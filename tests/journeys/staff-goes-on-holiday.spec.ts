import { addDays } from '../../api/domain/local-date.ts'
import { systemClock } from '../../api/http/clock.ts'
import { fillInAll, next, plainStory, sendButton } from './support/form.ts'
import { axe, expect, test } from './support/journey.ts'
import { openReport, rowOf, signIn } from './support/staff.ts'
import { comeBack, readCode } from './support/telling.ts'

const text = 'Ze lachen me uit als ik een beurt krijg, elke keer weer.'

test('a mentor who goes away names who reads meanwhile, reporters choose by it, and it ends with the absence', {
  tag: '@postgres',
}, async ({ page, openBrowser }) => {
  await signIn(page, 'mentor2', 'almere')
  await page.getByRole('link', { name: 'Mensen', exact: true }).click()
  const mine = page.getByRole('region', { name: 'Jouw vervanging' })
  await mine.getByLabel('Deel van de naam van je collega').fill('zzz')
  await mine.getByRole('button', { name: 'Zoek', exact: true }).click()
  await expect(page.getByText('Er is niemand gevonden. Probeer een ander deel van de naam.')).toBeVisible()
  const colleague = await openBrowser()
  await signIn(colleague, 'zorgcoordinator', 'almere')
  const name = (await colleague.getByText(/^Ingelogd als /).innerText()).replace('Ingelogd als ', '')
  await mine.getByLabel('Deel van de naam van je collega').fill(name)
  await mine.getByRole('button', { name: 'Zoek', exact: true }).click()
  await mine.getByLabel('Wie vervangt je?').selectOption(name)
  await mine.getByLabel('Vanaf').fill(systemClock.today())
  await mine.getByLabel('Tot en met').fill(addDays(systemClock.today(), 14))
  await axe(page)
  await mine.getByRole('button', { name: 'Zet de vervanging klaar' }).click()
  await expect(mine.getByText(`${name} vervangt je nu.`)).toBeVisible()

  const pupil = await openBrowser()
  await fillInAll(pupil, {
    ...{ ...plainStory, site: 'Almere', text, readers: ['De mentor van een klas'] },
    whom: async () => {
      await pupil.getByRole('combobox').selectOption('2B')
      await axe(pupil)
      await expect(
        pupil.getByText(new RegExp(`is er nu niet, tot en met .* Tot dan leest ${name} wat je schrijft`)),
      ).toBeVisible()
      await next(pupil)
      await pupil.getByRole('radio', { name: /^Nee, alleen/ }).check()
      await next(pupil)
    },
  })
  await sendButton(pupil).click()
  const code = await readCode(pupil)
  await comeBack(pupil, code)

  await expect(pupil.getByText(new RegExp(`Wie dit leest: .*${name}`))).toBeVisible()
  await axe(pupil)

  await colleague.getByRole('button', { name: 'Vernieuw de lijst' }).click()
  await openReport(colleague, text)
  await expect(async () => {
    await pupil.getByRole('button', { name: 'Kijk of er iets nieuws is' }).click()
    await expect(pupil.getByRole('list', { name: 'Wat er tot nu toe gebeurde' })).toContainText('Gelezen', {
      timeout: 2_000,
    })
  }).toPass()
  await colleague.getByRole('button', { name: 'Terug naar meldingen' }).click()
  await expect(rowOf(colleague, text)).toBeVisible()
  await mine.getByRole('button', { name: 'Ik ben er weer' }).click()
  await expect(mine.getByText('Je vervanging is voorbij.')).toBeVisible()
  await colleague.getByRole('button', { name: 'Vernieuw de lijst' }).click()
  await expect(colleague.getByText('De lijst is vernieuwd.')).toBeVisible()
  await expect(rowOf(colleague, text)).toHaveCount(0)
  await page.getByRole('link', { name: 'Meldingen', exact: true }).click()
  await openReport(page, text)
})
