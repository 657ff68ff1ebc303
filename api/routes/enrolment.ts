import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { validate } from '../http/validate.ts'
import { findInvitation, invitationToken, useInvitation } from '../stores/invitations.ts'
import { dropLostKeys } from '../stores/lost-keys.ts'
import { hashPassword, hasStaffKeys, storeStaffKeys, writeKeyAudit } from '../stores/staff-keys.ts'
import { transact } from '../stores/transact.ts'
import { keysInput } from './new-keys.ts'

const token = z.string().regex(invitationToken)

const invitedView = z.object({
  name: z.string(),
  email: z.string(),
  isAnew: z.boolean().describe('Had keys before, and lost them'),
})

/**
 * Making the keys of an account, with the one-time link of an invitation. A link that was used, replaced, is too old or
 * was never given: all alike. Its token has 256 bits, so there is nothing to guess.
 */
export const enrolmentRoutes = ({ db, clock }: Deps) =>
  new Hono()
    .post(
      '/enrolment/invitation',
      describe('Whom a one-time link is for', {
        answers: { 200: invitedView },
        refusals: ['input-malformed', 'invitation-unknown'],
      }),
      limitJson,
      validate('json', z.strictObject({ token })),
      async (c) => {
        const invited = await findInvitation(db, c.req.valid('json').token, clock.now())
        if (!invited) return refuseWith(c, 'invitation-unknown')
        return c.json({ name: invited.name, email: invited.email, isAnew: invited.kind === 'anew' }, 200)
      },
    )
    .post(
      '/enrolment',
      describe('Store the keys of an account and use up its one-time link', {
        answers: { 204: null },
        refusals: ['input-malformed', 'invitation-unknown'],
      }),
      limitJson,
      validate('json', z.strictObject({ token, ...keysInput })),
      async (c) => {
        const { token: given, authentication, ...keys } = c.req.valid('json')
        const [now, today] = [clock.now(), clock.today()]
        if (!(await findInvitation(db, given, now))) return refuseWith(c, 'invitation-unknown')
        const authenticationHash = await hashPassword(authentication)
        const isDone = await transact(db, async (tx) => {
          const invited = await useInvitation(tx, given, now)
          if (!invited) return false
          const { account, kind } = invited
          // Only a link made for it may take the place of keys somebody has.
          if (kind !== 'anew' && (await hasStaffKeys(tx, account))) return false
          if (kind === 'anew') await dropLostKeys(tx, account, today)
          await storeStaffKeys(tx, account, { ...keys, authenticationHash }, today)
          await writeKeyAudit(tx, account, { action: kind === 'anew' ? 'keys-renewed' : 'enrolled' }, now)
          return true
        })
        return isDone ? c.body(null, 204) : refuseWith(c, 'invitation-unknown')
      },
    )
