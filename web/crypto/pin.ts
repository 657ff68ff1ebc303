import { hasOnly, isHolderId, isRecord, isSite, isText } from './shape.ts'
import { readSigned, signed } from './signed.ts'
import { isSigningKey } from './signing.ts'

/**
 * "I compared this site key with the paper and trust it": said once, signed by the person's own key, so that it holds
 * in every browser in which they open their keys, whatever the server names later.
 */
export type Pin = Readonly<{ instance: string; site: string; holder: string; siteKey: string }>

/** @throws when it is malformed. */
export function pinSiteKey({ instance, site, holder, siteKey }: Pin, ownSecret: Uint8Array): string {
  const body = { v: 1, instance, site, holder, siteKey }
  if (!isPin(body)) throw new Error('malformed pin')
  return signed('pin', body, ownSecret)
}

/** The site key that was pinned, or null when it was not this person who did, or not here. */
export function readPin(
  statement: string,
  ownKey: string,
  expect: Readonly<{ site: string; holder: string }>,
): string | null {
  const body = readSigned('pin', statement, ownKey)
  return isPin(body) && body.site === expect.site && body.holder === expect.holder ? body.siteKey : null
}

const isPin = (value: unknown): value is Pin & { v: 1 } =>
  isRecord(value) &&
  hasOnly(value, 'v', 'instance', 'site', 'holder', 'siteKey') &&
  value['v'] === 1 &&
  isText(value['instance'], 200) &&
  isSite(value['site']) &&
  isHolderId(value['holder']) &&
  isSigningKey(value['siteKey'])
