/** What is written down about staff, so that the director and the person concerned can look it up. */
export const auditActions = [
  'signed-in',
  'signed-out-everywhere',
  'invited',
  'enrolled',
  'recovered',
  'keys-renewed',
  'blocked',
  'unblocked',
  'second-factor-changed',
  'appointed',
  'removed',
  'deputised',
  'function-key-made',
  'function-key-shared',
  'function-key-restored',
  'site-key-made',
  'site-key-shared',
  'holder-signed',
  'opened',
  'shared',
  'recused',
  'filed',
  'exported',
  'changed',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What an action was done to. */
export const auditSubjects = ['account', 'staff', 'function', 'report', 'site', 'school'] as const
export type AuditSubject = (typeof auditSubjects)[number]
