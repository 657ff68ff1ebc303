import { Hono } from 'hono'
import { z } from 'zod'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import type { Deps } from '../deps.ts'
import { answerBy, closedOn } from '../domain/calendar.ts'
import { describe } from '../http/describe.ts'
import { draftOf } from '../http/draft-token.ts'
import { limitJson, needsSpace } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { validate } from '../http/validate.ts'
import { hashOf } from '../stores/hashes.ts'
import { queueUrgentMails } from '../stores/mail-rounds.ts'
import { calendarOf, findSite } from '../stores/sites.ts'
import { submit } from '../stores/submissions.ts'
import { transact } from '../stores/transact.ts'
import { attachments, exactly, grants, id, sealed, sealedMessage, siteId } from './inputs.ts'
import { receiptView } from './views.ts'

const submission = z.strictObject({
  report: id,
  site: siteId,
  urgent: z.boolean(),
  lookup: exactly(16),
  proof: exactly(32),
  reporterGrant: sealed,
  grants,
  message: sealedMessage,
  attachments,
})

/** Melding insturen: one request, one transaction. What it answers was stored. */
export const reportRoutes = ({ db, clock, school, hasFreeSpace, isMailSent = false }: Deps) =>
  new Hono().post(
    '/reports',
    describe('Send a report', {
      answers: { 201: receiptView, 200: receiptView },
      refusals: [
        'input-malformed',
        'draft-unknown',
        'draft-used',
        'report-taken',
        'site-unknown',
        'site-closed',
        'holder-unknown',
        'grants-wrong',
        'attachment-incomplete',
        'not-sealed',
        'too-large',
        'storage-full',
      ],
    }),
    limitJson,
    needsSpace({ hasFreeSpace }),
    validate('json', submission),
    async (c) => {
      const tokenHash = draftOf(c.req.header('authorization'))
      if (tokenHash === null) return refuseWith(c, 'draft-unknown')
      const { lookup, proof, ...input } = c.req.valid('json')
      const files = [input.reporterGrant, input.message.sealed, ...input.grants.map((grant) => grant.sealed)]
      if (!files.every(looksSealed)) return refuseWith(c, 'not-sealed')

      const hashes = { lookupHash: hashOf(lookup), proofHash: hashOf(proof) }
      const outcome = await transact(db, async (tx) => {
        const submitted = await submit(tx, tokenHash, { ...input, ...hashes }, clock.today())
        if (isMailSent && submitted.ok && submitted.value.isNew && input.urgent)
          await queueUrgentMails(tx, submitted.value.report, clock.today())
        return submitted
      })
      if (!outcome.ok) return refuseWith(c, outcome.refusal)
      const { report, isNew } = outcome.value
      const [calendar, site] = await Promise.all([calendarOf(db, report.site), findSite(db, report.site)])
      const term = site?.answerWithin ?? school.answerWithinSchoolDays
      const receipt = {
        receivedOn: report.receivedOn,
        answerBy: answerBy(report.receivedOn, term, calendar),
        closed: closedOn(report.receivedOn, calendar),
      }
      return c.json(receipt, isNew ? 201 : 200)
    },
  )
