import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { authentication, needsPassword } from '../http/own-password.ts'
import type { StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { endOtherSessions } from '../stores/sessions.ts'
import { hashPassword, storePassword, storeSheet, writeKeyAudit } from '../stores/staff-keys.ts'
import { transact } from '../stores/transact.ts'
import { passwordInput, sheetInput } from './new-keys.ts'

/** `password` is the one in use. */
const newPassword = z.strictObject({ password: authentication, ...passwordInput })
const newSheet = z.strictObject({ password: authentication, ...sheetInput })
const refusals = ['input-malformed', 'not-signed-in', 'sign-in-refused', 'sign-in-later'] as const

/** Another password, or another recovery sheet, for the keys I have. */
export const ownKeyRoutes = (deps: Deps) => {
  const { db, clock } = deps
  return new Hono<StaffEnv>()
    .put(
      '/team/account/password',
      describe('Choose another password; my other sessions end', { answers: { 204: null }, refusals }),
      limitJson,
      validate('json', newPassword),
      needsPassword(deps),
      async (c) => {
        const { account, session } = c.var
        const { authentication: chosen, box } = c.req.valid('json')
        const authenticationHash = await hashPassword(chosen)
        await transact(db, async (tx) => {
          await storePassword(tx, account, { authenticationHash, box })
          await endOtherSessions(tx, account, session)
          await writeKeyAudit(tx, account, { action: 'changed', detail: 'password' }, clock.now())
        })
        return c.body(null, 204)
      },
    )
    .put(
      '/team/account/recovery-sheet',
      describe('Store what another recovery sheet opens; the one before opens nothing any more', {
        answers: { 204: null },
        refusals,
      }),
      limitJson,
      validate('json', newSheet),
      needsPassword(deps),
      async (c) => {
        const { account } = c.var
        const { recoveryBox, recoveryProof } = c.req.valid('json')
        await transact(db, async (tx) => {
          await storeSheet(tx, account, { recoveryBox, recoveryProof }, clock.today())
          await writeKeyAudit(tx, account, { action: 'changed', detail: 'recovery-sheet' }, clock.now())
        })
        return c.body(null, 204)
      },
    )
}
