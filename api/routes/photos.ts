import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { portraitType } from '../domain/portrait.ts'
import { describe } from '../http/describe.ts'
import { refuseWith } from '../http/refusals.ts'
import { validate } from '../http/validate.ts'
import { findPublishedPhoto } from '../stores/published-people.ts'
import { holderId, siteId } from './inputs.ts'

/** Photos of the people whom a public page names. */
export const photoRoutes = ({ db, clock }: Deps) =>
  new Hono().get(
    '/sites/:site/photos/:holder',
    describe('Photo of somebody who helps at this site', { answers: { 200: 'bytes' }, refusals: ['not-found'] }),
    validate('param', z.object({ site: siteId, holder: holderId })),
    async (c) => {
      const photo = await findPublishedPhoto(db, c.req.valid('param'), clock.today())
      const type = photo && portraitType(photo)
      if (!photo || !type) return refuseWith(c, 'not-found')
      // The page names another address for another picture; a minute keeps one that was taken away from staying.
      return c.body(photo, 200, { 'content-type': type, 'cache-control': 'public, max-age=60' })
    },
  )
