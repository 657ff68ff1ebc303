import type { Page } from '@playwright/test'
import { ask } from '../../../web/client.ts'
import { fromBase64Url } from '../../../web/crypto/bytes.ts'
import { readCertificate } from '../../../web/crypto/certificate.ts'
import { openFunctionKey } from '../../../web/crypto/function-key.ts'
import { readPin } from '../../../web/crypto/pin.ts'
import { signingKeyFromSeed } from '../../../web/crypto/signing.ts'
import { openStaffBox } from '../../../web/crypto/staff-box.ts'
import { signIn as signInBeside } from '../../support/colleague.ts'
import { accepted, apiAt } from '../../support/school-api.ts'
import { bareMail, barePassword } from './bare-school.ts'
import { passOnTo } from './colleague-at.ts'
import { axe, expect } from './journey.ts'

export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

export async function comeIn(page: Page, who: string, address = '/team/sleutels/'): Promise<void> {
  await page.goto(address)
  await page.getByLabel('E-mailadres van school').fill(bareMail(who))
  await page.getByLabel('Wachtwoord', { exact: true }).fill(barePassword)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(page.getByText('Ingelogd als')).toBeVisible()
}

/** The sheet as it stands on the screen, and typing over what is asked. */
export async function checkSheet(page: Page): Promise<string> {
  const groups = await page.getByRole('list', { name: 'De code op het blad' }).getByRole('listitem').allInnerTexts()
  await press(page, 'Het blad is klaar, ga verder')
  await expect(heading(page, 'Controleer het blad')).toBeFocused()
  for (const field of await page.getByLabel(/^Groep \d+$/).all()) {
    const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '')
    await field.fill(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
  }
  await press(page, 'Controleer')
  return groups.join('-')
}

export async function trust(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: /^Vergelijk de sleutel van de locatie/ })).toBeVisible()
  await axe(page)
  await press(page, 'Alle tekens zijn gelijk')
  await expect(page.getByRole('heading', { name: /^Vergelijk de sleutel/ })).toHaveCount(0)
  // Some pages take it to their own heading.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
}

export async function sign(page: Page): Promise<void> {
  await page.goto('/team/sleutels/')
  await press(page, 'Onderteken alles')
  await expect(page.getByText('Alles is ondertekend.')).toBeVisible()
}

export const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

const signInAt = async (url: string, who: string) => {
  const { salt } = await accepted(ask(apiAt(url).client.instance.$get()))
  return signInBeside(passOnTo(url), fromBase64Url(salt), bareMail(who), barePassword)
}

/** Under which id somebody can be written to in person. */
export async function holderOf(url: string, who: string): Promise<string> {
  const { api } = await signInAt(url, who)
  return (await accepted(ask(api.client.team.me.$get()))).sites[0]?.holder ?? ''
}

/** All that somebody's password opens, beside the browser: what a former member may have kept. */
export async function everyKeyOf(url: string, who: string): Promise<readonly string[]> {
  const { api, unlockIdentity } = await signInAt(url, who)
  const me = await accepted(ask(api.client.team.me.$get()))
  const box = await openStaffBox(fromBase64Url(me.box), unlockIdentity)
  const own = signingKeyFromSeed(box.signingSeed).publicKey
  const keys = [box.identity]
  for (const { site, holder, pin, functions } of me.sites) {
    const siteKey = readPin(pin ?? '', own, { site, holder }) ?? ''
    for (const { role, former, ...newest } of functions) {
      for (const { certificate, functionKey } of [newest, ...former]) {
        const recipient = readCertificate(certificate, siteKey)?.recipient ?? ''
        const expected = { site, role, member: holder, recipient }
        keys.push(await openFunctionKey(fromBase64Url(functionKey), box.identity, expected))
      }
    }
  }
  return keys
}
