import { Hono } from 'hono'
import { createAuth } from './auth.ts'
import type { Deps } from './deps.ts'
import { proofOfWork } from './domain/proof-of-work.ts'
import { makeBuckets } from './http/buckets.ts'
import { handleFailure } from './http/failures.ts'
import { guardBody, guardOrigin } from './http/guards.ts'
import { commonHeaders } from './http/headers.ts'
import { pages } from './http/pages.ts'
import { refuseWith } from './http/refusals.ts'
import { staffOnly } from './http/staff.ts'
import { administrationRoutes } from './routes/administration.ts'
import { appointmentRoutes } from './routes/appointments.ts'
import { auditRoutes } from './routes/audit.ts'
import { blockedAccountRoutes } from './routes/blocked-accounts.ts'
import { certificateRoutes } from './routes/certificates.ts'
import { chunkRoutes } from './routes/chunks.ts'
import { conversationRoutes } from './routes/conversation.ts'
import { deputyRoutes } from './routes/deputies.ts'
import { dossierCardRoutes } from './routes/dossier-cards.ts'
import { dossierEntryRoutes } from './routes/dossier-entries.ts'
import { dossierSharingRoutes } from './routes/dossier-sharing.ts'
import { dossierRoutes } from './routes/dossiers.ts'
import { draftRoutes } from './routes/drafts.ts'
import { enrolmentRoutes } from './routes/enrolment.ts'
import { filingRoutes } from './routes/filings.ts'
import { functionKeyRoutes } from './routes/function-keys.ts'
import { healthRoutes } from './routes/health.ts'
import { instanceRoutes } from './routes/instance.ts'
import { mailRoutes } from './routes/mail.ts'
import { neighbourRoutes } from './routes/neighbours.ts'
import { openapiRoutes } from './routes/openapi.ts'
import { ownAccountRoutes } from './routes/own-account.ts'
import { ownKeyRoutes } from './routes/own-keys.ts'
import { ownPasskeyRoutes } from './routes/own-passkeys.ts'
import { photoRoutes } from './routes/photos.ts'
import { recoveryRoutes } from './routes/recovery.ts'
import { reportRoutes } from './routes/reports.ts'
import { retentionRoutes } from './routes/retention.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { otherSignInRoutes } from './routes/sign-in-otherwise.ts'
import { siteKeyRoutes } from './routes/site-keys.ts'
import { siteRoutes } from './routes/sites.ts'
import { teamRoutes } from './routes/team.ts'
import { teamBringInRoutes } from './routes/team-bring-in.ts'
import { teamSharingRoutes } from './routes/team-sharing.ts'

/** What only a whole process can do about trouble; a test that makes an app alone needs none of it. */
export type Reactions = Readonly<{ onEngineStopped?: () => void }>

/** Pages and interface of one school, on one origin. */
export function createApp(deps: Deps, { onEngineStopped = () => undefined }: Reactions = {}) {
  const site = pages(deps)
  const api = apiRoutes(deps)
  api.route('/', openapiRoutes(api))
  return new Hono()
    .use(commonHeaders)
    .use('/api/*', guardOrigin(deps), guardBody)
    .route('/', api)
    .all('/api/*', (c) => refuseWith(c, 'not-found'))
    .route('/', site.app)
    .notFound(site.missing)
    .onError(handleFailure({ log: deps.log, failedPage: site.failed, onEngineStopped }))
}

function apiRoutes(deps: Deps) {
  const auth = createAuth(deps)
  // How busy each site is: drafts and chunks raise it, challenges grow with it.
  const drafts = makeBuckets(proofOfWork, deps.clock.now)
  return new Hono()
    .basePath('/api')
    .route('/', healthRoutes(deps))
    .route('/', instanceRoutes(deps))
    .route('/', siteRoutes(deps))
    .route('/', photoRoutes(deps))
    .route('/', draftRoutes(deps, drafts))
    .route('/', chunkRoutes(deps, drafts))
    .route('/', reportRoutes(deps))
    .route('/', conversationRoutes(deps, drafts))
    .route('/', signInRoutes(deps, auth))
    .route('/', otherSignInRoutes(deps, auth))
    .route('/', enrolmentRoutes(deps))
    .route('/', recoveryRoutes(deps))
    .use('/team/*', staffOnly(deps, auth))
    .route('/', blockedAccountRoutes(deps))
    .route('/', ownAccountRoutes(deps, auth))
    .route('/', ownPasskeyRoutes(deps, auth))
    .route('/', ownKeyRoutes(deps))
    .route('/', teamRoutes(deps))
    .route('/', teamSharingRoutes(deps))
    .route('/', teamBringInRoutes(deps))
    .route('/', filingRoutes(deps))
    .route('/', dossierRoutes(deps))
    .route('/', dossierEntryRoutes(deps))
    .route('/', dossierSharingRoutes(deps))
    .route('/', dossierCardRoutes(deps))
    .route('/', retentionRoutes(deps))
    .route('/', siteKeyRoutes(deps))
    .route('/', certificateRoutes(deps))
    .route('/', neighbourRoutes(deps))
    .route('/', functionKeyRoutes(deps))
    .route('/', appointmentRoutes(deps))
    .route('/', deputyRoutes(deps))
    .route('/', administrationRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', mailRoutes(deps))
}

/** The type the browser's client is made of. */
export type ApiRoutes = ReturnType<typeof apiRoutes>

export type { Refusal } from './http/refusals.ts'
