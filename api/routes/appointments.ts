import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../../db/connect.ts'
import type { Deps } from '../deps.ts'
import type { Needed } from '../domain/ownership-changes.ts'
import { roles } from '../domain/roles.ts'
import { describe } from '../http/describe.ts'
import { ownHolder } from '../http/own-holder.ts'
import { type Refusal, refusalStatus, refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { appoint, leaveSite, removeFromPost } from '../stores/appointments.ts'
import { writeAudit } from '../stores/audit.ts'
import { listPeople } from '../stores/holders.ts'
import { findNeeded } from '../stores/posts.ts'
import { transact } from '../stores/transact.ts'
import { holderId, siteId, siteParam } from './inputs.ts'
import { peopleView } from './people-views.ts'

const postParam = z.object({ site: siteId, role: z.enum(roles), holder: holderId })
const personParam = z.object({ site: siteId, holder: holderId })

const refusals = [
  'input-malformed',
  'not-signed-in',
  'not-allowed',
  'site-unknown',
] as const satisfies readonly Refusal[]
const answers = {
  answers: { 204: null },
  refusals: [...refusals, 'staff-unknown', 'own-appointment', 'owner-needed'],
} as const

/** Who does what at a site, and who leaves. Keys go from browser to browser; here they are only taken. */
export const appointmentRoutes = ({ db, clock }: Deps) => {
  const change = async (c: Context<StaffEnv>, what: (tx: Database) => Promise<Refusal | Needed | null>) => {
    const refusal = await transact(db, what)
    if (refusal === null) return c.body(null, 204)
    if (typeof refusal === 'string') return refuseWith(c, refusal)
    const needed = { holders: [...refusal.holders], reports: refusal.reports }
    return c.json({ refusal: 'owner-needed' as const, needed }, refusalStatus['owner-needed'])
  }
  return new Hono<StaffEnv>()
    .get(
      '/team/sites/:site/people',
      describe('Who works at a site', { answers: { 200: peopleView }, refusals }),
      validate('param', siteParam),
      mayAtSite('see-staff'),
      async (c) => {
        const people = await listPeople(db, c.req.valid('param').site, clock.today())
        const view = people.map(({ account: _, certificate, recipient, signingKey: __, roles: held, ...person }) => ({
          ...person,
          roles: [...held],
          hasKeys: recipient !== null,
          isSigned: certificate !== null,
        }))
        return c.json(view, 200)
      },
    )
    .put(
      '/team/sites/:site/posts/:role/:holder',
      describe('Appoint somebody', answers),
      validate('param', postParam),
      mayAtSite('appoint-staff'),
      (c) =>
        change(c, async (tx) => {
          const { site, role, holder } = c.req.valid('param')
          const refusal = await appoint(tx, ownHolder(c, site), { site, role, holder, today: clock.today() })
          if (refusal) return refusal
          const event = { site, account: c.var.account, action: 'appointed', subject: 'staff' } as const
          await writeAudit(tx, { ...event, subjectId: holder, detail: role }, clock.now())
          return null
        }),
    )
    .delete(
      '/team/sites/:site/posts/:role/:holder',
      describe('End what somebody does', answers),
      validate('param', postParam),
      mayAtSite('appoint-staff'),
      (c) =>
        change(c, async (tx) => {
          const { site, role, holder } = c.req.valid('param')
          const today = clock.today()
          const refusal = await removeFromPost(tx, { site, role, holder, today })
          if (refusal === 'owner-needed') return findNeeded(tx, site, today, { kind: 'remove', role, holder })
          if (refusal) return refusal
          const event = { site, account: c.var.account, action: 'removed', subject: 'staff' } as const
          await writeAudit(tx, { ...event, subjectId: holder, detail: role }, clock.now())
          return null
        }),
    )
    .post(
      '/team/sites/:site/staff/:holder/leave',
      describe('Somebody does not work here any more', answers),
      validate('param', personParam),
      mayAtSite('appoint-staff'),
      (c) =>
        change(c, async (tx) => {
          const { site, holder } = c.req.valid('param')
          // The last one who may appoint would leave nobody who can.
          if (holder === ownHolder(c, site)) return 'own-appointment'
          const today = clock.today()
          const left = await leaveSite(tx, { site, holder, today })
          if (left.refusal === 'owner-needed') return findNeeded(tx, site, today, { kind: 'leave', holder })
          if (left.refusal) return left.refusal
          const event = { site, account: c.var.account, action: 'removed', subject: 'staff' } as const
          await writeAudit(tx, { ...event, subjectId: holder }, clock.now())
          return null
        }),
    )
}
