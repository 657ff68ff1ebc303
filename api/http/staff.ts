import { createMiddleware } from 'hono/factory'
import type { Auth } from '../auth.ts'
import { refuseWith } from './refusals.ts'

export type StaffEnv = { Variables: { account: string } }

/** Lets members of staff with a session through. */
export const staffOnly = (auth: Auth) =>
  createMiddleware<StaffEnv>(async (c, next) => {
    const session = await auth.api.getSession({ headers: c.req.raw.headers })
    if (!session) return refuseWith(c, 'not-signed-in')
    c.set('account', session.user.id)
    return next()
  })
