import { axe, expect, test } from './support/journey.ts'

test('without JavaScript the page shows the other ways to tell', async ({ openBrowser }) => {
  const page = await openBrowser({ javaScriptEnabled: false })
  await page.goto('/melden/')
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Vertel wat er gebeurt')
  await expect(main.getByRole('link', { name: /112/ })).toHaveAttribute('href', 'tel:112')
  await expect(main.getByRole('link', { name: /0900 111 3 111/ })).toHaveAttribute('href', 'tel:09001113111')
  await expect(main.getByText(/0800.0432/)).toBeVisible()
  await expect(main.getByRole('link', { name: 'Ede' })).toHaveAttribute('href', '/wie-helpt/ede/')
  // No form that would send what somebody types in plain text.
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.locator('form')).toHaveCount(0)
  // The words of the form travel with the page; they are not shown to whoever cannot use it.
  await expect(page.getByText('Voordat je begint')).toHaveCount(0)
})

test('with JavaScript the form takes their place', async ({ page }) => {
  await page.goto('/melden/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voordat je begint')
  await expect(page.getByText('Vertellen zonder formulier')).toHaveCount(0)
  await axe(page)
})
