import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../../db/connect.ts'
import type { Deps } from '../deps.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import type { Period } from '../domain/ownership.ts'
import { isReceivingFunction } from '../domain/roles.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { ownHolder } from '../http/own-holder.ts'
import { type Refusal, refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { endDeputy, listAbsencesOf, moveDeputy, planDeputy } from '../stores/deputies.ts'
import { listPeople } from '../stores/holders.ts'
import { transact } from '../stores/transact.ts'
import { day, holderId, siteParam } from './inputs.ts'
import { absencesView } from './people-views.ts'

const longestDays = 120
const furthestDays = 365
const period = z.strictObject({ firstDay: day, lastDay: day })
const planned = period.extend({ deputy: holderId })

const refusals = [
  'input-malformed',
  'not-signed-in',
  'not-allowed',
  'site-unknown',
] as const satisfies readonly Refusal[]
const answers = (...more: readonly Refusal[]) => ({ answers: { 204: null }, refusals: [...refusals, ...more] })

/** Who stands in for me while I am away, now or later. Keys go from browser to browser; here they are only kept back. */
export const deputyRoutes = ({ db, clock }: Deps) => {
  const change = async (c: Context<StaffEnv>, what: (tx: Database) => Promise<Refusal | null>) => {
    const refusal = await transact(db, what)
    return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
  }
  const did = (c: Context<StaffEnv>, site: string, action: 'deputised' | 'removed', deputy: string) => ({
    ...{ site, account: c.var.account, action, subject: 'staff' as const, subjectId: deputy },
  })
  return new Hono<StaffEnv>()
    .get(
      '/team/sites/:site/deputies',
      describe('My own deputy, and whom I stand in for', { answers: { 200: absencesView }, refusals }),
      validate('param', siteParam),
      mayAtSite('handle-reports'),
      async (c) => {
        const { site } = c.req.valid('param')
        const own = ownHolder(c, site)
        const rows = await listAbsencesOf(db, site, own)
        const people = rows.length === 0 ? [] : await listPeople(db, site, clock.today())
        const nameOf = (holder: string) => people.find((person) => person.holder === holder)?.name ?? ''
        const view = rows.map(({ site: _, ...absence }) => ({
          ...absence,
          name: nameOf(absence.absent === own ? absence.deputy : absence.absent),
        }))
        return c.json(view, 200)
      },
    )
    .post(
      '/team/sites/:site/deputies',
      describe('Let a colleague stand in for me, from today or later', {
        ...answers('staff-unknown', 'owner-needed', 'deputy-away', 'absence-there'),
      }),
      limitJson,
      validate('param', siteParam),
      mayAtSite('handle-reports'),
      validate('json', planned),
      (c) =>
        change(c, async (tx) => {
          const { site } = c.req.valid('param')
          const given = c.req.valid('json')
          const today = clock.today()
          if (given.firstDay < today || !isPeriod(given, today)) return 'input-malformed'
          const own = c.var.staff.find((place) => place.site === site)?.roles ?? []
          const roles = own.filter(isReceivingFunction)
          const refusal = await planDeputy(tx, { site, absent: ownHolder(c, site), ...given, roles }, today)
          if (refusal) return refusal
          await writeAudit(tx, { ...did(c, site, 'deputised', given.deputy), detail: given.lastDay }, clock.now())
          return null
        }),
    )
    .put(
      '/team/sites/:site/deputies',
      describe('Other days for my absence', answers('absence-unknown', 'owner-needed', 'deputy-away', 'absence-there')),
      limitJson,
      validate('param', siteParam),
      mayAtSite('handle-reports'),
      validate('json', period),
      (c) =>
        change(c, async (tx) => {
          const { site } = c.req.valid('param')
          const given = c.req.valid('json')
          const today = clock.today()
          if (given.lastDay < today || !isPeriod(given, today)) return 'input-malformed'
          const moved = await moveDeputy(tx, { site, absent: ownHolder(c, site), ...given }, today)
          if (moved.refusal !== null) return moved.refusal
          await writeAudit(tx, { ...did(c, site, 'deputised', moved.deputy), detail: given.lastDay }, clock.now())
          return null
        }),
    )
    .delete(
      '/team/sites/:site/deputies',
      describe('I am back, or I am not going: nobody stands in for me any more', answers()),
      validate('param', siteParam),
      mayAtSite('handle-reports'),
      (c) =>
        change(c, async (tx) => {
          const { site } = c.req.valid('param')
          const own = ownHolder(c, site)
          const mine = (await listAbsencesOf(tx, site, own)).filter(({ absent }) => absent === own)
          for (const absence of mine) {
            await endDeputy(tx, absence, clock.today())
            await writeAudit(tx, did(c, site, 'removed', absence.deputy), clock.now())
          }
          return null
        }),
    )
}

const isPeriod = ({ firstDay, lastDay }: Period, today: LocalDate) =>
  lastDay >= firstDay && lastDay <= addDays(firstDay, longestDays) && firstDay <= addDays(today, furthestDays)
