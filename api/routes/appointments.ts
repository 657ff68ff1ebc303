import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../../db/connect.ts'
import type { Deps } from '../deps.ts'
import { addDays, type LocalDate, localDate } from '../domain/local-date.ts'
import { isReceivingFunction, roles } from '../domain/roles.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { ownHolder } from '../http/own-holder.ts'
import { type Refusal, refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { appoint, leaveSite, removeFromPost } from '../stores/appointments.ts'
import { writeAudit } from '../stores/audit.ts'
import { endDeputy, listAbsencesOf, startDeputy } from '../stores/deputies.ts'
import { listPeople } from '../stores/holders.ts'
import { transact } from '../stores/transact.ts'
import { holderId, siteId, siteParam } from './inputs.ts'
import { absencesView, peopleView } from './people-views.ts'

const postParam = z.object({ site: siteId, role: z.enum(roles), holder: holderId })
const personParam = z.object({ site: siteId, holder: holderId })
const longestDays = 120
const deputy = z.strictObject({ deputy: holderId, lastDay: z.iso.date().transform((day) => localDate(day)) })

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

/** Who does what at a site, who leaves, and who stands in. Keys go from browser to browser; here they are only taken. */
export const appointmentRoutes = ({ db, clock }: Deps) => {
  const change = async (c: Context<StaffEnv>, what: (tx: Database) => Promise<Refusal | null>) => {
    const refusal = await transact(db, what)
    return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
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
          const refusal = await removeFromPost(tx, { site, role, holder, today: clock.today() })
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
          const left = await leaveSite(tx, { site, holder, today: clock.today() })
          if (left.refusal) return left.refusal
          const event = { site, account: c.var.account, action: 'removed', subject: 'staff' } as const
          await writeAudit(tx, { ...event, subjectId: holder }, clock.now())
          return null
        }),
    )
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
        const view = rows.map(({ absent, deputy: standIn, lastDay }) => ({
          ...{ absent, deputy: standIn, lastDay, name: nameOf(absent === own ? standIn : absent) },
        }))
        return c.json(view, 200)
      },
    )
    .post(
      '/team/sites/:site/deputies',
      describe('Let a colleague stand in for me from today', answers),
      limitJson,
      validate('param', siteParam),
      mayAtSite('handle-reports'),
      validate('json', deputy),
      (c) =>
        change(c, async (tx) => {
          const { site } = c.req.valid('param')
          const given = c.req.valid('json')
          const firstDay = clock.today()
          if (!isPeriod(firstDay, given.lastDay)) return 'input-malformed'
          const absent = ownHolder(c, site)
          const own = c.var.staff.find((place) => place.site === site)?.roles ?? []
          const held = own.filter(isReceivingFunction)
          const refusal = await startDeputy(tx, { site, absent, ...given, roles: held, firstDay })
          if (refusal) return refusal
          const event = { site, account: c.var.account, action: 'deputised', subject: 'staff' } as const
          await writeAudit(tx, { ...event, subjectId: given.deputy, detail: given.lastDay }, clock.now())
          return null
        }),
    )
    .delete(
      '/team/sites/:site/deputies',
      describe('I am back: nobody stands in for me any more', answers),
      validate('param', siteParam),
      mayAtSite('handle-reports'),
      (c) =>
        change(c, async (tx) => {
          const { site } = c.req.valid('param')
          const own = ownHolder(c, site)
          const mine = (await listAbsencesOf(tx, site, own)).filter(({ absent }) => absent === own)
          for (const absence of mine) {
            await endDeputy(tx, absence, clock.today())
            const event = { site, account: c.var.account, action: 'removed', subject: 'staff' } as const
            await writeAudit(tx, { ...event, subjectId: absence.deputy }, clock.now())
          }
          return null
        }),
    )
}

const isPeriod = (firstDay: LocalDate, lastDay: LocalDate) =>
  lastDay >= firstDay && lastDay <= addDays(firstDay, longestDays)
