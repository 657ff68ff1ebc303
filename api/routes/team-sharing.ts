import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../../db/connect.ts'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import type { Deps } from '../deps.ts'
import { type Outcome, refuse } from '../domain/outcome.ts'
import { hasEscrow } from '../domain/roles.ts'
import { describe } from '../http/describe.ts'
import { limitJson, needsSpace } from '../http/limits.ts'
import { type Refusal, refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { certificatesFor } from '../stores/certificates.ts'
import { findColleagues } from '../stores/colleagues.ts'
import { startEpoch } from '../stores/epochs.ts'
import { vouchedSites } from '../stores/neighbours.ts'
import { functionsOf } from '../stores/readers.ts'
import type { Placed } from '../stores/replies.ts'
import { type ReportAct, writeReportAudit } from '../stores/report-audit.ts'
import { findReader, type ReportReader } from '../stores/report-reader.ts'
import type { ReportKey } from '../stores/reports.ts'
import { leave, share } from '../stores/sharing.ts'
import { findSiteKey } from '../stores/site-keys.ts'
import { transact } from '../stores/transact.ts'
import { after, epoch, id, newEpoch, readerId, sealed, sealedMessage, siteId, siteParam } from './inputs.ts'
import { colleaguesView } from './sharing-views.ts'
import { sequenceView } from './views.ts'

const reportParam = z.object({ site: siteId, report: id })
const granted = z.strictObject({
  holder: readerId,
  message: sealedMessage,
  grants: z.array(z.strictObject({ epoch, sealed })).min(1).max(1_000),
})
/** `standsIn`: for as long as the one who shares is away. */
const newShare = granted.extend({ epoch, after, standsIn: z.boolean().default(false) })
const newLeave = z.strictObject({
  epoch,
  after,
  holder: readerId,
  isInvolved: z.boolean(),
  message: sealedMessage,
  share: granted.optional(),
})
const name = z.string().trim().max(100)
const search = z.strictObject({ name })
const searchAt = z.strictObject({ name, at: siteId })

/** As many as fit on a screen; whoever is not among them is found by more of the name. */
const mostFound = 24
const shortestName = 2

const moving = ['input-malformed', 'not-signed-in', 'report-unknown', 'epoch-old', 'conversation-moved'] as const
const writing = [...moving, 'message-different', 'not-sealed', 'too-large', 'storage-full'] as const
const giving = [...writing, 'key-due', 'holder-unknown', 'reader-out', 'grants-wrong'] as const

/** Giving a report to somebody else, and leaving it to them. */
export const teamSharingRoutes = ({ db, clock, hasFreeSpace }: Deps) => {
  const space = needsSpace({ hasFreeSpace })

  /** One transaction: the right to read, the change, and what is written down about it. */
  const change = <Done extends Outcome<Placed, Refusal>>(
    account: string,
    key: ReportKey,
    act: ReportAct | null,
    work: (tx: Database, reader: ReportReader) => Promise<Done>,
  ) =>
    transact(db, async (tx) => {
      const reader = await findReader(tx, account, key, clock.today())
      if (!reader) return refuse('report-unknown')
      const outcome = await work(tx, reader)
      if (outcome.ok && outcome.value.isNew && act) {
        await writeReportAudit(tx, key, { account, reader }, act, clock.now())
      }
      return outcome
    })

  const colleaguesAt = async (site: string, part: string) => {
    const [state, functions] = await Promise.all([findSiteKey(db, site), functionsOf(db, site, clock.today())])
    const wanted = { most: mostFound, today: clock.today() }
    const people = part.length < shortestName ? [] : await findColleagues(db, site, part, wanted)
    const offered = await Promise.all(
      functions.map(async ({ role, certificate }) => ({
        ...{ role, certificate },
        evidence: hasEscrow(role) ? [] : [...(await certificatesFor(db, site, [role]))],
      })),
    )
    return { siteKey: state?.siteKey ?? null, functions: offered, people: [...people] }
  }

  return new Hono<StaffEnv>()
    .post(
      '/team/sites/:site/colleagues',
      describe('Functions and colleagues who can be given a report', {
        answers: { 200: colleaguesView },
        refusals: ['input-malformed', 'not-signed-in', 'not-allowed', 'site-unknown', 'too-large'],
      }),
      limitJson,
      validate('param', siteParam),
      mayAtSite('handle-reports'),
      validate('json', search),
      async (c) => {
        return c.json(await colleaguesAt(c.req.valid('param').site, c.req.valid('json').name), 200)
      },
    )
    .post(
      '/team/reports/:site/:report/colleagues',
      describe('Who can be given this report, at its own site or one that this vouches for', {
        answers: { 200: colleaguesView },
        refusals: ['input-malformed', 'not-signed-in', 'report-unknown', 'site-unknown', 'too-large'],
      }),
      limitJson,
      validate('param', reportParam),
      validate('json', searchAt),
      async (c) => {
        const key = c.req.valid('param')
        const { name: part, at } = c.req.valid('json')
        if (!(await findReader(db, c.var.account, key, clock.today()))) return refuseWith(c, 'report-unknown')
        const isOffered = at === key.site || (await vouchedSites(db, key.site)).includes(at)
        return isOffered ? c.json(await colleaguesAt(at, part), 200) : refuseWith(c, 'site-unknown')
      },
    )
    .post(
      '/team/reports/:site/:report/epochs',
      describe('Renew a key that is due, for those who remain', {
        answers: { 201: sequenceView, 200: sequenceView },
        refusals: [...writing, 'holder-unknown', 'reader-out', 'grants-wrong'],
      }),
      limitJson,
      space,
      validate('param', reportParam),
      validate('json', newEpoch),
      async (c) => {
        const key = c.req.valid('param')
        const next = c.req.valid('json')
        const files = [next.announcement, ...next.grants, ...next.earlierGrants].map((one) => one.sealed)
        if (![next.reporterGrant, ...files].every(looksSealed)) return refuseWith(c, 'not-sealed')
        const outcome = await change(c.var.account, key, null, (tx) =>
          startEpoch(tx, key, next, clock.today(), 'staff'),
        )
        if (!outcome.ok) return refuseWith(c, outcome.refusal)
        const { sequence, isNew } = outcome.value
        return c.json({ sequence }, isNew ? 201 : 200)
      },
    )
    .post(
      '/team/reports/:site/:report/shares',
      describe('Let somebody read along', { answers: { 201: sequenceView, 200: sequenceView }, refusals: giving }),
      limitJson,
      space,
      validate('param', reportParam),
      validate('json', newShare),
      async (c) => {
        const key = c.req.valid('param')
        const { standsIn, ...given } = c.req.valid('json')
        if (!areSealed(given)) return refuseWith(c, 'not-sealed')
        const act = { action: 'shared', holder: given.holder } as const
        const outcome = await change(c.var.account, key, act, (tx, { staff }) =>
          share(tx, key, { ...given, standsInFor: standsIn ? staff.holder : undefined }, clock.today()),
        )
        if (!outcome.ok) return refuseWith(c, outcome.refusal)
        const { sequence, isNew } = outcome.value
        return c.json({ sequence }, isNew ? 201 : 200)
      },
    )
    .post(
      '/team/reports/:site/:report/leavings',
      describe('Stop reading, or stay out because I am involved', {
        answers: { 201: sequenceView, 200: sequenceView },
        refusals: [...giving, 'owner-needed'],
      }),
      limitJson,
      space,
      validate('param', reportParam),
      validate('json', newLeave),
      async (c) => {
        const key = c.req.valid('param')
        const leaving = c.req.valid('json')
        const isSealed =
          looksSealed(leaving.message.sealed) && (leaving.share === undefined || areSealed(leaving.share))
        if (!isSealed) return refuseWith(c, 'not-sealed')
        const holder = leaving.share?.holder ?? leaving.holder
        const handedOn = leaving.share ? 'shared' : 'removed'
        const act = { action: leaving.isInvolved ? 'recused' : handedOn, holder } as const
        const outcome = await change(c.var.account, key, act, (tx, reader) =>
          leave(tx, key, reader, leaving, clock.today()),
        )
        if (!outcome.ok) return refuseWith(c, outcome.refusal)
        const { sequence, isNew } = outcome.value
        return c.json({ sequence }, isNew ? 201 : 200)
      },
    )
}

const areSealed = ({ message, grants }: z.infer<typeof granted>): boolean =>
  [message, ...grants].every((one) => looksSealed(one.sealed))
