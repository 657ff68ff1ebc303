import { Hono } from 'hono'
import { z } from 'zod'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import type { Deps } from '../deps.ts'
import { dueOn } from '../domain/answer-due.ts'
import { forADuty } from '../domain/audit.ts'
import { startOfDay } from '../domain/moments.ts'
import { reportStates } from '../domain/report.ts'
import { describe } from '../http/describe.ts'
import { limitJson, needsSpace } from '../http/limits.ts'
import { type Refusal, refuseWith } from '../http/refusals.ts'
import type { StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { findChunk } from '../stores/attachments.ts'
import { loadConversation, loadFirstMessage, withText } from '../stores/conversations.ts'
import { listGrants, markRead } from '../stores/grants.ts'
import { reply } from '../stores/replies.ts'
import { writeReportAudit, writeReportAuditOnce } from '../stores/report-audit.ts'
import { findReader } from '../stores/report-reader.ts'
import { findReport, lockReport, updateReport } from '../stores/reports.ts'
import { calendarOf } from '../stores/sites.ts'
import { transact } from '../stores/transact.ts'
import { after, chunkParam, epoch, id, sealed, siteId } from './inputs.ts'
import { reportLineView, sequenceView, teamReportView } from './views.ts'

const reportParam = z.object({ site: siteId, report: id })
const newMessage = z.strictObject({ id, epoch, after, state: z.enum(reportStates).optional(), sealed })
const refusals = ['input-malformed', 'not-signed-in', 'report-unknown'] as const satisfies readonly Refusal[]

/**
 * Whoever only saw the report in the work list has read it; that is written down once, however often the list shows.
 * Not on the day the report came: the list looks by itself, and the log would say at what moment it did.
 */
const inTheList = 'list'
const ever = new Date(0)

/** Not which one, and not what came of it: that would tell something about a student to whoever reads the log. */

/** One report, for whoever it is granted to. To everybody else it does not exist, whatever their role. */
export const teamReportRoutes = ({ db, clock, school, hasFreeSpace }: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/reports/:site/:report',
      describe('Report and conversation', { answers: { 200: teamReportView }, refusals }),
      validate('param', reportParam),
      async (c) => {
        const key = c.req.valid('param')
        const reader = await findReader(db, c.var.account, key, clock.today())
        const report = reader && (await findReport(db, key))
        if (!report) return refuseWith(c, 'report-unknown')
        const conversation = await loadConversation(db, report, clock.today(), school.answerWithinSchoolDays)
        const due = dueOn(conversation.answerBy, clock.today(), await calendarOf(db, key.site))
        const grants = await listGrants(db, key, reader.holders)
        const once = { at: clock.now(), since: startOfDay(clock.today()) }
        await writeReportAuditOnce(db, key, { account: c.var.account, reader }, { action: 'opened' }, once)
        return c.json({ ...conversation, state: report.state, due, grants: grants.map(withText) }, 200)
      },
    )
    .get(
      '/team/reports/:site/:report/line',
      describe('What a row of the work list shows: the report alone', { answers: { 200: reportLineView }, refusals }),
      validate('param', reportParam),
      async (c) => {
        const key = c.req.valid('param')
        const reader = await findReader(db, c.var.account, key, clock.today())
        if (!reader) return refuseWith(c, 'report-unknown')
        const line = await loadFirstMessage(db, key, reader.holders)
        if (line.messages.every(({ sentOn }) => sentOn < clock.today())) {
          const act = { action: 'opened', detail: inTheList } as const
          const once = { at: clock.now(), since: ever }
          await writeReportAuditOnce(db, key, { account: c.var.account, reader }, act, once)
        }
        return c.json(line, 200)
      },
    )
    .post(
      '/team/reports/:site/:report/messages',
      describe('Answer, and say how far it is', {
        answers: { 201: sequenceView, 200: sequenceView },
        refusals: [
          ...refusals,
          'epoch-old',
          'key-due',
          'conversation-moved',
          'message-different',
          'not-sealed',
          'too-large',
          'storage-full',
        ],
      }),
      limitJson,
      needsSpace({ hasFreeSpace }),
      validate('param', reportParam),
      validate('json', newMessage),
      async (c) => {
        const key = c.req.valid('param')
        const { state, ...message } = c.req.valid('json')
        if (!looksSealed(message.sealed)) return refuseWith(c, 'not-sealed')
        const written = { ...message, isFromReporter: false, sentOn: clock.today() }
        const outcome = await transact(db, async (tx) => {
          const reader = await findReader(tx, c.var.account, key, clock.today())
          if (!reader) return null
          const replied = await reply(tx, key, written, { state })
          const act = { action: 'changed', detail: state } as const
          if (replied.ok && replied.value.isNew)
            await writeReportAudit(tx, key, { account: c.var.account, reader }, act, clock.now())
          return replied
        })
        if (!outcome) return refuseWith(c, 'report-unknown')
        if (!outcome.ok) return refuseWith(c, outcome.refusal)
        const { sequence, isNew } = outcome.value
        return c.json({ sequence }, isNew ? 201 : 200)
      },
    )
    .put(
      '/team/reports/:site/:report/read',
      describe('Say up to where I have read', { answers: { 204: null }, refusals }),
      limitJson,
      validate('param', reportParam),
      validate('json', z.strictObject({ sequence: z.int().min(1).max(2_147_483_647) })),
      async (c) => {
        const key = c.req.valid('param')
        const { sequence } = c.req.valid('json')
        const isDone = await transact(db, async (tx) => {
          const reader = await findReader(tx, c.var.account, key, clock.today())
          const report = reader && (await lockReport(tx, key))
          if (!report) return false
          await markRead(tx, key, reader.holders, Math.min(sequence, report.lastSequence))
          if (report.state === 'received') await updateReport(tx, key, { state: 'read' })
          return true
        })
        return isDone ? c.body(null, 204) : refuseWith(c, 'report-unknown')
      },
    )
    .post(
      '/team/reports/:site/:report/exports',
      describe('Say that I saved or printed the report', { answers: { 204: null }, refusals }),
      validate('param', reportParam),
      async (c) => {
        const key = c.req.valid('param')
        const reader = await findReader(db, c.var.account, key, clock.today())
        if (!reader) return refuseWith(c, 'report-unknown')
        const doer = { account: c.var.account, reader }
        await transact(db, (tx) => writeReportAudit(tx, key, doer, { action: 'exported' }, clock.now()))
        return c.body(null, 204)
      },
    )
    .post(
      '/team/reports/:site/:report/duties',
      describe('Say that I looked what must be done now', { answers: { 204: null }, refusals }),
      validate('param', reportParam),
      async (c) => {
        const key = c.req.valid('param')
        const reader = await findReader(db, c.var.account, key, clock.today())
        if (!reader) return refuseWith(c, 'report-unknown')
        const act = { action: 'opened', detail: forADuty } as const
        const once = { at: clock.now(), since: startOfDay(clock.today()) }
        await writeReportAuditOnce(db, key, { account: c.var.account, reader }, act, once)
        return c.body(null, 204)
      },
    )
    .get(
      '/team/reports/:site/:report/attachments/:attachment/chunks/:index',
      describe('One sealed chunk of a file', {
        answers: { 200: 'bytes' },
        refusals: [...refusals, 'attachment-unknown'],
      }),
      validate('param', reportParam.extend(chunkParam.shape)),
      async (c) => {
        const { attachment, index, ...key } = c.req.valid('param')
        if (!(await findReader(db, c.var.account, key, clock.today()))) return refuseWith(c, 'report-unknown')
        const chunk = await findChunk(db, key, attachment, index)
        if (!chunk) return refuseWith(c, 'attachment-unknown')
        return c.body(new Uint8Array(chunk), 200, { 'content-type': 'application/octet-stream' })
      },
    )
