import { axe, expect, test } from './support/journey.ts'
import { openReport, signIn, tell } from './support/staff.ts'

const story = 'Ik durf niet naar huis. Mijn vader slaat me als ik te laat ben.'

test('a reader finds what must be done now, calls, and takes the words for the answer', { tag: '@desktop' }, async ({
  page,
  server,
}) => {
  await tell(server.url, 'maartensdijk', { to: ['confidentialAdviser'], story })
  await signIn(page, 'vertrouwenspersoon', 'maartensdijk')
  await openReport(page, story)
  const cards = page.getByRole('region', { name: 'Moet je nu iets doen?' })
  const home = cards.getByRole('group').filter({ hasText: 'Niet veilig thuis' }).first()
  await expect(cards.getByRole('heading', { level: 3 }).first()).toHaveText('Niet veilig thuis')
  await expect(home.getByText('door woorden die de melder schreef')).toBeVisible()
  await expect(home.getByRole('link', { name: 'Bel Veilig Thuis: 0800-2000' })).toHaveAttribute('href', 'tel:08002000')
  await expect(home.getByRole('link', { name: 'Bel 112' })).toHaveAttribute('href', 'tel:112')

  const bullying = cards.getByText('Een medewerker die pest', { exact: true })
  await expect(cards.getByText('Dit gaat naar de directeur.')).toBeHidden()
  await bullying.click()
  await expect(cards.getByText('Dit gaat naar de directeur.')).toBeVisible()
  await axe(page)
  await cards.getByRole('button', { name: 'Ga daarheen' }).click()
  await expect(page.getByRole('heading', { name: 'Delen of doorgeven' })).toBeFocused()
  await bullying.click()

  await page.emulateMedia({ media: 'print' })
  await expect(home.getByText('stap 5: beslis.')).toBeVisible()
  await expect(bullying).toBeHidden()
  await expect(cards.getByRole('button')).toHaveCount(0)
  await page.emulateMedia({ media: null })

  const answer = page.getByLabel('Jouw antwoord')
  await answer.fill('Dag, ik ben Vera.')
  await home.getByRole('button', { name: 'Zet deze tekst in je antwoord' }).click()
  await expect(answer).toBeFocused()
  await expect(answer).toHaveValue(/^Dag, ik ben Vera\.\n\nWat goed dat je dit vertelt\./)
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Tot snel.')
  await page.getByRole('button', { name: 'Verstuur je antwoord' }).click()
  await expect(page.getByRole('article')).toContainText('Tot snel.')

  await page.getByRole('link', { name: 'Logboek' }).click()
  await expect(page.getByText(/keek bij de melding “.+” wat er nu moet gebeuren/)).toHaveCount(1)
  await expect(page.getByRole('main')).not.toContainText('thuis')
})
