import { Hono } from 'hono'
import { z } from 'zod'
import { smallest } from '../../survey/release/protect.ts'
import type { Deps } from '../deps.ts'
import { wholeSchool } from '../domain/audit.ts'
import { gistCodes, gistMeasures } from '../domain/numbers/gist-counts.ts'
import { total } from '../domain/numbers/measures.ts'
import { halfId, yearId, yearOfPeriod } from '../domain/numbers/period.ts'
import { sitesSeenBy } from '../domain/numbers/who-sees.ts'
import { findProtocol, knownProtocols } from '../domain/protocol/registry.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { mayAtSite, maySomewhere, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { listPeriods, listPublished, publishMore } from '../stores/numbers.ts'
import { listSites } from '../stores/sites.ts'
import { transact } from '../stores/transact.ts'
import { siteId } from './inputs.ts'
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

const period = z.string().regex(/^20\d\d(-[12])?$/)
const known = new Set(
  gistMeasures.flatMap((measure) => [total, ...gistCodes[measure]].map((code) => `${measure} ${code}`)),
)

/** What a browser counted, with everything small hidden: a small number is refused, whoever sends it. */
const moreCounts = z.strictObject({
  counts: z
    .array(
      z
        .strictObject({
          ...{ period, measure: z.enum(gistMeasures), code: z.string().max(40) },
          count: z.union([z.literal(0), z.int().min(smallest).max(100_000)]).nullable(),
        })
        .refine(({ measure, code }) => known.has(`${measure} ${code}`)),
    )
    .min(1)
    .max(2 * known.size),
})

/** Published numbers: every one in here may be seen by whoever may see any. */
export const numbersRoutes = ({ db, clock }: Deps) =>
  new Hono<StaffEnv>()
    .post(
      '/team/sites/:site/numbers',
      describe('Publish what only a browser could count, once', {
        answers: { 200: z.object({ isPublished: z.boolean().describe('False when that was done before') }) },
        refusals: [...common, 'site-unknown'],
      }),
      limitJson,
      validate('param', z.object({ site: siteId })),
      mayAtSite('publish-numbers'),
      validate('json', moreCounts),
      async (c) => {
        const { site } = c.req.valid('param')
        const { counts } = c.req.valid('json')
        const { account } = c.var
        const isPublished = await transact(db, async (tx) => {
          if (!(await publishMore(tx, site, counts))) return false
          const what = { action: 'changed', subject: 'site', subjectId: site, detail: 'numbers' } as const
          await writeAudit(tx, { site, account, ...what }, clock.now())
          return true
        })
        return c.json({ isPublished }, 200)
      },
    )
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
