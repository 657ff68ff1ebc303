import { Hono } from 'hono'
import { z } from 'zod'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import type { Auth } from '../auth.ts'
import type { Deps } from '../deps.ts'
import { passCookies } from '../http/begin-session.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { authentication, needsPassword } from '../http/own-password.ts'
import { refuseWith } from '../http/refusals.ts'
import type { StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { newCredential, registrationOptions } from '../http/webauthn-input.ts'
import { writeAccountAudit } from '../stores/audit.ts'
import { findPasskeyBox, keepPasskeyBox, removePasskey, renamePasskey } from '../stores/passkeys.ts'
import { transact } from '../stores/transact.ts'
import { line, sealed } from './inputs.ts'

const passkeyParam = z.object({ passkey: z.string().regex(/^[A-Za-z0-9]{1,64}$/) })
const credentialParam = z.object({ credential: z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/) })
const name = line(60)
const added = z.strictObject({ name, credential: newCredential, box: sealed.optional() })
const boxView = z.object({ box: z.string().describe('Age file for one recipient, base64url') })

/** Passkeys of my own: made with the password, which is not asked at the sign-in screen any more. */
export const ownPasskeyRoutes = (deps: Deps, auth: Auth) => {
  const { db, clock } = deps
  const written = (tx: typeof db, account: string, detail: string) =>
    writeAccountAudit(
      tx,
      { account, about: account, action: 'second-factor-changed', detail },
      { now: clock.now(), today: clock.today() },
    )
  return new Hono<StaffEnv>()
    .post(
      '/team/account/passkeys/options',
      describe('Begin to make a passkey', {
        answers: { 200: registrationOptions },
        refusals: ['input-malformed', 'not-signed-in', 'sign-in-refused', 'sign-in-later'],
      }),
      limitJson,
      validate('json', z.strictObject({ password: authentication })),
      needsPassword(deps),
      async (c) => {
        const { headers } = c.req.raw
        const answer = await auth.api.generatePasskeyRegistrationOptions({ headers, query: {}, asResponse: true })
        passCookies(answer, c)
        return c.json(registrationOptions.parse(await answer.json()), 200)
      },
    )
    .post(
      '/team/account/passkeys',
      describe('Keep the passkey that was made, with the box it opens', {
        answers: { 204: null },
        refusals: ['input-malformed', 'not-signed-in', 'passkey-refused', 'not-sealed'],
      }),
      limitJson,
      validate('json', added),
      async (c) => {
        const { credential, box, ...named } = c.req.valid('json')
        if (box && !looksSealed(box)) return refuseWith(c, 'not-sealed')
        const { account } = c.var
        const body = { ...named, response: credential }
        const answer = await auth.api.verifyPasskeyRegistration({ body, headers: c.req.raw.headers, asResponse: true })
        if (!answer.ok) return refuseWith(c, 'passkey-refused')
        await transact(db, async (tx) => {
          if (box) await keepPasskeyBox(tx, account, credential.id, box)
          await written(tx, account, 'passkey-made')
        })
        return c.body(null, 204)
      },
    )
    .put(
      '/team/account/passkeys/:passkey',
      describe('Give a passkey another name', {
        answers: { 204: null },
        refusals: ['input-malformed', 'not-signed-in', 'passkey-unknown'],
      }),
      limitJson,
      validate('param', passkeyParam),
      validate('json', z.strictObject({ name })),
      async (c) => {
        const isMine = await renamePasskey(db, c.var.account, c.req.valid('param').passkey, c.req.valid('json').name)
        return isMine ? c.body(null, 204) : refuseWith(c, 'passkey-unknown')
      },
    )
    .delete(
      '/team/account/passkeys/:passkey',
      describe('Do without a passkey', {
        answers: { 204: null },
        refusals: ['input-malformed', 'not-signed-in', 'passkey-unknown'],
      }),
      validate('param', passkeyParam),
      async (c) => {
        const isMine = await transact(db, async (tx) => {
          if (!(await removePasskey(tx, c.var.account, c.req.valid('param').passkey))) return false
          await written(tx, c.var.account, 'passkey-removed')
          return true
        })
        return isMine ? c.body(null, 204) : refuseWith(c, 'passkey-unknown')
      },
    )
    .get(
      '/team/account/passkey-boxes/:credential',
      describe('The box that a passkey of mine opens', {
        answers: { 200: boxView },
        refusals: ['input-malformed', 'not-signed-in', 'passkey-unknown'],
      }),
      validate('param', credentialParam),
      async (c) => {
        const box = await findPasskeyBox(db, c.var.account, c.req.valid('param').credential)
        return box ? c.json({ box: Buffer.from(box).toString('base64url') }, 200) : refuseWith(c, 'passkey-unknown')
      },
    )
}
