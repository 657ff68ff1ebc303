import type { LocalDate } from '../../api/domain/local-date.ts'
import { hasOnly, isDay, isRecord, isSite, isText } from './shape.ts'
import { readSigned, signed } from './signed.ts'
import { isSigningKey } from './signing.ts'

/**
 * "This is the key of that other site of our school": a director compared it with paper, and signs it with the key of
 * their own site. Who trusts that site key can then trust the holders of the neighbour, whatever the server names.
 */
export type Neighbour = Readonly<{
  /** The salt of the instance, base64url: the same sheet used in a school to try things out means nothing here. */
  instance: string
  /** The site that vouches. */
  site: string
  neighbour: string
  /** What the neighbour is called: reporters read it, so the server may not say it. */
  name: string
  /** The site key of the neighbour. */
  siteKey: string
  issuedOn: LocalDate
}>

/** @param siteSecret - of the site that vouches. @throws when the statement is malformed. */
export function vouchFor(neighbour: Neighbour, siteSecret: Uint8Array): string {
  const { instance, site, neighbour: other, name, siteKey, issuedOn } = neighbour
  const body = { v: 1, instance, site, neighbour: other, name, siteKey, issuedOn }
  if (!isNeighbour(body)) throw new Error('malformed neighbour')
  return signed('neighbour', body, siteSecret)
}

/** What the statement says, or null when this site key did not sign it, or it is of another site than expected. */
export function readNeighbour(
  statement: string,
  siteKey: string,
  expect: Readonly<{ site: string; neighbour?: string; instance?: string }>,
): Neighbour | null {
  const body = readSigned('neighbour', statement, siteKey)
  if (!isNeighbour(body) || body.site !== expect.site) return null
  if (expect.neighbour !== undefined && body.neighbour !== expect.neighbour) return null
  return expect.instance !== undefined && body.instance !== expect.instance ? null : body
}

const isNeighbour = (value: unknown): value is Neighbour & { v: 1 } =>
  isRecord(value) &&
  hasOnly(value, 'v', 'instance', 'site', 'neighbour', 'name', 'siteKey', 'issuedOn') &&
  value['v'] === 1 &&
  isText(value['instance'], 200) &&
  isSite(value['site']) &&
  isSite(value['neighbour']) &&
  value['neighbour'] !== value['site'] &&
  isText(value['name'], 200) &&
  isSigningKey(value['siteKey']) &&
  isDay(value['issuedOn'])
