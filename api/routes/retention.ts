import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { periodLimits, periodsOf } from '../domain/retention/periods.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { listNearErasures, listToldErasures } from '../stores/near-erasures.ts'
import { findOwnPeriods, saveOwnPeriods } from '../stores/retention-periods.ts'
import { transact } from '../stores/transact.ts'
import { siteParam } from './inputs.ts'

const months = z.int().min(periodLimits.least).max(periodLimits.most).nullable()
const ownPeriods = z.strictObject({ report: months, dossier: months, 'set-aside': months })

const periods = z.object({ report: z.int(), dossier: z.int(), 'set-aside': z.int() }).describe('In months')
const retentionView = z.object({
  own: z.object({ report: months, dossier: months, 'set-aside': months }).describe('Null follows the school'),
  school: periods,
})
const erasuresView = z.object({
  today: z.string(),
  erasures: z.array(
    z.object({
      kind: z.enum(['report', 'dossier']),
      site: z.string(),
      siteName: z.string(),
      id: z.uuid(),
      eraseOn: z.string().describe('The day from which it is erased'),
      isUnread: z.boolean().describe('Nothing is erased that nobody has read to the end'),
    }),
  ),
  requests: z
    .array(
      z.object({
        ...{ site: z.string(), siteName: z.string(), dossier: z.uuid() },
        ...{ state: z.enum(['open', 'erased']), on: z.string() },
      }),
    )
    .describe('That what is kept about one pupil is erased: asked, or done in the last weeks'),
})
const refusals = ['not-signed-in', 'not-allowed', 'site-unknown', 'input-malformed'] as const

/** Bewaartermijnen, and what will be erased soon. */
export const retentionRoutes = ({ db, clock, school: { retention: school } }: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/erasures',
      describe('What I can read and will be erased soon', {
        answers: { 200: erasuresView },
        refusals: ['not-signed-in'],
      }),
      async (c) => {
        const today = clock.today()
        const [erasures, requests] = await Promise.all([
          listNearErasures(db, c.var.staff, { today, school }),
          listToldErasures(db, c.var.staff, today),
        ])
        return c.json({ today, erasures: [...erasures], requests: [...requests] }, 200)
      },
    )
    .get(
      '/team/sites/:site/retention',
      describe('How long a site keeps what', { answers: { 200: retentionView }, refusals }),
      validate('param', siteParam),
      mayAtSite('set-retention'),
      async (c) => {
        const own = await findOwnPeriods(db, c.req.valid('param').site)
        return own ? c.json({ own, school: periodsOf({}, school) }, 200) : refuseWith(c, 'site-unknown')
      },
    )
    .put(
      '/team/sites/:site/retention',
      describe('Choose how long a site keeps what', { answers: { 204: null }, refusals: [...refusals, 'too-large'] }),
      limitJson,
      validate('param', siteParam),
      mayAtSite('set-retention'),
      validate('json', ownPeriods),
      async (c) => {
        const { site } = c.req.valid('param')
        await transact(db, async (tx) => {
          await saveOwnPeriods(tx, site, c.req.valid('json'))
          const what = { action: 'changed', subject: 'site', subjectId: site, detail: 'retention' } as const
          await writeAudit(tx, { site, account: c.var.account, ...what }, clock.now())
        })
        return c.body(null, 204)
      },
    )
