import { createMiddleware } from 'hono/factory'
import type { Auth } from '../auth.ts'
import type { Deps } from '../deps.ts'
import type { StaffAtSite } from '../domain/access.ts'
import { type Permission, sitesWith } from '../domain/permissions.ts'
import { findSite } from '../stores/sites.ts'
import { listStaffAtSites } from '../stores/staff.ts'
import { refuseWith } from './refusals.ts'
import { sessionOf } from './session.ts'

export type StaffEnv = {
  Variables: {
    account: string
    email: string
    /** The session of this request. */
    session: string
    /** The places where the account works today, with its roles there: what every permission is asked of. */
    staff: readonly StaffAtSite[]
    isSite: (site: string) => Promise<boolean>
  }
}

/** Lets members of staff with a session through. Runs once, before every route of /team/. */
export const staffOnly = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, auth: Auth) =>
  createMiddleware<StaffEnv>(async (c, next) => {
    const session = await sessionOf(auth, c.req.raw.headers)
    if (!session) return refuseWith(c, 'not-signed-in')
    c.set('account', session.user.id)
    c.set('email', session.user.email)
    c.set('session', session.session.id)
    c.set('staff', await listStaffAtSites(db, session.user.id, clock.today()))
    c.set('isSite', async (site) => (await findSite(db, site)) !== null)
    return next()
  })

/** For what concerns the whole school: the permission at any site will do. */
export const maySomewhere = (permission: Permission) =>
  createMiddleware<StaffEnv>(async (c, next) =>
    sitesWith(c.var.staff, permission).length > 0 ? next() : refuseWith(c, 'not-allowed'),
  )

/** For routes with the site in their path (`:site`): the permission must be held at that very site. */
export const mayAtSite = (permission: Permission) =>
  createMiddleware<StaffEnv>(async (c, next) => {
    const site = c.req.param('site') ?? ''
    if (sitesWith(c.var.staff, permission).includes(site)) return next()
    return refuseWith(c, (await c.var.isSite(site)) ? 'not-allowed' : 'site-unknown')
  })
