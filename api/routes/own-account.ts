import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../../db/connect.ts'
import type { Auth } from '../auth.ts'
import type { Deps } from '../deps.ts'
import type { AuditAction } from '../domain/audit.ts'
import { passCookies } from '../http/begin-session.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { authentication, needsPassword } from '../http/own-password.ts'
import { refuseWith } from '../http/refusals.ts'
import { refuseCode, tryCode, typedCode } from '../http/second-factor.ts'
import type { StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAccountAudit } from '../stores/audit.ts'
import { listPasskeys } from '../stores/passkeys.ts'
import { dropSecondFactor, hasSecondFactor } from '../stores/second-factors.ts'
import { endAllSessions, endSession, listSessions } from '../stores/sessions.ts'
import { transact } from '../stores/transact.ts'
import { backupCodesView, ownAccountView, secondFactorView } from './own-account-views.ts'

const sessionParam = z.object({ session: z.string().regex(/^[A-Za-z0-9]{1,64}$/) })
const codeInput = z.strictObject({ code: typedCode })

/** How I sign in, and where I am signed in. Only ever about whoever asks. */
export const ownAccountRoutes = (deps: Deps, auth: Auth) => {
  const { db, clock } = deps
  const audit = (tx: Database, account: string, event: Readonly<{ action: AuditAction; detail?: string }>) =>
    writeAccountAudit(tx, { account, about: account, ...event }, { now: clock.now(), today: clock.today() })
  return new Hono<StaffEnv>()
    .get(
      '/team/account',
      describe('How I sign in, and where I am signed in', {
        answers: { 200: ownAccountView },
        refusals: ['not-signed-in'],
      }),
      async (c) => {
        const { account, email, session } = c.var
        const sessions = await listSessions(db, account, new Date())
        const view = {
          email,
          hasSecondFactor: await hasSecondFactor(db, account),
          passkeys: await listPasskeys(db, account),
          sessions: sessions.map(({ id, since }) => ({ id, since: since.toISOString(), isThis: id === session })),
        }
        return c.json(view, 200)
      },
    )
    .post(
      '/team/account/second-factor',
      describe('Begin to set up one-time codes', {
        answers: { 200: secondFactorView },
        refusals: ['input-malformed', 'not-signed-in', 'sign-in-refused', 'sign-in-later', 'second-factor-on'],
      }),
      limitJson,
      validate('json', z.strictObject({ password: authentication })),
      needsPassword(deps),
      async (c) => {
        if (await hasSecondFactor(db, c.var.account)) return refuseWith(c, 'second-factor-on')
        const begun = await auth.api.enableTwoFactor({ body: c.req.valid('json'), headers: c.req.raw.headers })
        const made = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) }).parse(begun)
        const secret = new URL(made.totpURI).searchParams.get('secret') ?? ''
        return c.json({ address: made.totpURI, secret, backupCodes: made.backupCodes }, 200)
      },
    )
    .post(
      '/team/account/second-factor/confirm',
      describe('Show that the app gives the right codes; from then on they are asked', {
        answers: { 204: null },
        refusals: ['input-malformed', 'not-signed-in', 'code-refused', 'sign-in-expired', 'sign-in-later'],
      }),
      limitJson,
      validate('json', codeInput),
      async (c) => {
        const typed = c.req.valid('json').code
        const { headers } = c.req.raw
        const outcome = await tryCode(deps, auth, {
          account: c.var.account,
          // A printed code would prove nothing of the app.
          typed: typed?.kind === 'app' ? typed : null,
          headers,
        })
        if (!outcome.ok) return refuseCode(c, outcome)
        passCookies(outcome.answer, c)
        await transact(db, (tx) => audit(tx, c.var.account, { action: 'second-factor-changed', detail: 'on' }))
        return c.body(null, 204)
      },
    )
    .post(
      '/team/account/second-factor/off',
      describe('Do without one-time codes; needs a fresh one', {
        answers: { 204: null },
        refusals: ['input-malformed', 'not-signed-in', 'code-refused', 'sign-in-expired', 'sign-in-later'],
      }),
      limitJson,
      validate('json', codeInput),
      async (c) => {
        const { account } = c.var
        const { headers } = c.req.raw
        const outcome = await tryCode(deps, auth, { account, typed: c.req.valid('json').code, headers })
        if (!outcome.ok) return refuseCode(c, outcome)
        await transact(db, async (tx) => {
          await dropSecondFactor(tx, account)
          await audit(tx, account, { action: 'second-factor-changed', detail: 'off' })
        })
        return c.body(null, 204)
      },
    )
    .post(
      '/team/account/second-factor/backup-codes',
      describe('Ten other printed codes; those of before work no more', {
        answers: { 200: backupCodesView },
        refusals: ['input-malformed', 'not-signed-in', 'sign-in-refused', 'sign-in-later', 'second-factor-off'],
      }),
      limitJson,
      validate('json', z.strictObject({ password: authentication })),
      needsPassword(deps),
      async (c) => {
        const { account } = c.var
        if (!(await hasSecondFactor(db, account))) return refuseWith(c, 'second-factor-off')
        const made = await auth.api.generateBackupCodes({ body: c.req.valid('json'), headers: c.req.raw.headers })
        await transact(db, (tx) => audit(tx, account, { action: 'second-factor-changed', detail: 'backup-codes' }))
        return c.json(backupCodesView.parse(made), 200)
      },
    )
    .delete(
      '/team/account/sessions/:session',
      describe('End one of my sessions', { answers: { 204: null }, refusals: ['input-malformed', 'not-signed-in'] }),
      validate('param', sessionParam),
      async (c) => {
        await endSession(db, c.var.account, c.req.valid('param').session)
        return c.body(null, 204)
      },
    )
    .delete(
      '/team/account/sessions',
      describe('Sign out everywhere, here too', { answers: { 204: null }, refusals: ['not-signed-in'] }),
      async (c) => {
        await transact(db, async (tx) => {
          await endAllSessions(tx, c.var.account)
          await audit(tx, c.var.account, { action: 'signed-out-everywhere' })
        })
        passCookies(await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true }), c)
        return c.body(null, 204)
      },
    )
}
