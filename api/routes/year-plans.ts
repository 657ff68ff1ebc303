import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { schoolYearOf } from '../domain/school-year.ts'
import { askedEachYear } from '../domain/year-plan/asked.ts'
import { mayEditPlan } from '../domain/year-plan/editors.ts'
import { planFromProtocol, planFromYearBefore } from '../domain/year-plan/new-plan.ts'
import { changesOf, type ItemOwner, planLimits, refuseItem, sumsOf } from '../domain/year-plan/plan.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { mayAtSite, maySomewhere, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { calendarOf, listSites } from '../stores/sites.ts'
import { transact } from '../stores/transact.ts'
import { listPlanHistory, writePlanAudit } from '../stores/year-plan-history.ts'
import { listHeldRoles, listOwners, staffOfPlan } from '../stores/year-plan-staff.ts'
import {
  addMissing,
  addOwnItem,
  findItem,
  listPlan,
  listPlansOf,
  listPlanYears,
  lockPlans,
  type PlanKey,
  saveItem,
} from '../stores/year-plans.ts'
import {
  changedItem,
  historyView,
  itemParam,
  madeView,
  newItem,
  planParam,
  planSource,
  planView,
  sumsView,
  yearParam,
} from './year-plan-inputs.ts'

const common = ['not-signed-in', 'not-allowed', 'site-unknown', 'input-malformed'] as const
const ofDays = ['days-reversed', 'day-outside-year', 'day-ahead', 'staff-unknown'] as const

/** The yearly plan of a site: what it does against bullying in one school year (spoor 1 of the protocol). */
export const yearPlanRoutes = ({ db, clock, random, school }: Deps) => {
  const canEdit = async (tx: Deps['db'], staff: StaffEnv['Variables']['staff'], site: string) => {
    const own = staff.find((place) => place.site === site)?.roles ?? []
    return mayEditPlan(own, await listHeldRoles(tx, site, clock.today()))
  }
  const isOwnerThere = async (tx: Deps['db'], site: string, owner: ItemOwner) =>
    !('holder' in owner) || (await staffOfPlan(tx, site, clock.today())).holders.has(owner.holder)

  return new Hono<StaffEnv>()
    .get(
      '/team/sites/:site/year-plans/:year',
      describe('The plan of a site for one school year', { answers: { 200: planView }, refusals: common }),
      validate('param', planParam),
      mayAtSite('see-year-plan'),
      async (c) => {
        const key = c.req.valid('param')
        const [items, people, years, roles] = await Promise.all([
          listPlan(db, key),
          listOwners(db, key.site, clock.today()),
          listPlanYears(db, key.site),
          listHeldRoles(db, key.site, clock.today()),
        ])
        const mayEdit = await canEdit(db, c.var.staff, key.site)
        return c.json({ items: [...items], people, years: [...years], roles: [...roles], mayEdit }, 200)
      },
    )
    .post(
      '/team/sites/:site/year-plans/:year',
      describe('Add what a plan lacks, from the protocol or from the year before; what is there stays', {
        answers: { 200: madeView },
        refusals: [...common, 'coordinator-edits', 'year-not-open'],
      }),
      limitJson,
      validate('param', planParam),
      mayAtSite('edit-year-plan'),
      validate('json', planSource),
      async (c) => {
        const key = c.req.valid('param')
        const { source } = c.req.valid('json')
        const { account, staff } = c.var
        // A plan for later would be on days of which nobody knows yet whether the school is open.
        if (key.year > schoolYearOf(clock.today()) + 1) return refuseWith(c, 'year-not-open')
        const made = await transact(db, async (tx) => {
          if (!(await canEdit(tx, staff, key.site))) return null
          await lockPlans(tx, key.site)
          const there = (await listPlan(tx, key)).length
          const added = await addMissing(tx, key, await itemsFrom(tx, key, source))
          const change = source === 'protocol' ? 'made' : 'copied'
          if (added > 0) await writePlanAudit(tx, key, { account, at: clock.now() }, [change])
          return { added, there }
        })
        return made === null ? refuseWith(c, 'coordinator-edits') : c.json(made, 200)
      },
    )
    .post(
      '/team/sites/:site/year-plans/:year/items',
      describe('Add an item of the school’s own', {
        answers: { 204: null },
        refusals: [...common, ...ofDays, 'coordinator-edits', 'year-not-open', 'plan-full'],
      }),
      limitJson,
      validate('param', planParam),
      mayAtSite('edit-year-plan'),
      validate('json', newItem),
      async (c) => {
        const key = c.req.valid('param')
        const state = { ...c.req.valid('json'), doneOn: null, evidence: null, leftOut: null }
        const { account, staff } = c.var
        if (key.year > schoolYearOf(clock.today()) + 1) return refuseWith(c, 'year-not-open')
        const refusal = await transact(db, async (tx) => {
          if (!(await canEdit(tx, staff, key.site))) return 'coordinator-edits'
          const wrong = refuseItem(state, key.year, clock.today())
          if (wrong !== null) return wrong
          if (!(await isOwnerThere(tx, key.site, state.owner))) return 'staff-unknown'
          await lockPlans(tx, key.site)
          const own = (await listPlan(tx, key)).filter(({ section }) => section === null)
          if (own.length >= planLimits.ownItems) return 'plan-full'
          const id = Buffer.from(random(16)).toString('hex')
          await addOwnItem(tx, key, id, state)
          await writePlanAudit(tx, key, { account, at: clock.now() }, ['added'], id)
          return null
        })
        return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
      },
    )
    .put(
      '/team/sites/:site/year-plans/:year/items/:item',
      describe('Change an item, unless somebody else did meanwhile', {
        answers: { 204: null },
        refusals: [...common, ...ofDays, 'coordinator-edits', 'item-unknown', 'item-changed'],
      }),
      limitJson,
      validate('param', itemParam),
      mayAtSite('edit-year-plan'),
      validate('json', changedItem),
      async (c) => {
        const { item: id, ...key } = c.req.valid('param')
        const { version, title, ...rest } = c.req.valid('json')
        const { account, staff } = c.var
        const refusal = await transact(db, async (tx) => {
          if (!(await canEdit(tx, staff, key.site))) return 'coordinator-edits'
          const before = await findItem(tx, key, id)
          if (before === null) return 'item-unknown'
          // What the protocol asks is not for a site to put otherwise.
          if (title !== undefined && before.section !== null) return 'input-malformed'
          const after = { ...rest, title: title ?? before.title }
          const changes = changesOf(before, after)
          if (changes.length === 0) return null
          const wrong = refuseItem(after, key.year, clock.today())
          if (wrong !== null) return wrong
          if (changes.includes('owner') && !(await isOwnerThere(tx, key.site, after.owner))) return 'staff-unknown'
          if (!(await saveItem(tx, key, { id, version }, after))) return 'item-changed'
          await writePlanAudit(tx, key, { account, at: clock.now() }, changes, id)
          return null
        })
        return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
      },
    )
    .get(
      '/team/sites/:site/year-plans/:year/history',
      describe('Who changed what in a plan', { answers: { 200: historyView }, refusals: common }),
      validate('param', planParam),
      mayAtSite('see-year-plan'),
      async (c) => c.json(await listPlanHistory(db, c.req.valid('param')), 200),
    )
    .get(
      '/team/year-plans/:year/sums',
      describe('How far each site is with its plan', { answers: { 200: sumsView }, refusals: common }),
      validate('param', yearParam),
      maySomewhere('see-year-plan-sums'),
      async (c) => {
        const { year } = c.req.valid('param')
        const sites = await listSites(db)
        const plans = await listPlansOf(
          db,
          year,
          sites.map(({ id }) => id),
        )
        const view = sites.map(({ id, name }) => ({
          ...{ site: id, name, ...sumsOf(plans.get(id) ?? [], clock.today()) },
        }))
        return c.json(view, 200)
      },
    )

  async function itemsFrom(tx: Deps['db'], { site, year }: PlanKey, source: 'protocol' | 'year-before') {
    const staff = await staffOfPlan(tx, site, clock.today())
    const plan = { year, calendar: await calendarOf(tx, site), staff }
    return source === 'protocol'
      ? planFromProtocol(askedEachYear(school.protocol), plan)
      : planFromYearBefore(await listPlan(tx, { site, year: year - 1 }), plan)
  }
}
