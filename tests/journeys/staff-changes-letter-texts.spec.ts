import { axe, expect, test } from './support/journey.ts'
import { expectNoSidewaysScroll } from './support/layout.ts'
import { letterRow, openLetterTexts } from './support/letters.ts'
import { signIn } from './support/staff.ts'

const invitation = 'Uitnodiging aan ouders voor een gesprek'

test('a site changes the text of a letter: what cannot be filled in is named, a colleague in between loses nothing, and the standard comes back', async ({
  page,
  openBrowser,
  expectConsole,
}) => {
  // The colleague who got in between: the browser logs the refusal by itself.
  expectConsole(/status of 409/)
  await signIn(page, 'anti-pestcoordinator', 'heerenveen')
  await openLetterTexts(page)
  await expect(page.getByText('Zet hier nooit de naam van een leerling.')).toBeVisible()
  await axe(page)
  await expectNoSidewaysScroll(page)
  await expect(letterRow(page, invitation).getByText('tekst van het protocol')).toBeVisible()
  await letterRow(page, invitation).getByRole('button', { name: 'Pas aan' }).click()
  const text = page.getByRole('textbox', { name: 'De tekst' })
  await expect(text).toBeFocused()
  expect(await text.evaluate((field: HTMLTextAreaElement) => field.scrollTop)).toBe(0)
  const standard = await text.inputValue()
  await text.fill('Dag {ouder}, kom langs {')
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByRole('link', { name: /Dit kan het programma niet invullen: \{ouder\}\./ })).toBeVisible()
  await expect(page.getByRole('link', { name: /Er staat ergens een \{ of \} alleen\./ })).toBeVisible()
  await expect(text).toHaveValue('Dag {ouder}, kom langs {')
  await axe(page)

  await text.fill('Dag , kom langs.')
  await text.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 4))
  await page.getByText('Wat het programma kan invullen').click()
  await page.getByRole('button', { name: '{ouders}' }).click()
  await expect(text).toHaveValue('Dag {ouders}, kom langs.')
  await axe(page)
  const colleague = await openBrowser()
  await signIn(colleague, 'anti-pestcoordinator', 'heerenveen')
  await openLetterTexts(colleague)
  await letterRow(colleague, invitation).getByRole('button', { name: 'Pas aan' }).click()
  await colleague.getByRole('textbox', { name: 'De tekst' }).fill('Van de collega voor {ouders}.')
  await colleague.getByRole('button', { name: 'Sla op' }).click()
  await expect(colleague.getByText(`De tekst van “${invitation}” is opgeslagen.`)).toBeVisible()

  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByRole('alert')).toContainText('Een collega veranderde deze tekst')
  await expect(page.getByText('Van de collega voor {ouders}.')).toBeVisible()
  await expect(text).toHaveValue('Dag {ouders}, kom langs.')
  await axe(page)
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByText(`De tekst van “${invitation}” is opgeslagen.`)).toBeVisible()
  await expect(letterRow(page, invitation).getByRole('heading')).toBeFocused()
  await expect(letterRow(page, invitation).getByText('eigen tekst')).toBeVisible()

  await letterRow(page, invitation).getByRole('button', { name: 'Pas aan' }).click()
  await page.getByRole('button', { name: 'Zet de tekst van het protocol terug' }).click()
  await expect(text).toHaveValue(standard)
  await page.getByRole('button', { name: 'Toch mijn eigen tekst' }).click()
  await expect(text).toHaveValue('Dag {ouders}, kom langs.')
  await page.getByRole('button', { name: 'Zet de tekst van het protocol terug' }).click()
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByText(`“${invitation}” heeft weer de tekst van het protocol.`)).toBeVisible()
  await page.getByText('Wie veranderde wat').click()
  await expect(page.getByText(/zette “Uitnodiging aan ouders voor een gesprek” terug/)).toBeVisible()
  await expect(page.getByText(/veranderde “Uitnodiging aan ouders voor een gesprek”/).first()).toBeVisible()
  await axe(page)
})
