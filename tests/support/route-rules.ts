import type { Permission } from '../../api/domain/permissions.ts'

/**
 * Who gets through to a route. A refusal that says something about the request, and not about who asks, counts as
 * through: the guard comes before it.
 */
export type RouteRule =
  /** Anybody, without signing in; what protects it is tested with it. */
  | Readonly<{ to: 'anybody' }>
  /** Whoever is signed in. With `isTried: false` nobody tries it who may, because it would end their session or the like. */
  | Readonly<{ to: 'staff'; isTried: boolean }>
  /** A role with this permission at the very site that the address names. */
  | Readonly<{ to: 'role at the site'; permission: Permission }>
  /** A role with this permission at any site. */
  | Readonly<{ to: 'role'; permission: Permission }>
  /** Whoever the report was granted to, whatever their role; for anybody else it does not exist. */
  | Readonly<{ to: 'reader'; body: object | null }>
  /** As for a report: whoever the dossier was granted to and works by the protocol. */
  | Readonly<{ to: 'dossier reader'; body: object | null }>

const anybody: RouteRule = { to: 'anybody' }
const staff: RouteRule = { to: 'staff', isTried: true }
const ownAccount: RouteRule = { to: 'staff', isTried: false }
const atSite = (permission: Permission): RouteRule => ({ to: 'role at the site', permission })
const somewhere = (permission: Permission): RouteRule => ({ to: 'role', permission })
/** @param body - of the right shape, so that it is about the report and not about the body. */
const reader = (body: object | null = null): RouteRule => ({ to: 'reader', body })
const dossierReader = (body: object | null = null): RouteRule => ({ to: 'dossier reader', body })

/** ONE LINE PER ROUTE: a route that is not here fails tests/api/routes/roles.test.ts. */
export const routeRules: Readonly<Record<string, RouteRule>> = {
  'GET /api/health': anybody,
  'GET /api/instance': anybody,
  'GET /api/openapi.json': anybody,
  'GET /api/sites': anybody,
  'GET /api/sites/:site/readers': anybody,
  'POST /api/sites/:site/staff-search': anybody,
  'GET /api/sites/:site/photos/:holder': anybody,
  'GET /api/sites/:site/challenge': anybody,
  'POST /api/sites/:site/drafts': anybody,
  'PUT /api/draft/attachments/:attachment/chunks/:index': anybody,
  'DELETE /api/draft/attachments/:attachment': anybody,
  'POST /api/reports': anybody,
  'GET /api/conversation': anybody,
  'POST /api/conversation/messages': anybody,
  'POST /api/conversation/drafts': anybody,
  'GET /api/conversation/attachments/:attachment/chunks/:index': anybody,
  'POST /api/conversation/epochs': anybody,

  'POST /api/auth/sign-in/email': anybody,
  'POST /api/auth/two-factor/verify': anybody,
  'POST /api/auth/sign-out': anybody,
  'GET /api/auth/get-session': anybody,
  'GET /api/auth/ways': anybody,
  'POST /api/auth/passkey/options': anybody,
  'POST /api/auth/passkey/verify': anybody,
  'POST /api/auth/sign-in/school': anybody,
  'GET /api/auth/callback/school': anybody,
  'POST /api/enrolment/invitation': anybody,
  'POST /api/enrolment': anybody,
  'POST /api/recovery/box': anybody,
  'POST /api/recovery': anybody,

  'GET /api/team/account': staff,
  'POST /api/team/account/second-factor': ownAccount,
  'POST /api/team/account/second-factor/confirm': ownAccount,
  'POST /api/team/account/second-factor/off': ownAccount,
  'POST /api/team/account/second-factor/backup-codes': ownAccount,
  'DELETE /api/team/account/sessions/:session': ownAccount,
  'DELETE /api/team/account/sessions': ownAccount,
  'POST /api/team/account/passkeys/options': ownAccount,
  'POST /api/team/account/passkeys': ownAccount,
  'PUT /api/team/account/passkeys/:passkey': ownAccount,
  'DELETE /api/team/account/passkeys/:passkey': ownAccount,
  'GET /api/team/account/passkey-boxes/:credential': ownAccount,
  'PUT /api/team/account/password': ownAccount,
  'PUT /api/team/account/recovery-sheet': ownAccount,
  'GET /api/team/me': staff,
  'GET /api/team/reports': staff,
  'GET /api/team/stalled': somewhere('see-stalled'),
  'GET /api/team/audit': staff,

  'GET /api/team/reports/:site/:report': reader(),
  'GET /api/team/reports/:site/:report/line': reader(),
  'POST /api/team/reports/:site/:report/messages': reader(),
  'PUT /api/team/reports/:site/:report/read': reader({ sequence: 1 }),
  'POST /api/team/reports/:site/:report/exports': reader(),
  'POST /api/team/reports/:site/:report/duties': reader(),
  'GET /api/team/reports/:site/:report/attachments/:attachment/chunks/:index': reader(),
  'POST /api/team/reports/:site/:report/epochs': reader(),
  'POST /api/team/reports/:site/:report/shares': reader(),
  'POST /api/team/reports/:site/:report/leavings': reader(),
  'GET /api/team/reports/:site/:report/bring-in': reader(),
  'POST /api/team/reports/:site/:report/colleagues': reader({ name: '', at: 'ede' }),

  'GET /api/team/erasures': staff,
  'GET /api/team/sites/:site/retention': atSite('set-retention'),
  'PUT /api/team/sites/:site/retention': atSite('set-retention'),

  'GET /api/team/dossiers': staff,
  'POST /api/team/sites/:site/dossiers': atSite('work-dossiers'),
  'GET /api/team/sites/:site/dossier-cards': atSite('work-dossiers'),
  'GET /api/team/dossiers/:site/:dossier': dossierReader(),
  'GET /api/team/dossiers/:site/:dossier/line': dossierReader(),
  'PUT /api/team/dossiers/:site/:dossier/read': dossierReader({ sequence: 1 }),
  'POST /api/team/dossiers/:site/:dossier/duties': dossierReader({}),
  'POST /api/team/dossiers/:site/:dossier/exports': dossierReader({ paper: 'note' }),
  'POST /api/team/dossiers/:site/:dossier/entries': dossierReader(),
  'POST /api/team/dossiers/:site/:dossier/records': dossierReader(),
  'POST /api/team/dossiers/:site/:dossier/joinings': dossierReader(),
  'PUT /api/team/dossiers/:site/:dossier/reports/:report': dossierReader({}),
  'PUT /api/team/dossiers/:site/:dossier/earlier/:earlier': dossierReader({}),
  'PUT /api/team/dossiers/:site/:dossier/records/:record/cards': dossierReader(),
  'POST /api/team/dossiers/:site/:dossier/shares': dossierReader(),
  'POST /api/team/dossiers/:site/:dossier/leavings': dossierReader(),
  'POST /api/team/dossiers/:site/:dossier/epochs': dossierReader(),

  'POST /api/team/sites/:site/filings': atSite('file-report'),
  'POST /api/team/sites/:site/colleagues': atSite('handle-reports'),
  'PUT /api/team/sites/:site/pin': atSite('handle-reports'),
  'GET /api/team/sites/:site/deputies': atSite('handle-reports'),
  'POST /api/team/sites/:site/deputies': atSite('handle-reports'),
  'PUT /api/team/sites/:site/deputies': atSite('handle-reports'),
  'DELETE /api/team/sites/:site/deputies': atSite('handle-reports'),
  'GET /api/team/sites/:site/keys': atSite('keep-keys'),
  'POST /api/team/sites/:site/functions/:role/keys': atSite('keep-keys'),
  'POST /api/team/sites/:site/functions/:role/shares': atSite('keep-keys'),
  'GET /api/team/sites/:site/functions/:role/escrow': atSite('use-site-sheet'),
  'POST /api/team/sites/:site/functions/:role/restore': atSite('use-site-sheet'),
  'POST /api/team/sites/:site/site-key': atSite('make-site-key'),
  'POST /api/team/sites/:site/site-key/shares': atSite('make-site-key'),
  'POST /api/team/sites/:site/certificates': atSite('sign-holders'),
  'GET /api/team/sites/:site/neighbours': atSite('sign-holders'),
  'PUT /api/team/sites/:site/neighbours/:neighbour': atSite('sign-holders'),
  'DELETE /api/team/sites/:site/neighbours/:neighbour': atSite('sign-holders'),
  'GET /api/team/sites/:site/people': atSite('see-staff'),
  'PUT /api/team/sites/:site/posts/:role/:holder': atSite('appoint-staff'),
  'DELETE /api/team/sites/:site/posts/:role/:holder': atSite('appoint-staff'),
  'POST /api/team/sites/:site/staff/:holder/leave': atSite('appoint-staff'),
  'PUT /api/team/sites/:site/staff/:holder/block': atSite('block-account'),
  'DELETE /api/team/sites/:site/staff/:holder/block': atSite('block-account'),
  'GET /api/team/sites/:site/ownerless': atSite('block-account'),

  'GET /api/team/sites/:site/function-page': atSite('edit-function-page'),
  'PUT /api/team/sites/:site/function-page/people/:holder': atSite('edit-function-page'),
  'PUT /api/team/sites/:site/function-page/people/:holder/photo': atSite('edit-function-page'),
  'DELETE /api/team/sites/:site/function-page/people/:holder/photo': atSite('edit-function-page'),
  'PUT /api/team/sites/:site/function-page/order/:role': atSite('edit-function-page'),
  'GET /api/team/mail': somewhere('see-mail-trouble'),
  'POST /api/team/mail/:mail/attempts': somewhere('see-mail-trouble'),
  'POST /api/team/sites': somewhere('administer-school'),
  'GET /api/team/sites/:site/settings': atSite('administer-site'),
  'PUT /api/team/sites/:site/settings': atSite('administer-site'),
  'GET /api/team/sites/:site/free-days': atSite('administer-site'),
  'POST /api/team/sites/:site/free-days': atSite('administer-site'),
  'PUT /api/team/sites/:site/free-days/:firstDay': atSite('administer-site'),
  'DELETE /api/team/sites/:site/free-days/:firstDay': atSite('administer-site'),
  'POST /api/team/sites/:site/free-days/national': atSite('administer-site'),
  'GET /api/team/invitations': somewhere('invite-staff'),
  'POST /api/team/invitations': somewhere('invite-staff'),
  'POST /api/team/sites/:site/staff/:holder/invitation': atSite('invite-staff'),
  'DELETE /api/team/sites/:site/staff/:holder/invitation': atSite('invite-staff'),
  'POST /api/team/staff-list/comparison': somewhere('administer-school'),
  'POST /api/team/staff-list': somewhere('administer-school'),
  'GET /api/team/sites/:site/school-year': atSite('administer-school'),
  'POST /api/team/sites/:site/school-year': atSite('administer-school'),
  'GET /api/team/sites/:site/year-plans/:year': atSite('see-year-plan'),
  'POST /api/team/sites/:site/year-plans/:year': atSite('edit-year-plan'),
  'POST /api/team/sites/:site/year-plans/:year/items': atSite('edit-year-plan'),
  'PUT /api/team/sites/:site/year-plans/:year/items/:item': atSite('edit-year-plan'),
  'GET /api/team/sites/:site/year-plans/:year/history': atSite('see-year-plan'),
  'GET /api/team/sites/:site/letters': atSite('work-dossiers'),
  'PUT /api/team/sites/:site/letters/:letter': atSite('edit-letters'),
  'GET /api/team/sites/:site/letters/history': atSite('edit-letters'),
  'GET /api/team/year-plans/:year/sums': somewhere('see-year-plan-sums'),
  'GET /api/team/numbers': somewhere('see-numbers-of-school'),
  'GET /api/team/numbers/:year': somewhere('see-numbers-of-school'),
  'POST /api/team/sites/:site/numbers': atSite('publish-numbers'),
}
