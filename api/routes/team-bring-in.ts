import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { describe } from '../http/describe.ts'
import { refuseWith } from '../http/refusals.ts'
import type { StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { listToBringIn } from '../stores/bring-in.ts'
import { classGroupsOf } from '../stores/readers.ts'
import { findReader } from '../stores/report-reader.ts'
import { findSiteKey } from '../stores/site-keys.ts'
import { id, siteId } from './inputs.ts'
import { bringInView } from './sharing-views.ts'

/** Who can be brought in at once where it is urgent: mentors by class, and team leaders (protocol 2.6). */
export const teamBringInRoutes = ({ db, clock }: Deps) =>
  new Hono<StaffEnv>().get(
    '/team/reports/:site/:report/bring-in',
    describe('Mentors by class, and team leaders, of the site where the report stands', {
      answers: { 200: bringInView },
      refusals: ['input-malformed', 'not-signed-in', 'report-unknown'],
    }),
    validate('param', z.object({ site: siteId, report: id })),
    async (c) => {
      const key = c.req.valid('param')
      const today = clock.today()
      if (!(await findReader(db, c.var.account, key, today))) return refuseWith(c, 'report-unknown')
      const [state, classGroups, people] = await Promise.all([
        findSiteKey(db, key.site),
        classGroupsOf(db, key.site, today),
        listToBringIn(db, key.site, today),
      ])
      const groups = classGroups.map(({ name, mentors }) => ({ name, mentors: mentors.map(({ holder }) => holder) }))
      return c.json({ siteKey: state?.siteKey ?? null, classGroups: groups, people: [...people] }, 200)
    },
  )
