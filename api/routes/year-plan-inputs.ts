import { z } from 'zod'
import { roles } from '../domain/roles.ts'
import { planChanges, planLimits } from '../domain/year-plan/plan.ts'
import { day, holderId, line, paragraph, siteId } from './inputs.ts'

/** In a path everything is text. */
const year = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number)
const itemId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

export const yearParam = z.object({ year })
export const planParam = z.object({ site: siteId, year })
export const itemParam = z.object({ site: siteId, year, item: itemId })

const owner = z.union([z.strictObject({ role: z.enum(roles) }), z.strictObject({ holder: holderId })])
const title = line(planLimits.title)

/** What is made of a plan: of what the protocol asks, or of the plan of a year ago. */
export const planSource = z.strictObject({ source: z.enum(['protocol', 'year-before']) })

const when = { owner, startsOn: day.nullable(), dueOn: day } as const

export const newItem = z.strictObject({ title, ...when })

/** The whole item as it should be. `version` is of the item that was read; `title` only for an item of the school's own. */
export const changedItem = z
  .strictObject({
    version: z.int().min(1).max(2_147_483_647),
    title: title.optional(),
    ...when,
    doneOn: day.nullable(),
    evidence: paragraph(planLimits.evidence).nullable(),
    leftOut: paragraph(planLimits.reason).nullable(),
  })
  // Nobody does what is left out.
  .refine(({ doneOn, leftOut }) => doneOn === null || leftOut === null)

const dayView = z.string().describe('YYYY-MM-DD')
const itemView = z.object({
  ...{ id: z.string(), version: z.number(), position: z.number(), title: z.string() },
  section: z.string().nullable().describe('Where the protocol asks it; null for an item of the school’s own'),
  asks: z.string().nullable(),
  owner: z.union([z.object({ role: z.enum(roles) }), z.object({ holder: z.string() })]),
  ...{ startsOn: dayView.nullable(), dueOn: dayView, doneOn: dayView.nullable() },
  ...{ evidence: z.string().nullable(), leftOut: z.string().nullable() },
})

export const planView = z.object({
  items: z.array(itemView).describe('Empty when there is no plan'),
  people: z.array(z.object({ holder: z.string(), name: z.string(), isHere: z.boolean() })),
  roles: z.array(z.enum(roles)).describe('That anybody at the site holds'),
  years: z.array(z.number()).describe('School years with a plan'),
  mayEdit: z.boolean(),
})

export const madeView = z.object({ added: z.number(), there: z.number() })

export const historyView = z.array(
  z.object({
    item: z.string().nullable(),
    change: z.enum(planChanges),
    on: dayView,
    name: z.string().nullable(),
  }),
)

export const sumsView = z.array(
  z.object({ site: z.string(), name: z.string(), done: z.number(), late: z.number(), total: z.number() }),
)
