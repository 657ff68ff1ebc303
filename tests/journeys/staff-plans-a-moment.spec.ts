import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { openReport, returnWith, signIn, tell } from './support/staff.ts'

const story = 'Ze laten me nooit meedoen met gym.'
/** In the time zone of the school, whatever the machine is set to. */
const dayFrom = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Amsterdam' })
const saturday = dayFrom(6 - new Date(`${dayFrom(0)}T12:00:00Z`).getUTCDay() + 7)

test('staff plan what comes next, the reporter sees it, and the school chooses what is shown', async ({
  page,
  openBrowser,
  server,
}) => {
  const reporter = await tell(server.url, 'almere', { to: ['contactPerson'], story })
  const administrator = await openBrowser()
  await signIn(administrator, 'systeembeheerder', 'almere')
  await administrator.getByRole('link', { name: 'Beheer', exact: true }).click()
  const settings = administrator.getByRole('region', { name: /^Gegevens van / })
  await expect(settings.getByLabel(/^Het volgende moment/)).toBeChecked()

  await signIn(page, 'aanspreekpunt', 'almere')
  await openReport(page, story)
  await page.getByRole('radio', { name: 'Mee bezig' }).check()
  await page.getByLabel(/^Wat is het volgende moment/).selectOption({ label: 'Je praat met de melder' })
  await page.getByRole('button', { name: 'Verander de status' }).click()
  await expect(page.getByText(/^Fout:.*Kies op welke dag het is/)).toBeVisible()
  const day = page.getByLabel('Op welke dag?')
  await expect(day).toBeFocused()
  await axe(page)
  await day.fill(saturday)
  await page.getByRole('button', { name: 'Verander de status' }).click()
  await expect(page.getByText(/Kies een schooldag|Kies een dag na/)).toBeVisible()
  await expect(day).toHaveValue(saturday)

  // Today is never past and, when nobody is at school, refused: the first day that is taken is the plan.
  const taken = page.getByText(/^De melder ziet nu: Mee bezig\. De melder ziet ook wat er op .+ komt\.$/)
  const refused = page.getByText(/Kies een schooldag|Kies een dag na/)
  for (let days = 1; days < 30 && !(await taken.isVisible()); days += 1) {
    await day.fill(dayFrom(days))
    await page.getByRole('button', { name: 'Verander de status' }).click()
    await expect(taken.or(refused)).toBeVisible()
  }
  await expect(page.getByText(/beloofde de melder: een gesprek met de melder, op /)).toBeVisible()

  const phone = await openBrowser()
  await phone.setViewportSize({ width: 320, height: 568 })
  await returnWith(phone, reporter)
  const steps = phone.getByRole('list', { name: 'Wat er tot nu toe gebeurde' }).getByRole('listitem')
  await expect(steps).toHaveText([
    /^Ontvangen/,
    /^Gelezen.*door /,
    /^Mee bezig.*door /,
    /^Hierna: .*School wil dan met je praten\./,
  ])
  await axe(phone)
  await expectNoSidewaysScroll(phone)

  await settings.getByLabel(/^Het volgende moment/).uncheck()
  await settings.getByLabel(/^Dat de melding is gelezen/).uncheck()
  await axe(administrator)
  await settings.getByRole('button', { name: 'Sla op' }).click()
  await expect(administrator.getByText(/^De gegevens van .+ zijn opgeslagen\.$/)).toBeVisible()
  await phone.getByRole('button', { name: 'Kijk of er iets nieuws is' }).click()
  await expect(steps).toHaveText([/^Ontvangen/, /^Mee bezig/])
  await expect(phone.getByText(/liet weten wat er hierna komt/)).toHaveCount(0)

  // Journeys share this school.
  await settings.getByLabel(/^Het volgende moment/).check()
  await settings.getByLabel(/^Dat de melding is gelezen/).check()
  await settings.getByRole('button', { name: 'Sla op' }).click()
  await phone.getByRole('button', { name: 'Kijk of er iets nieuws is' }).click()
  await expect(steps).toHaveCount(4)
})
