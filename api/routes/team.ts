import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { type AnswerDue, answerDue } from '../domain/answer-due.ts'
import { hasEscrow } from '../domain/roles.ts'
import { workListPage } from '../domain/work-list.ts'
import { describe } from '../http/describe.ts'
import { refuseWith } from '../http/refusals.ts'
import { maySomewhere, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { certificatesFor } from '../stores/certificates.ts'
import { answerTermsOf, calendarsOf } from '../stores/sites.ts'
import { findStaffKeys, type HeldFunction, listStaffAtSites, listWorkplaces } from '../stores/staff.ts'
import { listStalled } from '../stores/stalled.ts'
import { type AddressedEntry, listReportsFor } from '../stores/work-list.ts'
import { teamReportRoutes } from './team-report.ts'
import { meView, stalledView, workListView } from './views.ts'

const pageSize = 50

/** The place of the last entry of the page before, as JSON in base64url: it holds nothing that is not in the list. */
const after = z
  .string()
  .max(400)
  .transform((text, context) => {
    try {
      return z
        .array(z.string())
        .length(6)
        .parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    } catch {
      context.addIssue('not a cursor')
      return z.NEVER
    }
  })

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

const inText = <Key extends Readonly<{ functionKey: Uint8Array }>>(held: Key) => ({
  ...held,
  functionKey: base64Url(held.functionKey),
})

const toRow = (
  { site, siteName, report, isUrgent, state, receivedOn, lastOn, unread, addressedTo }: AddressedEntry,
  due: AnswerDue | null,
) => ({ site, siteName, report, isUrgent, state, receivedOn, lastOn, unread, addressedTo: [...addressedTo], due })

/** Of a function that nobody but its members lets people into, also what they can check that with. */
async function heldView({ db }: Pick<Deps, 'db'>, site: string, { former, ...held }: HeldFunction) {
  const evidence = hasEscrow(held.role) ? [] : await certificatesFor(db, site, [held.role])
  return { ...inText(held), former: former.map(inText), evidence: [...evidence] }
}

/** Who I am, and what was addressed to me or to a function of mine. */
export const teamRoutes = (deps: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/me',
      describe('My keys, sites and functions', { answers: { 200: meView }, refusals: ['not-signed-in'] }),
      async (c) => {
        const keys = await findStaffKeys(deps.db, c.var.account)
        // An account without keys can read nothing, so to the screens it is as good as none.
        if (!keys) return refuseWith(c, 'not-signed-in')
        const sites = await listWorkplaces(deps.db, c.var.account, deps.clock.today())
        const view = {
          ...keys,
          box: base64Url(keys.box),
          sites: await Promise.all(
            sites.map(async ({ functions, roles, neighbours, ...site }) => ({
              ...site,
              roles: [...roles],
              neighbours: [...neighbours],
              functions: await Promise.all(functions.map((held) => heldView(deps, site.site, held))),
            })),
          ),
        }
        return c.json(view, 200)
      },
    )
    .get(
      '/team/reports',
      describe('The work list, 50 a page', {
        answers: { 200: workListView },
        refusals: ['input-malformed', 'not-signed-in'],
      }),
      validate('query', z.object({ after: after.optional() })),
      async (c) => {
        const entries = await listReportsFor(
          deps.db,
          await listStaffAtSites(deps.db, c.var.account, deps.clock.today()),
          deps.clock.today(),
        )
        const { page, next } = workListPage(entries, c.req.valid('query').after ?? null, pageSize)
        const sites = [...new Set(page.map(({ site }) => site))]
        const ofSchool = deps.school.answerWithinSchoolDays
        const calendars = await calendarsOf(deps.db, sites)
        const terms = await answerTermsOf(deps.db, sites, ofSchool)
        const dueOf = (entry: AddressedEntry) =>
          answerDue(entry, deps.clock.today(), terms.get(entry.site) ?? ofSchool, calendars.get(entry.site) ?? [])
        const view = {
          reports: page.map((entry) => toRow(entry, dueOf(entry))),
          next: next && base64Url(Buffer.from(JSON.stringify(next))),
          unread: entries.filter(({ unread }) => unread > 0).length,
        }
        return c.json(view, 200)
      },
    )
    .get(
      '/team/stalled',
      describe('With whom reports lie that nobody opened for twice the term: whom, not which or how many', {
        answers: { 200: stalledView },
        refusals: ['not-signed-in', 'not-allowed'],
      }),
      maySomewhere('see-stalled'),
      async (c) => {
        const { account } = c.var
        const { answerWithinSchoolDays } = deps.school
        const who = { account, today: deps.clock.today(), answerWithinSchoolDays }
        return c.json({ stalled: [...(await listStalled(deps.db, who))] }, 200)
      },
    )
    .route('/', teamReportRoutes(deps))
