import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { dropSecondFactor } from '../../api/stores/second-factors.ts'
import { accounts, verifications } from '../../db/schema/index.ts'
import { type Browser, browserAt } from './browser-cookies.ts'
import { mailOf, type School } from './school.ts'
import { appCode } from './totp.ts'

type SetUp = { address: string; secret: string; backupCodes: string[] }

/** Signing in with one-time codes, at the school a test has opened by then. */
export function codesAt(at: () => School) {
  const secretOf = (who: string) =>
    at().site.staff.find(({ email }) => email === mailOf(who))?.keys.authentication ?? ''

  const enter = (browser: Browser, who: string, password = secretOf(who)) =>
    browser.send('POST', '/api/auth/sign-in/email', { email: mailOf(who), password })
  const giveCode = (browser: Browser, code: string) => browser.send('POST', '/api/auth/two-factor/verify', { code })
  const isIn = async (browser: Browser) => (await browser.send('GET', '/api/team/me')).status === 200

  async function accountOf(who: string): Promise<string> {
    const rows = await at()
      .deps.db.select()
      .from(accounts)
      .where(eq(accounts.email, mailOf(who)))
    return rows[0]?.id ?? ''
  }

  /** Somebody who has just switched the codes on. */
  async function withCodes(who: string): Promise<SetUp & { browser: Browser }> {
    await dropSecondFactor(at().deps.db, await accountOf(who))
    const browser = browserAt(at())
    await enter(browser, who)
    const { body } = await browser.send('POST', '/api/team/account/second-factor', { password: secretOf(who) })
    await browser.send('POST', '/api/team/account/second-factor/confirm', { code: appCode(body.secret) })
    await at().deps.db.delete(verifications)
    return { ...body, browser }
  }

  /** A browser in which the password was given, and nothing more. */
  async function afterPassword(who: string): Promise<Browser> {
    const browser = browserAt(at())
    expect(await enter(browser, who)).toMatchObject({ status: 200, body: { isCodeNeeded: true } })
    return browser
  }

  return { accountOf, afterPassword, enter, giveCode, isIn, secretOf, withCodes }
}
