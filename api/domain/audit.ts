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
  'site-vouched',
  'site-withdrawn',
  'opened',
  'shared',
  'recused',
  'filed',
  'exported',
  'changed',
  'begun',
  'linked',
  'erased',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What an action was done to. */
export const auditSubjects = [
  'account',
  'staff',
  'function',
  'report',
  'site',
  'school',
  'dossier',
  'year-plan',
  'letter',
] as const
export type AuditSubject = (typeof auditSubjects)[number]

/** The chain of what concerns the school as a whole, and the account that stands for the program itself. */
export const wholeSchool = '-'
export const theProgram = '-'

/** The detail of an opening to see what must be done now; never which card somebody looked at. */
export const forADuty = 'duty'

/** One thing a member of staff did, at one site. */
export type AuditEvent = Readonly<{
  /** The site's id, or `wholeSchool`. */
  site: string
  /** Who did it; `theProgram` for what nobody did. */
  account: string
  action: AuditAction
  subject: AuditSubject
  /**
   * The id of what it was done to: of an account, a holder, a report, a dossier or a site; for a function its role; for
   * a year plan its school year, with the item; for a letter its key in the protocol.
   */
  subjectId: string
  /** A role, a holder or a day that belongs to the action; never words somebody typed. */
  detail?: string | undefined
}>

/** A place in the chain of a site. `at` has whole milliseconds. */
export type ChainedEvent = AuditEvent & Readonly<{ sequence: number; at: Date; previousHash: string }>

/** Whose chain it is: the first row of each holds the hash of this, so that no chain can stand in for another. */
export const genesisText = (instance: Readonly<{ slug: string; salt: string }>, site: string): string =>
  JSON.stringify(['vijfspoor audit 1', instance.slug, instance.salt, site])

/**
 * What a row's hash is taken of: JSON without spaces, in this order, so that one row has one spelling and anybody can
 * do the sum again.
 */
export const eventText = (event: ChainedEvent): string =>
  JSON.stringify([
    event.previousHash,
    event.site,
    event.sequence,
    event.at.toISOString(),
    event.account,
    event.action,
    event.subject,
    event.subjectId,
    event.detail ?? null,
  ])
