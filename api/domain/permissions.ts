import type { StaffAtSite } from './access.ts'
import type { Role } from './roles.ts'

/** Who works by the protocol. Not the system administrator: that is a technician, who has no business in a dossier. */
const dossierWorkers = [
  'mentor',
  'teamLeader',
  'bullyingCoordinator',
  'contactPerson',
  'confidentialAdviser',
  'supportCoordinator',
  'careCoordinator',
  'director',
] as const satisfies readonly Role[]

const handlers = [...dossierWorkers, 'systemAdministrator'] as const satisfies readonly Role[]

/**
 * Rechten: who may do what at a site, by role. The one table that every route and every screen asks.
 *
 * Reading a report is in none of these: that goes by grants alone (access.ts), whatever somebody's role. Nor is anything
 * that needs a key somebody does not have: the table only says what the server does not refuse.
 */
export const rolesByPermission = {
  /** Reads and answers what was granted to them; without such a role nothing can be addressed to somebody. */
  'handle-reports': handlers,
  /** Writes down what a pupil or parent told, and hands over a code. */
  'file-report': handlers,
  /** Opens dossiers, and reads and works those that were granted to them. Without such a role a grant opens nothing. */
  'work-dossiers': dossierWorkers,
  /** Sees who holds which key, and makes, confirms or renews those of functions of their own. */
  'keep-keys': [
    ...['contactPerson', 'bullyingCoordinator', 'confidentialAdviser', 'supportCoordinator'],
    ...['director', 'systemAdministrator'],
  ],
  /** The director signs who holds which key, with the site key. */
  'sign-holders': ['director'],
  /** Makes the site key and its sheet for the safe. */
  'make-site-key': ['director'],
  /** Opens the escrow of a function with the sheet from the safe. */
  'use-site-sheet': ['director', 'systemAdministrator'],
  'invite-staff': ['director', 'systemAdministrator'],
  'see-staff': ['director', 'systemAdministrator', 'bullyingCoordinator', 'teamLeader'],
  /** Who holds which function, who leaves, who stands in. */
  'appoint-staff': ['director', 'systemAdministrator'],
  'block-account': ['director', 'systemAdministrator'],
  /** What the public page says of people: reach, hours, photo, order. */
  'edit-function-page': ['bullyingCoordinator', 'director', 'systemAdministrator'],
  /** Name, terms and free days of the site. */
  'administer-site': ['director', 'systemAdministrator'],
  /** How long a site keeps reports and dossiers. Not a technician's: a shorter period would make something vanish. */
  'set-retention': ['director'],
  /** Sites of the school, staff lists and the turn of the year. */
  'administer-school': ['systemAdministrator'],
  /**
   * What letters to parents and records of talks say at a site before they are filled in. Whoever signs them and whoever
   * keeps the protocol; not a technician, because it is what the school tells families.
   */
  'edit-letters': ['bullyingCoordinator', 'director'],
  /** Jaarplan of a site: what is done against bullying this school year, by whom and when. */
  'see-year-plan': ['bullyingCoordinator', 'director', 'qualityOfficer'],
  /** Where a site has a coordinator, the director leaves it to them: year-plan/editors.ts. */
  'edit-year-plan': ['bullyingCoordinator', 'director'],
  /** How many items of each site's plan are done; no words. */
  'see-year-plan-sums': ['bullyingCoordinator', 'director', 'qualityOfficer', 'boardMember'],
  /** With whom reports lie that nobody opens: who, never which or how many. */
  'see-stalled': ['bullyingCoordinator'],
  /** The published numbers of the school as a whole. */
  'see-numbers-of-school': ['bullyingCoordinator', 'director', 'qualityOfficer', 'boardMember'],
  /** Those of a site, at that site. */
  'see-numbers': ['bullyingCoordinator', 'director', 'qualityOfficer'],
  'see-numbers-of-all-sites': ['qualityOfficer'],
  /** Counts, in their own browser, what can only be read in dossiers, and publishes that. */
  'publish-numbers': ['bullyingCoordinator'],
  'see-mail-trouble': ['systemAdministrator'],
  'read-audit': ['director'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof rolesByPermission

/** Whether one of these roles gives the permission. */
export const rolesMay = (roles: readonly Role[], permission: Permission): boolean =>
  (rolesByPermission[permission] as readonly Role[]).some((role) => roles.includes(role))

/** The sites at which somebody has the permission. */
export const sitesWith = (places: readonly StaffAtSite[], permission: Permission): readonly string[] =>
  places.filter(({ roles }) => rolesMay(roles, permission)).map(({ site }) => site)
