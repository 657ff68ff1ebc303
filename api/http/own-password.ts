import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { verifyAuthentication } from '../../db/authentication-hash.ts'
import type { Deps } from '../deps.ts'
import { passwordHashOf } from '../stores/second-factors.ts'
import { countAttempt, refuseForNow } from './attempts.ts'
import { refuseWith } from './refusals.ts'
import type { StaffEnv } from './staff.ts'

/** The authentication secret the browser derived from the password. */
export const authentication = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/**
 * For what changes how somebody signs in: whoever finds a screen that is not locked must not be able to make themselves a
 * way in. The body must hold `password`; attempts count as those at the sign-in screen.
 */
export const needsPassword = (deps: Pick<Deps, 'db' | 'clock' | 'instance'>) =>
  createMiddleware<StaffEnv>(async (c, next) => {
    const given = z.object({ password: authentication }).safeParse(await c.req.json())
    if (!given.success) return refuseWith(c, 'input-malformed')
    const tried = await countAttempt(deps, 'sign-in', c.var.email)
    if (!tried.allowed) return refuseForNow(c, tried.seconds)
    const hash = await passwordHashOf(deps.db, c.var.account)
    if (hash === null || !(await verifyAuthentication(hash, given.data.password))) {
      return refuseWith(c, 'sign-in-refused')
    }
    await tried.succeeded()
    return next()
  })
