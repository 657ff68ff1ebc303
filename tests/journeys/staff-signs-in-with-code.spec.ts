import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { appCode } from '../support/totp.ts'
import { axe, expect, test } from './support/journey.ts'
import { staffPassword, typeSignIn } from './support/staff.ts'

const refused = /401 .*\/two-factor\/verify/
const code = (page: Page) => page.getByLabel('Code', { exact: true })
const inbox = (page: Page) => page.getByRole('heading', { level: 1, name: 'Meldingen' })
const toSignIn = async (page: Page) => {
  await page.getByRole('button', { name: 'Log uit', exact: true }).first().click()
  await expect(page.getByLabel('E-mailadres van school')).toBeVisible()
}

test.describe('a code at the sign-in', { tag: '@desktop' }, () => {
  test('is set up, asked, replaced by a printed one, and done without again', async ({ page, expectConsole }) => {
    expectConsole(refused)
    await typeSignIn(page, 'aanspreekpunt', 'maartensdijk')
    await expect(inbox(page)).toBeVisible()
    await page.getByRole('link', { name: 'Jouw account' }).click()
    await page.getByRole('button', { name: 'Zet de code aan' }).click()
    await page.locator('#password').fill(staffPassword)
    await page.getByRole('button', { name: 'Ga verder' }).click()
    await expect(page.getByRole('heading', { name: 'Zet Vijfspoor in je app' })).toBeFocused()
    await axe(page)
    const secret = (await page.locator('.code.small').innerText()).replace(/\s/g, '')
    await code(page).fill(appCode(secret, -1))
    await page.getByRole('button', { name: 'Zet de code aan' }).click()
    await expect(page.getByRole('heading', { name: 'Bewaar je reservecodes' })).toBeFocused()
    await axe(page)
    const [printed = ''] = await page.locator('.codes code').allInnerTexts()
    await page.getByRole('button', { name: 'Ik heb de codes bewaard' }).click()
    await expect(page.getByText('De code staat aan.')).toBeVisible()

    await toSignIn(page)
    await typeSignIn(page, 'aanspreekpunt', 'maartensdijk')
    await expect(page.getByRole('heading', { level: 1, name: 'Typ je code' })).toBeFocused()
    await axe(page)
    await code(page).fill('000000')
    await page.getByRole('button', { name: 'Ga verder' }).click()
    await expect(page.getByText('Deze code is niet goed, of is al gebruikt.').first()).toBeVisible()
    await code(page).fill(appCode(secret))
    await page.getByRole('button', { name: 'Ga verder' }).click()
    await expect(inbox(page)).toBeVisible()

    await toSignIn(page)
    await typeSignIn(page, 'aanspreekpunt', 'maartensdijk')
    await code(page).fill(printed.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Ga verder' }).click()
    await expect(inbox(page)).toBeVisible()

    await page.getByRole('link', { name: 'Jouw account' }).click()
    await page.getByRole('button', { name: 'Maak nieuwe reservecodes' }).click()
    await page.locator('#password').fill(staffPassword)
    await axe(page)
    await page.getByRole('button', { name: 'Maak de codes' }).click()
    await expect(page.getByRole('heading', { name: 'Bewaar je reservecodes' })).toBeFocused()
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Bewaar als bestand' }).click()
    const saved = await readFile(await (await saving).path(), 'utf8')
    const fresh = await page.locator('.codes code').allInnerTexts()
    expect(saved.trim().split('\n').slice(1)).toEqual(fresh)
    expect(fresh).not.toContain(printed)
    await page.getByRole('button', { name: 'Ik heb de codes bewaard' }).click()
    await expect(page.getByText('Je nieuwe reservecodes werken.')).toBeVisible()
    await page.getByRole('button', { name: 'Zet de code uit' }).click()
    await code(page).fill(appCode(secret, 1))
    await page.getByRole('button', { name: 'Zet de code uit' }).click()
    await expect(page.getByText('De code staat uit.')).toBeVisible()
    await toSignIn(page)
    await typeSignIn(page, 'aanspreekpunt', 'maartensdijk')
    await expect(inbox(page)).toBeVisible()
  })
})
