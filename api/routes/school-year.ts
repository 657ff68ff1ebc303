import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { roles } from '../domain/roles.ts'
import { staffLimits } from '../domain/staff-post.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refusalStatus } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { listForYear, turnYearOver, YearRefused } from '../stores/school-year.ts'
import { transact } from '../stores/transact.ts'
import { holderId, line, siteParam } from './inputs.ts'

const peopleView = z.array(
  z.object({
    ...{ holder: z.string(), name: z.string(), isSelf: z.boolean() },
    ...{ roles: z.array(z.enum(roles)), classGroups: z.array(z.string()) },
    ...{ hasKeys: z.boolean(), hasSheet: z.boolean(), isSigned: z.boolean() },
  }),
)
const holders = (most: number) =>
  z
    .array(holderId)
    .max(most)
    .transform((list) => [...new Set(list)])
const newYear = z.strictObject({
  leavers: holders(500),
  classes: z
    .array(z.strictObject({ name: line(staffLimits.classGroup), mentors: holders(5) }))
    .max(400)
    .refine((classes) => new Set(classes.map(({ name }) => name)).size === classes.length),
})
const refusals = ['not-signed-in', 'not-allowed', 'site-unknown', 'input-malformed'] as const

/** The turn of the school year at one site. */
export const schoolYearRoutes = ({ db, clock }: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/sites/:site/school-year',
      describe('Who works at the site, with their classes', { answers: { 200: peopleView }, refusals }),
      validate('param', siteParam),
      mayAtSite('administer-school'),
      async (c) => {
        const people = await listForYear(db, c.req.valid('param').site, clock.today())
        const view = people.map(({ account, roles: held, ...person }) => ({
          ...{ ...person, roles: [...held], isSelf: account === c.var.account },
        }))
        return c.json(view, 200)
      },
    )
    .post(
      '/team/sites/:site/school-year',
      describe('Turn the year over: leavers, classes and mentors, all of it or nothing', {
        answers: { 204: null },
        refusals: [...refusals, 'staff-unknown', 'own-appointment', 'owner-needed'],
      }),
      limitJson,
      validate('param', siteParam),
      mayAtSite('administer-school'),
      validate('json', newYear),
      async (c) => {
        const { site } = c.req.valid('param')
        const turn = { site, by: c.var.account, today: clock.today(), at: clock.now() }
        const given = c.req.valid('json')
        try {
          await transact(db, (tx) => turnYearOver(tx, turn, given))
          return c.body(null, 204)
        } catch (error) {
          if (!(error instanceof YearRefused)) throw error
          const { refusal, holder } = error
          return c.json({ refusal, holder }, refusalStatus[refusal])
        }
      },
    )
