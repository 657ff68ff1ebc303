import { axe, expect, test } from './support/journey.ts'
import { openReport, rowOf, signIn } from './support/staff.ts'
import { comeBack, readCode } from './support/telling.ts'

const told = 'Sam vertelde in de gang dat ze elke dag zijn tas leegschudden.'

test.describe('what a pupil tells in the corridor', { tag: '@postgres' }, () => {
  test('is written down, and opened and answered by the pupil with the code', async ({ page, openBrowser }) => {
    await signIn(page, 'anti-pestcoordinator', 'velp')
    await page.getByRole('link', { name: 'Meld voor een ander' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Meld voor een leerling of ouder' })).toBeVisible()
    await page.getByRole('button', { name: 'Maak de melding en de code' }).click()
    await expect(page.getByRole('heading', { name: 'Verbeter dit, dan kun je verder' })).toBeVisible()
    await axe(page)
    await page.getByRole('checkbox', { name: 'Spullen afpakken of kapotmaken' }).check()
    await page.getByLabel('Wat werd er verteld?').fill(told)
    await page.getByRole('radio', { name: 'Anti-pestcoördinator' }).check()
    await page.getByRole('button', { name: 'Maak de melding en de code' }).click()
    const code = await readCode(page)
    await axe(page)
    await page.getByRole('button', { name: 'Ik heb de code gegeven' }).click()
    await expect(page.getByLabel('Wat werd er verteld?')).toHaveValue('')
    await expect(page.getByText(code)).toHaveCount(0)

    const phone = await openBrowser()
    await comeBack(phone, code)
    await expect(phone.getByText(told)).toBeVisible()
    await expect(phone.getByText(/^Opgeschreven door /)).toBeVisible()
    await axe(phone)
    await phone.getByRole('textbox', { name: 'Schrijf terug' }).fill('Het was vandaag weer zo.')
    await phone.getByRole('button', { name: 'Verstuur mijn bericht' }).click()
    await expect(phone.getByText('Je bericht is verstuurd.')).toBeVisible()

    await page.goto('/team/')
    await expect(rowOf(page, told)).toBeVisible()
    await openReport(page, told)
    await expect(page.getByText('Het was vandaag weer zo.')).toBeVisible()
    await expect(page.getByText('Opgeschreven door')).toBeVisible()
  })
})
