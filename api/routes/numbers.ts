import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { wholeSchool } from '../domain/audit.ts'
import { halfId, yearId, yearOfPeriod } from '../domain/numbers/period.ts'
import { sitesSeenBy } from '../domain/numbers/who-sees.ts'
import { findProtocol, knownProtocols } from '../domain/protocol/registry.ts'
import { describe } from '../http/describe.ts'
import { maySomewhere, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { listPeriods, listPublished } from '../stores/numbers.ts'
import { listSites } from '../stores/sites.ts'
import { yearParam } from './year-plan-inputs.ts'

const common = ['not-signed-in', 'not-allowed', 'input-malformed'] as const

const yearsView = z.object({
  years: z.array(z.number()).describe('School years of which something was published, the newest first'),
})

const numbersView = z.object({
  periods: z.array(z.object({ id: z.string(), isDemonstration: z.boolean() })),
  sites: z.array(z.object({ site: z.string(), name: z.string() })).describe('Of which somebody sees the numbers'),
  counts: z.array(
    z.object({
      site: z.string().nullable().describe('Null is the whole school'),
      ...{ period: z.string(), measure: z.string(), code: z.string() },
      count: z.number().nullable().describe('Null is hidden'),
    }),
  ),
  labels: z.array(z.object({ measure: z.string(), code: z.string(), label: z.string() })),
})

/** Published numbers: every one in here may be seen by whoever may see any. */
export const numbersRoutes = ({ db }: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/numbers',
      describe('The school years of which there are numbers', { answers: { 200: yearsView }, refusals: common }),
      maySomewhere('see-numbers-of-school'),
      async (c) => {
        const years = (await listPeriods(db)).map(({ id }) => yearOfPeriod(id))
        return c.json({ years: [...new Set(years)].sort((a, b) => b - a) }, 200)
      },
    )
    .get(
      '/team/numbers/:year',
      describe('What was published of a school year', { answers: { 200: numbersView }, refusals: common }),
      validate('param', yearParam),
      maySomewhere('see-numbers-of-school'),
      async (c) => {
        const { year } = c.req.valid('param')
        const ids = [halfId({ year, half: 1 }), halfId({ year, half: 2 }), yearId(year)]
        const [all, periods] = await Promise.all([listSites(db), listPeriods(db)])
        const seen = sitesSeenBy(
          c.var.staff,
          all.map(({ id }) => id),
        )
        const counts = await listPublished(db, ids, [...seen, wholeSchool])
        return c.json(
          {
            periods: periods.filter(({ id }) => ids.includes(id)),
            sites: all.filter(({ id }) => seen.includes(id)).map(({ id, name }) => ({ site: id, name })),
            counts: counts.map(({ site, ...count }) => ({ site: site === wholeSchool ? null : site, ...count })),
            labels: protocolLabels(),
          },
          200,
        )
      },
    )

/** What the protocols call their ways in; a later one of the same key has the last word. */
const protocolLabels = () =>
  knownProtocols().flatMap((name) => {
    const { waysIn = [] } = findProtocol(name) ?? {}
    return waysIn.map(({ key, title }) => ({ measure: 'dossiers', code: key, label: title }))
  })
