import { utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { isHybridIdentity, recipientOf } from './identity.ts'
import { readJson } from './json.ts'
import { open, seal } from './sealing.ts'
import { hasOnly, isHolderId, isRecord, isSite } from './shape.ts'

/** The identity of a function of a site, as one of its members keeps it. */
export type FunctionKey = Readonly<{ identity: string; site: string; role: string; member: string }>

/** @param memberRecipient - from the member's own certificate. */
export function sealFunctionKey(key: FunctionKey, memberRecipient: string): Promise<Uint8Array> {
  const { identity, site, role, member } = key
  if (!isFunctionKey({ v: 1, identity, site, role, member })) return Promise.reject(new Error('malformed function key'))
  return seal(utf8(canonicalJson({ v: 1, identity, site, role, member })), memberRecipient)
}

/**
 * The function's identity. Anyone could have sealed something to this member, so it counts only when it is the key
 * that the site key certifies.
 *
 * @param expect - `recipient` comes from the function's certificate.
 * @throws 'cannot open' for another member; 'not the key of this function' when it is another key or has been moved.
 */
export async function openFunctionKey(
  ageFile: Uint8Array,
  memberIdentity: string,
  expect: Readonly<{ site: string; role: string; member: string; recipient: string }>,
): Promise<string> {
  const key = readJson(await open(ageFile, memberIdentity))
  if (!isFunctionKey(key)) throw new Error('not the key of this function')
  const isHere = key.site === expect.site && key.role === expect.role && key.member === expect.member
  if (!isHere || (await recipientOf(key.identity)) !== expect.recipient) throw new Error('not the key of this function')
  return key.identity
}

const isFunctionKey = (value: unknown): value is FunctionKey & { v: 1 } =>
  isRecord(value) &&
  hasOnly(value, 'v', 'identity', 'site', 'role', 'member') &&
  value['v'] === 1 &&
  isHybridIdentity(value['identity']) &&
  isSite(value['site']) &&
  isHolderId(value['role']) &&
  isHolderId(value['member'])
