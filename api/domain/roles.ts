/** The functions a staff member can hold at a site (protocol 2.1–2.3 and annexes). */
export const roles = [
  'mentor',
  'teamLeader',
  'bullyingCoordinator',
  'contactPerson',
  'confidentialAdviser',
  'supportCoordinator',
  'director',
  'systemAdministrator',
  'careCoordinator',
  'qualityOfficer',
  'boardMember',
] as const
export type Role = (typeof roles)[number]

/**
 * The functions of a site that receive reports under a key of their own. A mentor, or another staff member
 * somebody trusts, is addressed in person instead.
 */
export const receivingFunctions = [
  'contactPerson',
  'bullyingCoordinator',
  'confidentialAdviser',
  'supportCoordinator',
] as const satisfies readonly Role[]
export type ReceivingFunction = (typeof receivingFunctions)[number]

/** The functions whose holders are named on the public pages of a site. */
export const publishedFunctions = [
  'contactPerson',
  'bullyingCoordinator',
  'confidentialAdviser',
] as const satisfies readonly Role[]

/** Functions whose key is sealed to nobody but their members: no sheet in a safe opens what they received. */
export const functionsWithoutEscrow = ['confidentialAdviser'] as const satisfies readonly ReceivingFunction[]

/** Roles that see sums of the whole school and never a report; nobody with only these can be addressed. */
export const rolesWithoutReports = ['qualityOfficer', 'boardMember'] as const satisfies readonly Role[]

export const isReceivingFunction = (text: string): text is ReceivingFunction =>
  (receivingFunctions as readonly string[]).includes(text)

export const hasEscrow = (role: ReceivingFunction): boolean =>
  !(functionsWithoutEscrow as readonly ReceivingFunction[]).includes(role)
