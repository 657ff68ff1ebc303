import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { type CertifiedHolder, certify, siteKeyFingerprint } from '../../web/crypto/certificate.ts'
import { newIdentity } from '../../web/crypto/identity.ts'
import { newSigningKey } from '../../web/crypto/signing.ts'
import { begin, check, heading, next, onQuestion } from './support/form.ts'
import { axe, expect, test } from './support/journey.ts'

const refusal = 'Je kunt hier nu niet veilig melden'
const readers = '**/api/sites/ede/readers'

/** What goes out after the site was chosen, but for looking up who is there. */
function sentBy(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() !== 'GET' && !pathname.endsWith('/staff-search')) sent.push(pathname)
  })
  return sent
}

async function chooseEde(page: Page, path?: string): Promise<void> {
  await begin(page, path)
  await check(page, 'Ede')
  await next(page)
}

/** The page with the other ways to tell; somebody who was on the way hears it at once. */
async function expectStopped(page: Page, because: RegExp): Promise<void> {
  await expectRefused(page, because)
  await expect(heading(page)).toBeFocused()
}

async function expectRefused(page: Page, because: RegExp): Promise<void> {
  await expect(heading(page)).toHaveText(refusal, { timeout: 30_000 })
  await expect(page.getByText(because)).toBeVisible()
  await expect(page.getByText('Er is niets verstuurd.')).toBeVisible()
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: 'Bel 0800-0432' })).toBeVisible()
  await expect(main.getByRole('link', { name: /^Wie je op je locatie kunt bellen/ })).toBeVisible()
  await axe(page)
}

/** Somebody at the server gives the confidential advisers another key, in the same words. */
async function swapKey(page: Page, sign: (body: CertifiedHolder) => string): Promise<void> {
  const { recipient } = await newIdentity()
  await page.route(readers, async (route) => {
    const response = await route.fetch()
    const told = await response.json()
    for (const offered of told.functions) {
      if (offered.role !== 'confidentialAdviser') continue
      const { certified } = JSON.parse(offered.certificate)
      offered.certificate = sign({ ...certified, recipient })
    }
    await route.fulfill({ response, json: told })
  })
}

test('a key that the site key did not sign is refused', async ({ page }) => {
  const sent = sentBy(page)
  const other = newSigningKey((bytes) => new Uint8Array(randomBytes(bytes)))
  await swapKey(page, (body) => certify(body, other.secret))
  await chooseEde(page)
  await expectStopped(page, /^De sleutel van een medewerker klopt niet\./)
  expect(sent).toEqual([])
})

test('a key that was changed after it was signed is refused', async ({ page }) => {
  await page.route(readers, async (route) => {
    const response = await route.fetch()
    const body = await response.text()
    await route.fulfill({ response, body: body.replaceAll('Aanspreekpunt', 'Aanspreekpunten') })
  })
  await chooseEde(page)
  await expectStopped(page, /^De sleutel van een medewerker klopt niet\./)
})

test('a member of a function who is kept out of sight is noticed', async ({ page }) => {
  await page.route(readers, async (route) => {
    const response = await route.fetch()
    const told = await response.json()
    for (const offered of told.functions) if (offered.members.length > 1) offered.members.pop()
    await route.fulfill({ response, json: told })
  })
  await chooseEde(page)
  await expectStopped(page, /^De sleutel van een medewerker klopt niet\./)
})

test('a site without a key takes no report, and another site can be chosen', async ({ page }) => {
  await page.route(readers, async (route) => {
    const response = await route.fetch()
    await route.fulfill({
      response,
      json: { ...(await response.json()), siteKey: null, functions: [], classGroups: [] },
    })
  })
  await chooseEde(page)
  await expectStopped(page, /^Op deze locatie staat nog niemand klaar/)
  await page.getByRole('button', { name: 'Terug naar mijn antwoorden' }).click()
  await expect(page.getByRole('radio', { name: 'Ede' })).toBeChecked()
  await check(page, 'Velp')
  await next(page)
  await onQuestion(page, 2, 'Wie vult dit in?')
})

test.describe('by the poster of the school', () => {
  const posterOf = async (url: string) => {
    const { siteKey } = await (await fetch(`${url}/api/sites/ede/readers`)).json()
    return siteKeyFingerprint(siteKey)
  }

  test('the site stands ready, and nothing of the poster stays in the address', async ({ page, server }) => {
    await begin(page, `/melden/#ede.${await posterOf(server.url)}`)
    await expect(page.getByText('Op de poster die je scande, staat Ede.')).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Ede' })).toBeChecked()
    expect(page.url()).toMatch(/\/melden\/$/)
    await next(page)
    await check(page, 'Leerling')
    await next(page)
    await check(page, 'Over mijzelf')
    await next(page)
    await onQuestion(page, 4, 'Wie mag je verhaal lezen?')
  })

  test('another key than the one on the poster is refused, also when everything is signed with it', async ({
    page,
    server,
  }) => {
    const fingerprint = await posterOf(server.url)
    const other = fingerprint.startsWith('0') ? `1${fingerprint.slice(1)}` : `0${fingerprint.slice(1)}`
    const sent = sentBy(page)
    await chooseEde(page, `/melden/#ede.${other}`)
    await expectStopped(page, /^De poster die je scande, hoort niet bij de sleutel van deze school\./)
    expect(sent).toEqual([])
  })

  for (const hash of ['#ede.kort', '#elders.0000-0000-0000-0000-0000-0000-0000-0000']) {
    test(`a poster with ${hash} is not ours`, async ({ page }) => {
      await page.goto(`/melden/${hash}`)
      await expectRefused(page, /^De poster die je scande, kennen we niet\./)
      await expect(page.getByRole('button', { name: 'Terug naar mijn antwoorden' })).toHaveCount(0)
    })
  }
})

for (const [missing, remove] of Object.entries({
  'a secure connection': () => Object.defineProperty(globalThis, 'isSecureContext', { value: false }),
  WebCrypto: () => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }),
  WebAssembly: () => Object.defineProperty(globalThis, 'WebAssembly', { value: undefined }),
})) {
  test(`a browser without ${missing} sends nothing, and says whom to call before anything is typed`, async ({
    page,
  }) => {
    await page.addInitScript(remove)
    await page.goto('/melden/')
    await expectRefused(page, /^Deze browser kan je verhaal niet op slot doen\./)
    await expect(page.getByRole('textbox')).toHaveCount(0)
  })
}
