import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { type Buckets, makeBuckets } from '../http/buckets.ts'
import { describe } from '../http/describe.ts'
import { limitJson, needsSpace } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { openDraft } from '../stores/drafts.ts'
import { hashOf } from '../stores/hashes.ts'
import { transact } from '../stores/transact.ts'
import { id, siteParam } from './inputs.ts'
import { draftView } from './views.ts'

/** More than anybody is told in an hour, and too little to fill a disk with. */
const perHour = 20

/**
 * Writing down what somebody told by word of mouth. The report itself goes in as any other, with a code for whoever told
 * it; only the draft is opened here, without the work that a stranger has to do for one.
 */
export const filingRoutes = ({ db, clock, random, hasFreeSpace }: Deps) => {
  const opened: Buckets = makeBuckets({ leakPerHour: perHour, brim: perHour }, clock.now)
  return new Hono<StaffEnv>().post(
    '/team/sites/:site/filings',
    describe('Open a draft for what a pupil or parent told', {
      answers: { 201: draftView },
      refusals: [
        'input-malformed',
        'not-signed-in',
        'not-allowed',
        'site-unknown',
        'too-large',
        'too-many',
        'storage-full',
      ],
    }),
    limitJson,
    needsSpace({ hasFreeSpace }),
    validate('param', siteParam),
    mayAtSite('file-report'),
    validate('json', z.strictObject({ report: id })),
    async (c) => {
      const { site } = c.req.valid('param')
      const { report } = c.req.valid('json')
      const { account } = c.var
      if (opened.level(account) >= perHour) return refuseWith(c, 'too-many')
      const token = random(32)
      await transact(db, async (tx) => {
        await openDraft(tx, { tokenHash: hashOf(token), site, today: clock.today() })
        const act = { action: 'filed', subject: 'report', subjectId: report } as const
        await writeAudit(tx, { ...act, site, account }, clock.now())
      })
      opened.rise(account)
      return c.json({ draft: Buffer.from(token).toString('base64url') }, 201)
    },
  )
}
