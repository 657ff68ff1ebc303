import { Hono } from 'hono'
import { createAuth } from '../auth.ts'
import type { Deps } from '../deps.ts'
import { proofOfWork } from '../domain/proof-of-work.ts'
import { makeBuckets } from '../http/buckets.ts'
import { chunkRoutes } from './chunks.ts'
import { conversationRoutes } from './conversation.ts'
import { draftRoutes } from './drafts.ts'
import { instanceRoutes } from './instance.ts'
import { reportRoutes } from './reports.ts'
import { signInRoutes } from './sign-in.ts'
import { siteRoutes } from './sites.ts'
import { teamRoutes } from './team.ts'

/** What reporters and staff use, for app.ts to mount at /api. */
export function apiRoutes(deps: Deps) {
  const auth = createAuth(deps)
  // How busy each site is: drafts and chunks raise it, challenges grow with it.
  const drafts = makeBuckets(proofOfWork.leakPerHour, deps.clock.now)
  return new Hono()
    .route('/', instanceRoutes(deps))
    .route('/', siteRoutes(deps))
    .route('/', draftRoutes(deps, drafts))
    .route('/', chunkRoutes(deps, drafts))
    .route('/', reportRoutes(deps))
    .route('/', conversationRoutes(deps, drafts))
    .route('/', signInRoutes(deps, auth))
    .route('/', teamRoutes(deps, auth))
}
