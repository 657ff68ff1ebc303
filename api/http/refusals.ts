import type { Context } from 'hono'

/**
 * Every "no" the API can give, with its status. The screens have one sentence for each (web/text/nl), so a new one
 * here is a type error there. Nothing else goes back with a refusal: never what was sent.
 */
export const refusalStatus = {
  'input-malformed': 400,
  'not-json': 400,
  'draft-unknown': 401,
  'not-signed-in': 401,
  'sign-in-refused': 401,
  'sign-in-expired': 401,
  'code-refused': 401,
  'passkey-refused': 401,
  'solution-refused': 403,
  'solution-spent': 403,
  'origin-foreign': 403,
  'not-allowed': 403,
  'not-a-member': 403,
  'key-not-yours': 403,
  'not-found': 404,
  'site-unknown': 404,
  'code-unknown': 404,
  'report-unknown': 404,
  'staff-unknown': 404,
  'days-unknown': 404,
  'invitation-unknown': 404,
  'attachment-unknown': 404,
  'passkey-unknown': 404,
  'draft-used': 409,
  'report-taken': 409,
  'message-different': 409,
  'epoch-old': 409,
  'key-due': 409,
  'owner-needed': 409,
  'conversation-moved': 409,
  'site-taken': 409,
  'keys-present': 409,
  'list-moved': 409,
  'days-overlap': 409,
  'site-key-there': 409,
  'key-not-needed': 409,
  'second-factor-on': 409,
  'too-large': 413,
  'not-sealed': 422,
  'days-reversed': 422,
  'mail-missing': 422,
  'days-long': 422,
  'site-closed': 422,
  'own-account': 422,
  'holder-unknown': 422,
  'certificate-wrong': 422,
  'key-wrong': 422,
  'own-appointment': 422,
  'grants-wrong': 422,
  'reader-out': 422,
  'attachment-incomplete': 422,
  'too-many': 429,
  'sign-in-later': 429,
  unexpected: 500,
  'school-unreachable': 502,
  'storage-full': 507,
} as const satisfies Record<string, 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 502 | 507>

export type Refusal = keyof typeof refusalStatus

/** Answers with the refusal's status; the literal stays in the type, so that the client can tell them apart. */
export const refuseWith = <R extends Refusal>(c: Context, refusal: R) => c.json({ refusal }, refusalStatus[refusal])
