import { Hono } from 'hono'
import { z } from 'zod'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import type { Deps } from '../deps.ts'
import { type Buckets, makeBuckets } from '../http/buckets.ts'
import { describe } from '../http/describe.ts'
import { hashOfDraftToken } from '../http/draft-token.ts'
import { limitJson, needsSpace } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { type ReporterEnv, reporterOnly } from '../http/reporter.ts'
import { validate } from '../http/validate.ts'
import { findChunk } from '../stores/attachments.ts'
import { listAway } from '../stores/away.ts'
import { loadConversation, withText } from '../stores/conversations.ts'
import { openDraft } from '../stores/drafts.ts'
import { startEpoch } from '../stores/epochs.ts'
import { listReporterGrants } from '../stores/grants.ts'
import { hashOf } from '../stores/hashes.ts'
import { reply } from '../stores/replies.ts'
import { findReport } from '../stores/reports.ts'
import { transact } from '../stores/transact.ts'
import { after, attachments, chunkParam, epoch, id, newEpoch, sealed } from './inputs.ts'
import { conversationView, draftView, sequenceView } from './views.ts'

const newMessage = z.strictObject({ id, epoch, after, sealed, attachments, draft: z.string().max(43).optional() })

/** More than anybody writes by hand, and too little to fill a disk with. */
const perHour = 60

/** A draft takes files of a hundred megabytes, so there are fewer of them. */
const draftWeight = 6

/** Mijn melding: what the holder of an access code can do. The code itself never comes here. */
export const conversationRoutes = ({ db, clock, random, school, hasFreeSpace }: Deps, drafts: Buckets) => {
  const writes = makeBuckets({ leakPerHour: perHour, brim: perHour }, clock.now)
  const space = needsSpace({ hasFreeSpace })

  return new Hono<ReporterEnv>()
    .use('/conversation/*', reporterOnly(db))
    .get(
      '/conversation',
      describe('The conversation of an access code', {
        answers: { 200: conversationView },
        refusals: ['code-unknown', 'report-erased'],
      }),
      async (c) => {
        const report = await findReport(db, c.var.report)
        if (!report) return refuseWith(c, 'code-unknown')
        const conversation = await loadConversation(db, report, clock.today(), school.answerWithinSchoolDays)
        const own = await listReporterGrants(db, report)
        const reading = conversation.readers.filter(({ epoch: of }) => of === report.epoch).map(({ holder }) => holder)
        const absent = await listAway(db, report.site, reading, { today: clock.today(), isPublic: false })
        // Of who could read along for them too, so that the reporter can say yes to a key that is checked.
        const certificates: readonly string[] = [
          ...conversation.certificates,
          ...absent.map(({ certificate }) => certificate),
        ]
        const away = absent.map(({ certificate: _, ...one }) => one)
        return c.json({ ...conversation, certificates, grants: own.map(withText), away }, 200)
      },
    )
    .post(
      '/conversation/messages',
      describe('Write back', {
        answers: { 201: sequenceView, 200: sequenceView },
        refusals: [
          'input-malformed',
          'code-unknown',
          'report-erased',
          'report-unknown',
          'draft-unknown',
          'draft-used',
          'epoch-old',
          'key-due',
          'conversation-moved',
          'message-different',
          'not-sealed',
          'attachment-incomplete',
          'too-large',
          'too-many',
          'storage-full',
        ],
      }),
      limitJson,
      space,
      validate('json', newMessage),
      async (c) => {
        const { draft, attachments: claims, ...message } = c.req.valid('json')
        if (!looksSealed(message.sealed)) return refuseWith(c, 'not-sealed')
        if (writes.level(c.var.report.report) >= perHour) return refuseWith(c, 'too-many')
        const written = { ...message, isFromReporter: true, sentOn: clock.today() }
        const draftHash = draft === undefined ? undefined : (hashOfDraftToken(draft) ?? '')
        const outcome = await transact(db, (tx) =>
          reply(tx, c.var.report, written, { draft: draftHash, attachments: claims }),
        )
        if (!outcome.ok) return refuseWith(c, outcome.refusal)
        writes.rise(c.var.report.report)
        const { sequence, isNew } = outcome.value
        return c.json({ sequence }, isNew ? 201 : 200)
      },
    )
    .post(
      '/conversation/drafts',
      describe('Open a draft for files with a message', {
        answers: { 201: draftView },
        refusals: ['code-unknown', 'report-erased', 'too-many', 'storage-full'],
      }),
      space,
      async (c) => {
        const { site, report } = c.var.report
        if (writes.level(report) >= perHour) return refuseWith(c, 'too-many')
        const token = random(32)
        await openDraft(db, { tokenHash: hashOf(token), site, today: clock.today() })
        writes.rise(report, draftWeight)
        drafts.rise(site)
        return c.json({ draft: Buffer.from(token).toString('base64url') }, 201)
      },
    )
    .get(
      '/conversation/attachments/:attachment/chunks/:index',
      describe('One sealed chunk of a file', {
        answers: { 200: 'bytes' },
        refusals: ['input-malformed', 'code-unknown', 'report-erased', 'attachment-unknown'],
      }),
      validate('param', chunkParam),
      async (c) => {
        const { attachment, index } = c.req.valid('param')
        const chunk = await findChunk(db, c.var.report, attachment, index)
        if (!chunk) return refuseWith(c, 'attachment-unknown')
        return c.body(new Uint8Array(chunk), 200, { 'content-type': 'application/octet-stream' })
      },
    )
    .post(
      '/conversation/epochs',
      describe('Go on under a new key, without some of the readers', {
        answers: { 201: sequenceView, 200: sequenceView },
        refusals: [
          'input-malformed',
          'code-unknown',
          'report-erased',
          'report-unknown',
          'epoch-old',
          'conversation-moved',
          'message-different',
          'holder-unknown',
          'grants-wrong',
          'reader-out',
          'not-sealed',
          'too-large',
          'too-many',
          'storage-full',
        ],
      }),
      limitJson,
      space,
      validate('json', newEpoch),
      async (c) => {
        const next = c.req.valid('json')
        const granted = [...next.grants, ...next.earlierGrants].map((grant) => grant.sealed)
        const files = [next.announcement.sealed, next.reporterGrant, ...granted]
        if (!files.every(looksSealed)) return refuseWith(c, 'not-sealed')
        if (writes.level(c.var.report.report) >= perHour) return refuseWith(c, 'too-many')
        const outcome = await transact(db, (tx) => startEpoch(tx, c.var.report, next, clock.today(), 'reporter'))
        if (!outcome.ok) return refuseWith(c, outcome.refusal)
        writes.rise(c.var.report.report)
        const { sequence, isNew } = outcome.value
        return c.json({ sequence }, isNew ? 201 : 200)
      },
    )
}
