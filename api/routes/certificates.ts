import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../../db/connect.ts'
import { readCertificate } from '../../web/crypto/certificate.ts'
import type { Deps } from '../deps.ts'
import { isReceivingFunction } from '../domain/roles.ts'
import { factsOf } from '../domain/roster.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { type Refusal, refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { certifyGeneration, replaceCertificate } from '../stores/holders.ts'
import { findSiteKey } from '../stores/site-keys.ts'
import { loadRoster, type SiteRoster } from '../stores/site-roster.ts'
import { transact } from '../stores/transact.ts'
import { certificateText, siteParam } from './inputs.ts'
import { signedRight } from './signed-right.ts'

const signed = z.strictObject({ certificates: z.array(certificateText).min(1).max(400) })

/** What the director signed: stored only as far as it says what this school's own rows say, all of it or nothing. */
export const certificateRoutes = ({ db, clock, instance }: Deps) =>
  new Hono<StaffEnv>().post(
    '/team/sites/:site/certificates',
    describe('Put signed certificates in force', {
      answers: { 204: null },
      refusals: ['input-malformed', 'not-signed-in', 'not-allowed', 'site-unknown', 'certificate-wrong'],
    }),
    limitJson,
    validate('param', siteParam),
    mayAtSite('sign-holders'),
    validate('json', signed),
    async (c) => {
      const { site } = c.req.valid('param')
      const { certificates } = c.req.valid('json')
      const refusal = await transact(db, async (tx): Promise<Refusal | null> => {
        const roster = await loadRoster(tx, site, clock.today())
        const siteKey = (await findSiteKey(tx, site))?.siteKey ?? ''
        const read = certificates.map((certificate) => {
          const said = readCertificate(certificate, siteKey, { site, instance: instance.salt })
          const facts = said && factsOf(roster, said.holder)
          const confirmation = said && newestOf(roster, said.holder)?.confirmation
          return facts && signedRight(facts, said, clock.today(), confirmation) ? { said, certificate } : null
        })
        const right = read.filter((one) => one !== null)
        if (right.length < read.length) return 'certificate-wrong'
        for (const { said, certificate } of right) {
          await putInForce(tx, roster, site, said.holder, certificate)
          const event = { site, account: c.var.account, action: 'holder-signed', subject: said.kind } as const
          await writeAudit(tx, { ...event, subjectId: said.holder }, clock.now())
        }
        return null
      })
      return refusal === null ? c.body(null, 204) : refuseWith(c, refusal)
    },
  )

const newestOf = ({ generations }: SiteRoster, holder: string) => generations.find(({ role }) => role === holder)

async function putInForce(tx: Database, roster: SiteRoster, site: string, holder: string, certificate: string) {
  await replaceCertificate(tx, site, holder, certificate)
  const newest = newestOf(roster, holder)
  if (newest && isReceivingFunction(holder)) {
    await certifyGeneration(tx, site, holder, newest.generation, certificate)
  }
}
