import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { sitesWith } from '../domain/permissions.ts'
import { roles } from '../domain/roles.ts'
import {
  type Difference,
  type Listed,
  type Present,
  planGroups,
  planStaffList,
  type StaffListPlan,
} from '../domain/staff-list.ts'
import { hasStrayClasses, staffLimits } from '../domain/staff-post.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { maySomewhere, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { rehearse } from '../stores/rehearse.ts'
import { carryOut, listPresent, markOf } from '../stores/staff-list.ts'
import { transact } from '../stores/transact.ts'
import { siteId } from './inputs.ts'
import { personFields, placeFields } from './staff-inputs.ts'

const row = z.strictObject({ ...personFields, site: siteId, ...placeFields }).refine((place) => !hasStrayClasses(place))
const rows = z
  .array(row)
  .min(1)
  .max(staffLimits.rows)
  .refine((list) => new Set(list.map(({ site, email }) => `${site} ${email}`)).size === list.length)
const groups = z.array(z.enum(planGroups)).min(1)

const role = z.enum(roles)
const posts = z.object({ roles: z.array(role), classGroups: z.array(z.string()) })
const isExternal = z.boolean().nullable()
const person = z.object({ name: z.string(), email: z.string(), site: z.string(), isExternal })
const undone = z.object({
  holder: z.string(),
  site: z.string(),
  name: z.string(),
  role: role.nullable(),
  refusal: z.string(),
})
const planView = z.object({
  plan: z.string().describe('Stands for exactly this plan: carrying out another one is refused'),
  fresh: z.array(person.extend(posts.shape)),
  moved: z.array(person.extend({ to: z.string(), ...posts.shape })),
  changed: z.array(person.extend({ newName: z.string().nullable(), given: posts, taken: posts })),
  gone: z.array(person.extend(posts.shape)),
  same: z.int(),
  undone: z.array(undone).describe('What would stay as it is, because a report would lose its last reader'),
})
const refusals = ['not-signed-in', 'not-allowed', 'input-malformed'] as const

/** The list a school keeps of its staff: what differs, and making it so. */
export const staffListRoutes = ({ db, clock }: Deps) => {
  const planFor = async (
    c: { staff: StaffEnv['Variables']['staff']; account: string },
    list: readonly Listed[],
    from = db,
  ) => {
    const mine = sitesWith(c.staff, 'administer-school')
    if (!list.every(({ place }) => mine.includes(place.site))) return null
    return planStaffList(list, await listPresent(from, mine, clock.today()), c.account)
  }

  return new Hono<StaffEnv>()
    .post(
      '/team/staff-list/comparison',
      describe('What differs between a list and the school', { answers: { 200: planView }, refusals }),
      limitJson,
      maySomewhere('administer-school'),
      validate('json', z.strictObject({ rows })),
      async (c) => {
        const plan = await planFor(c.var, c.req.valid('json').rows.map(toListed))
        if (!plan) return refuseWith(c, 'not-allowed')
        const doing = { by: c.var.account, at: clock.now(), today: clock.today(), take: planGroups }
        const left = await rehearse(db, (tx) => carryOut(tx, plan, doing))
        return c.json(toView(plan, left), 200)
      },
    )
    .post(
      '/team/staff-list',
      describe('Make the school as the list says', {
        answers: { 200: z.object({ undone: z.array(undone) }) },
        refusals: [...refusals, 'list-moved'],
      }),
      limitJson,
      maySomewhere('administer-school'),
      validate('json', z.strictObject({ rows, plan: z.string().max(64), take: groups })),
      async (c) => {
        const { rows: given, plan: seen, take } = c.req.valid('json')
        const outcome = await transact(db, async (tx) => {
          const plan = await planFor(c.var, given.map(toListed), tx)
          if (!plan) return 'not-allowed'
          // Somebody else changed something since: nobody agreed to what would happen now.
          if (markOf(plan) !== seen) return 'list-moved'
          return carryOut(tx, plan, { by: c.var.account, at: clock.now(), today: clock.today(), take })
        })
        return typeof outcome === 'string' ? refuseWith(c, outcome) : c.json({ undone: [...outcome] }, 200)
      },
    )
}

const toListed = ({ name, email, isExternal, ...place }: z.infer<typeof row>): Listed => ({
  ...{ name, email, isExternal },
  place,
})

const postsOf = ({ roles: held, classGroups }: Difference['given']) => ({
  roles: [...held],
  classGroups: [...classGroups],
})
const whole = ({ name, email, isExternal, place }: Listed | Present) => ({
  ...{ name, email, isExternal, site: place.site },
  ...postsOf(place),
})

const toView = (plan: StaffListPlan, left: Awaited<ReturnType<typeof carryOut>>) => ({
  plan: markOf(plan),
  fresh: plan.fresh.map(whole),
  moved: plan.moved.map(({ from, to }) => ({ ...whole(to), site: from.place.site, to: to.place.site })),
  changed: plan.changed.map(({ person: { name, email, place }, newName, isExternal, given, taken }) => ({
    ...{ name, email, site: place.site, newName, isExternal },
    ...{ given: postsOf(given), taken: postsOf(taken) },
  })),
  gone: plan.gone.map(whole),
  same: plan.same,
  undone: [...left],
})
