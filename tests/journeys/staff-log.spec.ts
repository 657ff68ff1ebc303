import { pseudonym } from '../../web/islands/team/pseudonym.ts'
import words from '../../web/text/nl/team-pseudonyms.ts'
import { axe, expect, test } from './support/journey.ts'
import { openReport, signIn, tell } from './support/staff.ts'

test('a director reads who opened which report, and the colleague reads their own part', async ({
  page,
  openBrowser,
  server,
}) => {
  const { report } = await tell(server.url, 'ede', { to: ['contactPerson'], story: 'Dit komt in het logboek.' })
  const opened = `opende de melding “${pseudonym(report, words)}”.`
  await signIn(page, 'aanspreekpunt', 'ede')
  await openReport(page, 'Dit komt in het logboek.')
  await page.goto('/team/logboek/')
  await expect(page.getByText('Hier staat wat je zelf deed')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: opened })).toHaveCount(1)
  await expect(page.getByLabel('Wie', { exact: true })).toHaveCount(0)

  const office = await openBrowser()
  await signIn(office, 'directeur', 'ede')
  await office.goto('/team/logboek/')
  await expect(office.getByText('Hier staat wat medewerkers van Ede deden')).toBeVisible()
  await expect(office.getByRole('listitem').filter({ hasText: opened })).toHaveCount(1)
  await expect(office.getByText('Dit komt in het logboek.')).toHaveCount(0)
  await axe(office)

  await office.getByLabel('Wat', { exact: true }).selectOption('Melding of dossier geopend')
  await expect(office.getByRole('listitem').filter({ hasText: /logde in/ })).toHaveCount(0)
  await office.getByLabel('Wat', { exact: true }).selectOption('Melding opgeschreven')
  await expect(office.getByText('Met deze keuzes staat er niets in het logboek.')).toBeVisible()
  await axe(office)
  await office.getByRole('button', { name: 'Toon alles' }).click()
  await expect(office.getByRole('listitem').filter({ hasText: opened })).toHaveCount(1)
})

test('an administrator reads that no mail server is set, and a mentor has no such page', async ({
  page,
  openBrowser,
}) => {
  await signIn(page, 'systeembeheerder', 'ede')
  await page.getByRole('link', { name: 'Mail', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Er is nog geen mailserver ingesteld' })).toBeVisible()
  await axe(page)
  const classroom = await openBrowser()
  await signIn(classroom, 'mentor1', 'ede')
  await expect(classroom.getByRole('link', { name: 'Logboek' })).toBeVisible()
  await expect(classroom.getByRole('link', { name: 'Mail', exact: true })).toHaveCount(0)
})
