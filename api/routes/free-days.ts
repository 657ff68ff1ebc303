import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { nationalHolidays, removeFreeDays, restoreNationalHolidays, saveFreeDays } from '../stores/free-days.ts'
import { findSiteSettings } from '../stores/site-settings.ts'
import { calendarOf } from '../stores/sites.ts'
import { transact } from '../stores/transact.ts'
import { day, line, siteId, siteParam } from './inputs.ts'

const freeDays = z.object({ firstDay: z.string(), lastDay: z.string(), name: z.string() })
const freeDaysView = z.object({ freeDays: z.array(freeDays), national: z.array(freeDays) })
const given = z.strictObject({ firstDay: day, lastDay: day, name: line(60) })
const firstDayParam = z.object({ site: siteId, firstDay: day })

const common = ['not-signed-in', 'not-allowed', 'site-unknown', 'input-malformed'] as const
const clashes = ['days-reversed', 'days-long', 'days-overlap'] as const
const mayAdminister = mayAtSite('administer-site')

/** Days on which nobody at a site reads: a term counts none of them. */
export const freeDaysRoutes = ({ db, clock }: Deps) => {
  /** Changes the calendar and writes it down, or does neither. */
  const change = <Refused extends string>(
    { site, account }: Readonly<{ site: string; account: string }>,
    work: (tx: Deps['db']) => Promise<Refused | null>,
  ) =>
    transact(db, async (tx) => {
      const refusal = await work(tx)
      const event = { site, account, action: 'changed', subject: 'site', subjectId: site, detail: 'free-days' } as const
      if (refusal === null) await writeAudit(tx, event, clock.now())
      return refusal
    })

  return new Hono<StaffEnv>()
    .get(
      '/team/sites/:site/free-days',
      describe('The free days of a site', { answers: { 200: freeDaysView }, refusals: common }),
      validate('param', siteParam),
      mayAdminister,
      async (c) => {
        const found = await findSiteSettings(db, c.req.valid('param').site)
        if (!found) return refuseWith(c, 'site-unknown')
        const own = await calendarOf(db, found.id)
        return c.json({ freeDays: [...own], national: [...nationalHolidays(found.region)] }, 200)
      },
    )
    .post(
      '/team/sites/:site/free-days',
      describe('Add free days', { answers: { 204: null }, refusals: [...common, ...clashes] }),
      limitJson,
      validate('param', siteParam),
      mayAdminister,
      validate('json', given),
      async (c) => {
        const { site } = c.req.valid('param')
        const days = c.req.valid('json')
        const refusal = await change({ site, account: c.var.account }, (tx) => saveFreeDays(tx, site, days))
        return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
      },
    )
    .put(
      '/team/sites/:site/free-days/:firstDay',
      describe('Change free days', { answers: { 204: null }, refusals: [...common, ...clashes, 'days-unknown'] }),
      limitJson,
      validate('param', firstDayParam),
      mayAdminister,
      validate('json', given),
      async (c) => {
        const { site, firstDay } = c.req.valid('param')
        const days = c.req.valid('json')
        const refusal = await change({ site, account: c.var.account }, (tx) => saveFreeDays(tx, site, days, firstDay))
        return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
      },
    )
    .delete(
      '/team/sites/:site/free-days/:firstDay',
      describe('Take free days away', { answers: { 204: null }, refusals: [...common, 'days-unknown'] }),
      validate('param', firstDayParam),
      mayAdminister,
      async (c) => {
        const { site, firstDay } = c.req.valid('param')
        const refusal = await change({ site, account: c.var.account }, async (tx) =>
          (await removeFreeDays(tx, site, firstDay)) ? null : 'days-unknown',
        )
        return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
      },
    )
    .post(
      '/team/sites/:site/free-days/national',
      describe('Put the holidays of the region back', { answers: { 204: null }, refusals: common }),
      validate('param', siteParam),
      mayAdminister,
      async (c) => {
        const { site } = c.req.valid('param')
        await change({ site, account: c.var.account }, async (tx) => {
          await restoreNationalHolidays(tx, site)
          return null
        })
        return c.body(null, 204)
      },
    )
}
