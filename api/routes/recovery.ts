import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../../db/connect.ts'
import type { Deps } from '../deps.ts'
import { countAttempt, refuseForNow } from '../http/attempts.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { validate } from '../http/validate.ts'
import { equalHashes, hashOf } from '../stores/hashes.ts'
import { listPasskeys, removeOtherPasskeys } from '../stores/passkeys.ts'
import { endAllSessions } from '../stores/sessions.ts'
import { findRecoverable, hashPassword, storePassword, writeKeyAudit } from '../stores/staff-keys.ts'
import { transact } from '../stores/transact.ts'
import { exactly } from './inputs.ts'
import { email, passwordInput } from './new-keys.ts'

const proven = { email, proof: exactly(32) }
const passkeyId = z.string().regex(/^[A-Za-z0-9]{1,64}$/)
const boxView = z.object({
  name: z.string(),
  box: z.string().describe('Age file for one recipient, base64url'),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), madeAt: z.iso.datetime().nullable() })),
})
const keptPasskeys = z.array(passkeyId).max(100).default([]).describe('Those that go on signing in; the others go')
const refusals = ['input-malformed', 'sign-in-refused', 'sign-in-later'] as const

/**
 * A new password for somebody who has their recovery sheet. An unknown address, an account without a sheet and a wrong
 * code get the same answer, the waiting time included. A second factor is asked as ever at the next sign-in.
 */
export const recoveryRoutes = (deps: Deps) => {
  const { db, clock } = deps
  return new Hono()
    .post(
      '/recovery/box',
      describe('The keys that a recovery sheet opens', { answers: { 200: boxView }, refusals }),
      limitJson,
      validate('json', z.strictObject(proven)),
      async (c) => {
        const { email: address, proof } = c.req.valid('json')
        const tried = await countAttempt(deps, 'recovery', address)
        if (!tried.allowed) return refuseForNow(c, tried.seconds)
        const found = await transact(db, (tx) => findProven(tx, address, proof))
        if (!found) return refuseWith(c, 'sign-in-refused')
        await tried.succeeded()
        const passkeys = await listPasskeys(db, found.account)
        const box = Buffer.from(found.recoveryBox).toString('base64url')
        return c.json({ name: found.name, box, passkeys: passkeys.map(({ opensKeys: _, ...passkey }) => passkey) }, 200)
      },
    )
    .post(
      '/recovery',
      describe('Choose a new password with a recovery sheet; every session of the account ends', {
        answers: { 204: null },
        refusals,
      }),
      limitJson,
      validate('json', z.strictObject({ ...proven, ...passwordInput, keptPasskeys })),
      async (c) => {
        const { email: address, proof, authentication, box, keptPasskeys: kept } = c.req.valid('json')
        const tried = await countAttempt(deps, 'recovery', address)
        if (!tried.allowed) return refuseForNow(c, tried.seconds)
        if (!(await transact(db, (tx) => findProven(tx, address, proof)))) return refuseWith(c, 'sign-in-refused')
        const authenticationHash = await hashPassword(authentication)
        const isDone = await transact(db, async (tx) => {
          const found = await findProven(tx, address, proof)
          if (!found) return false
          const { account } = found
          await storePassword(tx, account, { authenticationHash, box })
          await endAllSessions(tx, account)
          await writeKeyAudit(tx, account, { action: 'recovered' }, clock.now())
          // Whoever lost a device may not think of it, and a passkey is made again in a minute.
          if ((await removeOtherPasskeys(tx, account, kept)) > 0) {
            const event = { action: 'second-factor-changed', detail: 'passkeys-removed' } as const
            await writeKeyAudit(tx, account, event, clock.now())
          }
          return true
        })
        if (!isDone) return refuseWith(c, 'sign-in-refused')
        await tried.succeeded()
        return c.body(null, 204)
      },
    )
}

async function findProven(tx: Database, address: string, proof: Uint8Array) {
  const found = await findRecoverable(tx, address)
  return found && equalHashes(found.proofHash, hashOf(proof)) ? found : null
}
