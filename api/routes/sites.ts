import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { answerBy, closedOn } from '../domain/calendar.ts'
import { reportLimits } from '../domain/report.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { validate } from '../http/validate.ts'
import { findAuthors } from '../stores/authors.ts'
import { type Away, listAway } from '../stores/away.ts'
import { classGroupsOf, findStaffByHolder, findStaffByName, functionsOf } from '../stores/readers.ts'
import { calendarOf, findSite, listSites } from '../stores/sites.ts'
import { holderId, readerId, siteParam } from './inputs.ts'
import { readersView, sitesView, staffSearchView } from './views.ts'

/** Enough to find somebody, too few to read out the staff list by typing a letter. */
const mostFound = 5

const staffSearch = z.union([
  // No control characters: the database takes no zero byte in a text, and nobody has one in their name.
  z.strictObject({
    name: z
      .string()
      .trim()
      .min(2)
      .max(60)
      .regex(/^\P{Cc}+$/u),
  }),
  z.strictObject({ holders: z.array(holderId).min(1).max(reportLimits.grants) }),
  // Of whoever wrote something: also who left since, and their earlier keys. Nothing is sealed to these.
  z.strictObject({ authors: z.array(readerId).min(1).max(reportLimits.grants) }),
])

/** Where and to whom somebody can report. Everything here is public. */
export const siteRoutes = ({ db, clock, school }: Deps) =>
  new Hono()
    .get('/sites', describe('Sites of the school', { answers: { 200: sitesView } }), async (c) =>
      c.json(await listSites(db), 200),
    )
    .get(
      '/sites/:site/readers',
      describe('Who can read a report at this site', { answers: { 200: readersView }, refusals: ['site-unknown'] }),
      validate('param', siteParam),
      async (c) => {
        const site = await findSite(db, c.req.valid('param').site)
        if (!site) return refuseWith(c, 'site-unknown')
        const calendar = await calendarOf(db, site.id)
        const today = clock.today()
        const view = {
          siteKey: site.siteKey,
          functions: site.siteKey === null ? [] : await functionsOf(db, site.id, today),
          classGroups: site.siteKey === null ? [] : await classGroupsOf(db, site.id, today),
          answerBy: answerBy(today, site.answerWithin ?? school.answerWithinSchoolDays, calendar),
          closed: closedOn(today, calendar),
        }
        return c.json(view, 200)
      },
    )
    .post(
      '/sites/:site/staff-search',
      describe('Staff by a part of their name, or by holder', {
        answers: { 200: staffSearchView },
        refusals: ['input-malformed', 'site-unknown'],
      }),
      limitJson,
      validate('param', siteParam),
      validate('json', staffSearch),
      async (c) => {
        const site = await findSite(db, c.req.valid('param').site)
        if (!site) return refuseWith(c, 'site-unknown')
        const asked = c.req.valid('json')
        if ('authors' in asked) {
          const authors = await findAuthors(db, site.id, asked.authors)
          return c.json(
            authors.map((author) => ({ ...author, away: null })),
            200,
          )
        }
        const found =
          'name' in asked
            ? await findStaffByName(db, site.id, asked.name, { most: mostFound, today: clock.today() })
            : await findStaffByHolder(db, site.id, asked.holders, clock.today())
        const ids = found.map(({ holder }) => holder)
        const away = await listAway(db, site.id, ids, { today: clock.today(), isPublic: true })
        const view = found.map((person) => ({ ...person, away: awayOf(away, person.holder) }))
        return c.json(view, 200)
      },
    )

function awayOf(away: readonly Away[], person: string) {
  const one = away.find(({ holder }) => holder === person)
  return one ? { until: one.until, deputy: { holder: one.deputy, certificate: one.certificate } } : null
}
