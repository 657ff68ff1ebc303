import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { auditActions, auditSubjects } from '../domain/audit.ts'
import { auditAccess } from '../domain/audit-access.ts'
import { localDate } from '../domain/local-date.ts'
import { describe } from '../http/describe.ts'
import type { StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { type AuditCursor, type AuditRow, listAudit, namesFor, peopleAt } from '../stores/audit-rows.ts'

const pageSize = 50

const row = z.object({
  site: z.string(),
  siteName: z.string().nullable().describe('Null for what concerns the whole school'),
  sequence: z.int(),
  at: z.iso.datetime(),
  account: z.string(),
  name: z.string().nullable().describe('Null when the account is gone, or when the program did it'),
  action: z.enum(auditActions),
  subject: z.enum(auditSubjects),
  subjectId: z.string(),
  subjectName: z.string().nullable(),
  detail: z.string().nullable(),
  detailName: z.string().nullable().describe('The name of the holder that the detail is'),
})

const auditView = z.object({
  rows: z.array(row),
  next: z.string().nullable().describe('Ask for the next page with ?after='),
  people: z.array(z.object({ account: z.string(), name: z.string() })).describe('Whom I may ask about'),
  sites: z.array(z.string()).describe('The sites of which I see everything'),
})

const day = z.iso.date().transform(localDate)

/** A page ends at a row; the text is ours, and anybody may change it without seeing more than they may. */
const cursor = z
  .string()
  .max(200)
  .transform((text, context): AuditCursor => {
    try {
      const [at, site, sequence] = z
        .tuple([z.iso.datetime(), z.string(), z.int()])
        .parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
      return { at: new Date(at), site, sequence }
    } catch {
      context.addIssue('not a cursor')
      return z.NEVER
    }
  })

const auditQuery = z.object({
  account: z.string().max(60).optional(),
  action: z.enum(auditActions).optional(),
  from: day.optional(),
  to: day.optional(),
  after: cursor.optional(),
})

/** Logboek: what staff did. Nothing a reporter did is in it. */
export const auditRoutes = ({ db }: Deps) =>
  new Hono<StaffEnv>().get(
    '/team/audit',
    describe('What staff did: at my site as its director, and otherwise what concerns me', {
      answers: { 200: auditView },
      refusals: ['input-malformed', 'not-signed-in'],
    }),
    validate('query', auditQuery),
    async (c) => {
      const { after = null, ...filter } = c.req.valid('query')
      const access = auditAccess(c.var.account, c.var.staff)
      const found = await listAudit(db, access, filter, { after, most: pageSize + 1 })
      const page = found.slice(0, pageSize)
      const last = page.at(-1)
      const names = await namesFor(db, page)
      const view = {
        rows: page.map((event) => toView(event, names)),
        next: found.length > pageSize && last ? cursorOf(last) : null,
        people: await peopleAt(db, access.sites),
        sites: [...access.sites],
      }
      return c.json(view, 200)
    },
  )

const toView = (event: AuditRow, names: Awaited<ReturnType<typeof namesFor>>) => ({
  ...{ ...event, at: event.at.toISOString() },
  siteName: names.site(event.site),
  name: names.account(event.account),
  subjectName: nameOfSubject(event, names),
  detailName: event.detail === null ? null : names.staff(event.site, event.detail),
})

function nameOfSubject({ site, subject, subjectId }: AuditRow, names: Awaited<ReturnType<typeof namesFor>>) {
  if (subject === 'account') return names.account(subjectId)
  if (subject === 'staff') return names.staff(site, subjectId)
  return subject === 'site' ? names.site(subjectId) : null
}

const cursorOf = ({ at, site, sequence }: AuditRow): string =>
  Buffer.from(JSON.stringify([at.toISOString(), site, sequence])).toString('base64url')
