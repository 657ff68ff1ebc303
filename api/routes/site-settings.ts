import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { siteIdOf, siteNameLimit } from '../domain/site-name.ts'
import { termLimits, termsOf } from '../domain/site-terms.ts'
import { timelineParts } from '../domain/timeline.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { mayAtSite, maySomewhere, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { addSite, findSiteSettings, saveSiteSettings } from '../stores/site-settings.ts'
import { transact } from '../stores/transact.ts'
import { line, siteParam } from './inputs.ts'

const term = z.int().min(termLimits.least).max(termLimits.most).nullable()
const schoolTypes = z.array(line(40)).min(1).max(8)
/** As the school writes it; what is dialled is taken out of it. */
const phone = z
  .string()
  .trim()
  .max(25)
  .regex(/^[+\d][\d\s().-]{4,}$/)
  .nullable()

const settings = z.strictObject({
  name: line(siteNameLimit),
  phone,
  schoolTypes,
  answerWithin: term,
  remindAfter: term,
  timeline: z.array(z.enum(timelineParts)).max(timelineParts.length),
})
const newSite = z.strictObject({
  name: line(siteNameLimit).refine((name) => siteIdOf(name) !== ''),
  region: z.enum(['noord', 'midden', 'zuid']),
  phone,
  schoolTypes,
})

const terms = z.object({ answerWithin: z.int(), remindAfter: z.int() })
const settingsView = z.object({
  site: z.string(),
  name: z.string(),
  region: z.string(),
  phone: z.string().nullable(),
  schoolTypes: z.array(z.string()),
  answerWithin: z.int().nullable(),
  remindAfter: z.int().nullable(),
  inForce: terms,
  timeline: z.array(z.enum(timelineParts)).describe('What reporters are shown of how far it is'),
  school: terms.describe('What an empty term follows'),
  hasKey: z.boolean(),
})
const refusals = ['not-signed-in', 'not-allowed', 'site-unknown', 'input-malformed'] as const

/** What a site is called, how to call it, and its terms; and new sites. */
export const siteSettingsRoutes = ({ db, clock, school }: Deps) =>
  new Hono<StaffEnv>()
    .post(
      '/team/sites',
      describe('Add a site to the school', {
        answers: { 201: z.object({ site: z.string() }) },
        refusals: ['not-signed-in', 'not-allowed', 'input-malformed', 'site-taken'],
      }),
      limitJson,
      maySomewhere('administer-school'),
      validate('json', newSite),
      async (c) => {
        const given = c.req.valid('json')
        const { account } = c.var
        const id = siteIdOf(given.name)
        const isAdded = await transact(db, async (tx) => {
          if (!(await addSite(tx, { id, ...given }, account))) return false
          const event = {
            site: id,
            account,
            action: 'changed',
            subject: 'site',
            subjectId: id,
            detail: 'made',
          } as const
          await writeAudit(tx, event, clock.now())
          return true
        })
        return isAdded ? c.json({ site: id }, 201) : refuseWith(c, 'site-taken')
      },
    )
    .get(
      '/team/sites/:site/settings',
      describe('Name, phone and terms of a site', { answers: { 200: settingsView }, refusals }),
      validate('param', siteParam),
      mayAtSite('administer-site'),
      async (c) => {
        const found = await findSiteSettings(db, c.req.valid('param').site)
        if (!found) return refuseWith(c, 'site-unknown')
        const { id, name, region, phone, schoolTypes, answerWithin, remindAfter, timeline, siteKey } = found
        const ofSchool = school.answerWithinSchoolDays
        const view = {
          ...{ site: id, name, region, phone, schoolTypes, answerWithin, remindAfter, timeline },
          inForce: termsOf(found, ofSchool),
          school: termsOf({ answerWithin: null, remindAfter: null }, ofSchool),
          hasKey: siteKey !== null,
        }
        return c.json(view, 200)
      },
    )
    .put(
      '/team/sites/:site/settings',
      describe('Change name, phone and terms of a site', { answers: { 204: null }, refusals }),
      limitJson,
      validate('param', siteParam),
      mayAtSite('administer-site'),
      validate('json', settings),
      async (c) => {
        const { site } = c.req.valid('param')
        const given = c.req.valid('json')
        // Public pages promise the term of the school: a site answers sooner, or as soon.
        if ((given.answerWithin ?? 0) > school.answerWithinSchoolDays) return refuseWith(c, 'input-malformed')
        await transact(db, async (tx) => {
          await saveSiteSettings(tx, site, given)
          const what = { action: 'changed', subject: 'site', subjectId: site, detail: 'settings' } as const
          await writeAudit(tx, { site, account: c.var.account, ...what }, clock.now())
        })
        return c.body(null, 204)
      },
    )
