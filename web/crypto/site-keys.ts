import { fromBase64Url, toBase64Url, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { derive } from './derive.ts'
import { hybridIdentityFromSeed, type IdentityPair, recipientOf } from './identity.ts'
import { readJson } from './json.ts'
import { type SheetCode, sheetSecret } from './recovery-sheet.ts'
import { open, seal } from './sealing.ts'
import { hasOnly, isHolderId, isRecord, isSite } from './shape.ts'
import { isSigningKey, type SigningKeyPair, signingKeyFromSeed } from './signing.ts'

/** All that the sheet in a school's safe opens. Directors keep the signing key; the rest exists on the sheet only. */
export type SiteKeys = Readonly<{
  /** Vouches for the holders of the site. */
  signing: SigningKeyPair
  /** Opens the copies of function keys that were made for the day everybody has lost theirs. */
  escrow: IdentityPair
}>

export async function deriveSiteKeys(code: SheetCode<'site'>): Promise<SiteKeys> {
  const secret = sheetSecret(code)
  const identity = hybridIdentityFromSeed(derive(secret, 'vijfspoor site escrow v1', 32))
  return {
    signing: signingKeyFromSeed(derive(secret, 'vijfspoor site signing v1', 32)),
    escrow: { identity, recipient: await recipientOf(identity) },
  }
}

/** The seed of the site's signing key, as one director keeps it. */
export type SiteSeed = Readonly<{ seed: Uint8Array; site: string; member: string }>

/** @param directorRecipient - from the director's own certificate, or the keys open in their own browser. */
export function sealSiteSeed({ seed, site, member }: SiteSeed, directorRecipient: string): Promise<Uint8Array> {
  const content = { v: 1, seed: toBase64Url(seed), site, member }
  if (!isSiteSeed(content)) return Promise.reject(new Error('malformed site seed'))
  return seal(utf8(canonicalJson(content)), directorRecipient)
}

/**
 * The site's signing key. Anyone could have sealed something to this director, so it counts only when it makes the site
 * key that they trust.
 *
 * @throws 'cannot open' for another director; 'not the key of this site' when it is another key or has been moved.
 */
export async function openSiteSeed(
  ageFile: Uint8Array,
  directorIdentity: string,
  expect: Readonly<{ site: string; member: string; siteKey: string }>,
): Promise<SigningKeyPair> {
  const content = readJson(await open(ageFile, directorIdentity))
  if (!isSiteSeed(content) || content.site !== expect.site || content.member !== expect.member) {
    throw new Error('not the key of this site')
  }
  const signing = signingKeyFromSeed(fromBase64Url(content.seed))
  if (signing.publicKey !== expect.siteKey) throw new Error('not the key of this site')
  return signing
}

const isSiteSeed = (value: unknown): value is { v: 1; seed: string; site: string; member: string } =>
  isRecord(value) &&
  hasOnly(value, 'v', 'seed', 'site', 'member') &&
  value['v'] === 1 &&
  isSigningKey(value['seed']) &&
  isSite(value['site']) &&
  isHolderId(value['member'])
