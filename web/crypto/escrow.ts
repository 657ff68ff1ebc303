import { utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { isHybridIdentity, isHybridRecipient, recipientOf } from './identity.ts'
import { readJson } from './json.ts'
import { open, seal } from './sealing.ts'
import { hasOnly, isHolderId, isRecord, isSite, isText } from './shape.ts'
import { readSigned, signed } from './signed.ts'

/** Where copies of function keys go that only the sheet in the safe opens. */
export type EscrowPlace = Readonly<{ instance: string; site: string; recipient: string }>

/** @returns the place as the site key vouches for it. @throws when it is malformed. */
export function signEscrow({ instance, site, recipient }: EscrowPlace, siteSecret: Uint8Array): string {
  const body = { v: 1, instance, site, recipient }
  if (!isPlace(body)) throw new Error('malformed escrow')
  return signed('escrow', body, siteSecret)
}

/** The recipient, or null when this site key did not sign it for this site. */
export function readEscrow(
  statement: string,
  siteKey: string,
  expect: Readonly<{ instance: string; site: string }>,
): string | null {
  const body = readSigned('escrow', statement, siteKey)
  return isPlace(body) && body.site === expect.site && body.instance === expect.instance ? body.recipient : null
}

/** The identity of a function, for the safe. */
export type EscrowedKey = Readonly<{ identity: string; site: string; role: string }>

/** @param escrowRecipient - from `readEscrow`, never from the server as it is. */
export function sealToEscrow({ identity, site, role }: EscrowedKey, escrowRecipient: string): Promise<Uint8Array> {
  const content = { v: 1, identity, site, role }
  if (!isEscrowedKey(content)) return Promise.reject(new Error('malformed function key'))
  return seal(utf8(canonicalJson(content)), escrowRecipient)
}

/**
 * The function's identity. It counts only when it is the key that the site key certifies.
 *
 * @param expect - `recipient` comes from the function's certificate.
 * @throws 'cannot open' with another sheet; 'not the key of this function' when it is another key or has been moved.
 */
export async function openEscrow(
  ageFile: Uint8Array,
  escrowIdentity: string,
  expect: Readonly<{ site: string; role: string; recipient: string }>,
): Promise<string> {
  const key = readJson(await open(ageFile, escrowIdentity))
  const isHere = isEscrowedKey(key) && key.site === expect.site && key.role === expect.role
  if (!isHere || (await recipientOf(key.identity)) !== expect.recipient) throw new Error('not the key of this function')
  return key.identity
}

const isPlace = (value: unknown): value is EscrowPlace & { v: 1 } =>
  isRecord(value) &&
  hasOnly(value, 'v', 'instance', 'site', 'recipient') &&
  value['v'] === 1 &&
  isText(value['instance'], 200) &&
  isSite(value['site']) &&
  isHybridRecipient(value['recipient'])

const isEscrowedKey = (value: unknown): value is EscrowedKey & { v: 1 } =>
  isRecord(value) &&
  hasOnly(value, 'v', 'identity', 'site', 'role') &&
  value['v'] === 1 &&
  isHybridIdentity(value['identity']) &&
  isSite(value['site']) &&
  isHolderId(value['role'])
