import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { ownerlessReports } from '../domain/ownership.ts'
import { describe } from '../http/describe.ts'
import { refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { setBlocked } from '../stores/blocked-accounts.ts'
import { loadOwnership } from '../stores/ownership.ts'
import { holderId, siteId, siteParam } from './inputs.ts'

const staffParam = z.object({ site: siteId, holder: holderId })

const answers = {
  answers: { 204: null },
  refusals: ['input-malformed', 'not-signed-in', 'not-allowed', 'site-unknown', 'staff-unknown', 'own-account'],
} as const

/** Keeping somebody out at once, for example when they are dismissed: every way of signing in, and every session. */
export const blockedAccountRoutes = ({ db, clock }: Deps) => {
  const set = async (c: Context<StaffEnv>, place: z.infer<typeof staffParam>, isBlocked: boolean) => {
    const outcome = await setBlocked(db, {
      ...place,
      by: c.var.account,
      isBlocked,
      at: clock.now(),
      today: clock.today(),
    })
    return outcome === 'done' ? c.body(null, 204) : refuseWith(c, outcome)
  }
  return new Hono<StaffEnv>()
    .put(
      '/team/sites/:site/staff/:holder/block',
      describe('Block the account of a colleague', answers),
      validate('param', staffParam),
      mayAtSite('block-account'),
      (c) => set(c, c.req.valid('param'), true),
    )
    .get(
      '/team/sites/:site/ownerless',
      describe('How many open reports nobody can handle, because an account was blocked', {
        answers: { 200: z.object({ reports: z.int(), dossiers: z.int() }) },
        refusals: ['input-malformed', 'not-signed-in', 'not-allowed', 'site-unknown'],
      }),
      validate('param', siteParam),
      mayAtSite('block-account'),
      async (c) => {
        const ownership = await loadOwnership(db, c.req.valid('param').site, clock.today())
        const alone = ownerlessReports(ownership)
        const dossiers = alone.filter(({ isDossier }) => isDossier).length
        return c.json({ reports: alone.length - dossiers, dossiers }, 200)
      },
    )
    .delete(
      '/team/sites/:site/staff/:holder/block',
      describe('Let a blocked colleague in again', answers),
      validate('param', staffParam),
      mayAtSite('block-account'),
      (c) => set(c, c.req.valid('param'), false),
    )
}
