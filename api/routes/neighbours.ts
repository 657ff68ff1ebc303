import { Hono } from 'hono'
import { z } from 'zod'
import { readNeighbour } from '../../web/crypto/neighbour.ts'
import type { Deps } from '../deps.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { type Refusal, refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { listNeighbours, storeNeighbour } from '../stores/neighbours.ts'
import { findSiteKey } from '../stores/site-keys.ts'
import { transact } from '../stores/transact.ts'
import { withdrawNeighbour } from '../stores/withdraw.ts'
import { siteId, siteParam } from './inputs.ts'

const refusals = [
  'input-malformed',
  'not-signed-in',
  'not-allowed',
  'site-unknown',
] as const satisfies readonly Refusal[]

const neighbourParam = siteParam.extend({ neighbour: siteId })
const signed = z.strictObject({ statement: z.string().min(1).max(2_000) })

const neighboursView = z.array(
  z.object({
    site: z.string(),
    name: z.string(),
    siteKey: z.string().nullable().describe('As the server names it: to be compared with paper'),
    statement: z.string().nullable().describe('What this site signed about that key'),
  }),
)

/** The other sites that a site vouches for, so that reports can be shared with people there. */
export const neighbourRoutes = ({ db, clock, instance }: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/sites/:site/neighbours',
      describe('The other sites of the school, and for which this one vouches', {
        answers: { 200: neighboursView },
        refusals,
      }),
      validate('param', siteParam),
      mayAtSite('sign-holders'),
      async (c) => c.json([...(await listNeighbours(db, c.req.valid('param').site))], 200),
    )
    .put(
      '/team/sites/:site/neighbours/:neighbour',
      describe('Vouch for the key of another site', {
        answers: { 204: null },
        refusals: [...refusals, 'certificate-wrong'],
      }),
      limitJson,
      validate('param', neighbourParam),
      mayAtSite('sign-holders'),
      validate('json', signed),
      async (c) => {
        const { site, neighbour } = c.req.valid('param')
        const { statement } = c.req.valid('json')
        const refusal = await transact(db, async (tx): Promise<Refusal | null> => {
          const [own, other] = await Promise.all([findSiteKey(tx, site), findSiteKey(tx, neighbour)])
          if (!own || !other) return 'site-unknown'
          const expect = { site, neighbour, instance: instance.salt }
          const said = readNeighbour(statement, own.siteKey ?? '', expect)
          const isSo = said?.siteKey === other.siteKey && said.name === other.siteName
          if (!isSo || said.issuedOn !== clock.today()) return 'certificate-wrong'
          await storeNeighbour(tx, site, neighbour, statement)
          const event = { site, account: c.var.account, action: 'site-vouched', subject: 'site' } as const
          await writeAudit(tx, { ...event, subjectId: neighbour }, clock.now())
          return null
        })
        return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
      },
    )
    .delete(
      '/team/sites/:site/neighbours/:neighbour',
      describe('Stop vouching for another site: nobody there reads what stands here any more', {
        answers: { 204: null },
        refusals: [...refusals, 'owner-needed'],
      }),
      validate('param', neighbourParam),
      mayAtSite('sign-holders'),
      async (c) => {
        const { site, neighbour } = c.req.valid('param')
        const outcome = await transact(db, async (tx) => {
          const withdrawn = await withdrawNeighbour(tx, site, neighbour, clock.today())
          const event = { site, account: c.var.account, action: 'site-withdrawn', subject: 'site' } as const
          if (withdrawn === 'done') await writeAudit(tx, { ...event, subjectId: neighbour }, clock.now())
          return withdrawn
        })
        return outcome === 'owner-needed' ? refuseWith(c, outcome) : c.body(null, 204)
      },
    )
