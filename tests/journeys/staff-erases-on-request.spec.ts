import { openDossiers } from './support/dossiers.ts'
import { axe, expect, test } from './support/journey.ts'
import { signIn } from './support/staff.ts'

test('what is kept about one pupil is erased on request, by two people, and whoever reads on is told', async ({
  page,
  openBrowser,
}) => {
  await signIn(page, 'mentor1', 'almere')
  await openDossiers(page)
  await page.getByRole('button', { name: 'Open een dossier' }).click()
  await page.getByLabel('Naam', { exact: true }).nth(0).fill('Wout Zijlstra')
  await page.getByLabel('Naam', { exact: true }).nth(1).fill('Pim Terpstra')
  await page.getByRole('button', { name: 'Open het dossier' }).click()
  await page.getByLabel('Wat wil je vastleggen?').selectOption('note')
  const writing = page.getByRole('region', { name: 'Iets anders vastleggen' })
  await writing.getByLabel('Over wie?').selectOption({ label: 'Wout Zijlstra' })
  await writing.getByLabel('Wat is er gebeurd of besproken?').fill('Thuis slaapt hij slecht.')
  await writing.getByRole('button', { name: 'Leg dit vast' }).click()
  await expect(page.getByText('Thuis slaapt hij slecht.')).toBeVisible()

  const keeper = await openBrowser()
  await signIn(keeper, 'anti-pestcoordinator', 'almere')
  await openDossiers(keeper)
  await keeper.getByRole('listitem').filter({ hasText: '(W. Z.)' }).getByRole('link').click()
  await keeper.getByLabel('Wat wil je vastleggen?').selectOption('closed')
  const closing = keeper.getByRole('region', { name: 'Iets anders vastleggen' })
  await closing.getByRole('radio', { name: 'Het was plagen' }).check()
  await closing.getByLabel('Wat is er gebeurd of besproken?').fill('Het was speels.')
  await closing.getByRole('button', { name: 'Leg dit vast' }).click()
  await expect(keeper.getByText('Dit dossier is gesloten.', { exact: false })).toBeVisible()

  // The mentor writes the request down, and cannot decide about it.
  await page.reload()
  await expect(page.getByText('Dit dossier is gesloten.', { exact: false })).toBeVisible()
  const keeping = page.getByRole('region', { name: 'Bewaren en wissen' })
  await keeping.getByRole('button', { name: 'Schrijf een verzoek om te wissen op' }).click()
  await expect(keeping.getByLabel('Van wie?')).toBeFocused()
  await keeping.getByRole('button', { name: 'Leg het verzoek vast' }).click()
  await expect(keeping.getByRole('link', { name: 'Kies van wie de gegevens moeten worden gewist.' })).toBeVisible()
  await axe(page)
  await keeping.getByLabel('Van wie?').selectOption({ label: 'Wout Zijlstra' })
  await keeping.getByLabel('Waarom?').fill('De ouders vroegen erom.')
  await keeping.getByRole('button', { name: 'Leg het verzoek vast' }).click()
  await expect(page.getByText('Het verzoek is vastgelegd. Een ander beslist erover.')).toBeVisible()
  await expect(keeping.getByText(/^Jij schreef dit op\./)).toBeVisible()
  await expect(keeping.getByRole('button', { name: 'Trek dit verzoek in' })).toBeVisible()

  await keeper.getByRole('button', { name: 'Terug naar dossiers' }).click()
  const told = keeper.getByRole('region', { name: 'Wissen op verzoek' })
  await expect(told.getByText(/^Sinds .* ligt er een verzoek om gegevens te wissen\./)).toBeVisible()
  await axe(keeper)
  await told.getByRole('link').first().click()
  const deciding = keeper.getByRole('region', { name: 'Bewaren en wissen' })
  await deciding.getByRole('button', { name: 'Beslis over dit verzoek' }).click()
  await deciding.getByRole('radio', { name: 'Wis de gegevens van Wout Zijlstra' }).check()
  await expect(deciding.getByText('Dit verdwijnt voorgoed:')).toBeVisible()
  await deciding.getByRole('button', { name: 'Wis dit voorgoed' }).click()
  await expect(deciding.getByRole('link', { name: 'Kruis aan dat je dit weet.' })).toBeVisible()
  await axe(keeper)
  await deciding.getByRole('checkbox', { name: 'Ik weet dat niemand dit kan terughalen' }).check()
  await deciding.getByRole('button', { name: 'Wis dit voorgoed' }).click()
  await expect(keeper.getByText('De gegevens zijn gewist.')).toBeVisible()
  await expect(keeper.getByText('Thuis slaapt hij slecht.')).toHaveCount(0)
  await expect(keeper.getByText('Wout Zijlstra')).toHaveCount(0)
  await expect(keeper.getByRole('region', { name: 'Betrokkenen' })).toContainText('Pim Terpstra')
  await expect(keeper.getByText('Let op: er klopt iets niet in dit dossier')).toHaveCount(0)
  await axe(keeper)

  await page.getByRole('button', { name: 'Terug naar dossiers' }).click()
  await expect(page.getByRole('region', { name: 'Wissen op verzoek' })).toContainText(
    'gegevens van een betrokkene gewist',
  )
  await page.getByRole('region', { name: 'Wissen op verzoek' }).getByRole('link').first().click()
  const history = page.getByRole('region', { name: 'Wat er is gebeurd' })
  await expect(history.getByText('De gegevens van een betrokkene zijn gewist')).toBeVisible()
  await expect(history.getByText('De ouders vroegen erom.')).toBeVisible()
  await expect(page.getByText('Let op: er klopt iets niet in dit dossier')).toHaveCount(0)
})
