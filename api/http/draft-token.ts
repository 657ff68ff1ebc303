import { hashOf } from '../stores/hashes.ts'

const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** What the database knows of a draft's bearer token; null for anything that is not one. */
export const hashOfDraftToken = (token: string): string | null =>
  tokenPattern.test(token) ? hashOf(Buffer.from(token, 'base64url')) : null

/** The token of `Authorization: Draft <token>`. */
export function draftOf(authorization: string | undefined): string | null {
  const [scheme, token] = (authorization ?? '').split(' ')
  return scheme === 'Draft' && token ? hashOfDraftToken(token) : null
}
