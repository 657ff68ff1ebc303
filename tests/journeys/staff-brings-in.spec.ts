import { axe, expect, test } from './support/journey.ts'
import { openReport, returnWith, rowOf, signIn, tell } from './support/staff.ts'

const story = 'Er gaat een filmpje van mij rond in de groepsapp van de klas.'

test('an urgent report lets mentor and team leader in with one click, and the reporter sees it', async ({
  page,
  openBrowser,
  server,
}) => {
  const reporter = await tell(server.url, 'almere', { to: ['contactPerson'], story, urgent: true })
  await signIn(page, 'aanspreekpunt', 'almere')
  await openReport(page, story)
  const bringIn = page.getByRole('region', { name: 'Spoed: haal mentor en teamleider erbij' })
  await expect(bringIn.getByRole('checkbox', { name: /, teamleider$/ })).toBeChecked()
  await bringIn.getByLabel('Klas van de leerling').selectOption('2B')
  const mentor = bringIn.getByRole('checkbox', { name: /, mentor van 2B$/ })
  await expect(mentor).toBeChecked()
  await axe(page)
  for (const box of await bringIn.getByRole('checkbox').all()) await box.uncheck()
  await bringIn.getByRole('button', { name: 'Laat hen nu meelezen' }).click()
  await expect(bringIn.getByText('Kies ten minste één collega.')).toBeVisible()
  await axe(page)

  for (const box of await bringIn.getByRole('checkbox').all()) await box.check()
  await bringIn.getByRole('button', { name: 'Laat hen nu meelezen' }).click()
  await expect(bringIn.getByText(/ en .+ kunnen nu meelezen\.$/)).toBeVisible()
  await expect(bringIn.getByRole('checkbox')).toHaveCount(0)

  const leader = await openBrowser()
  await signIn(leader, 'teamleider', 'almere')
  await expect(rowOf(leader, story)).toBeVisible()
  const pupil = await openBrowser()
  await returnWith(pupil, reporter)
  await expect(pupil.getByText(/deelde dit met/).first()).toBeVisible()
})
