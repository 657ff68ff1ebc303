import { rmSync } from 'node:fs'
import { freePort } from '../support/free-port.ts'
import { type OidcProvider, startOidcProvider } from '../support/oidc-provider.ts'
import { type RunningServer, startServer } from '../support/server.ts'
import { makeDemonstrationFolder } from './support/demonstration.ts'
import { axe, expect, test } from './support/journey.ts'
import { mailOf, staffPassword } from './support/staff.ts'

let provider: OidcProvider
let portal: RunningServer
let dataDir: string
test.beforeAll(async () => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  provider = await startOidcProvider(`${origin}/api/auth/callback/school`)
  dataDir = makeDemonstrationFolder()
  const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: provider.clientId, OIDC_NAME: 'schoolaccount' }
  const env = { ...oidc, OIDC_CLIENT_SECRET: provider.clientSecret, ORIGIN: origin }
  portal = await startServer({ dataDir, port, env })
})
test.afterAll(async () => {
  await portal.stop()
  await provider.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('the sign-in of the school says who it is, and the password opens the keys', async ({ page }) => {
  provider.signInAs('s-1', { email: mailOf('aanspreekpunt', 'sneek'), isVerified: true })
  await page.goto(`${portal.url}/team/`)
  const bySchool = page.getByRole('button', { name: 'Log in met schoolaccount' })
  await expect(bySchool).toBeVisible()
  await axe(page)
  await bySchool.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Open je sleutels' })).toBeFocused()
  await expect(page).toHaveURL(`${portal.url}/team/`)
  await expect(page.getByText(mailOf('aanspreekpunt', 'sneek'))).toBeVisible()
  await axe(page)
  await page.locator('#password').fill(staffPassword)
  await page.getByRole('button', { name: 'Ga verder' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeVisible()
})

test('somebody of the school without an account here is told so', async ({ page }) => {
  provider.signInAs('s-2', { email: 'leerling@school.test', isVerified: true })
  await page.goto(`${portal.url}/team/`)
  await page.getByRole('button', { name: 'Log in met schoolaccount' }).click()
  await expect(page.getByRole('alert')).toContainText('Bij dit schoolaccount hoort hier geen account.')
  await expect(page.getByLabel('E-mailadres van school')).toBeVisible()
})
