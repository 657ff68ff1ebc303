import { fromBase64Url, toBase64Url, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { isHybridIdentity } from './identity.ts'
import { readJson } from './json.ts'
import { open, seal } from './sealing.ts'
import { hasOnly, isRecord, isSite } from './shape.ts'
import { isSigningKey } from './signing.ts'

/** The secrets of one staff member, and the site keys they have come to trust. */
export type StaffBox = Readonly<{
  identity: string
  /** 32 bytes: the seed of the signing key. */
  signingSeed: Uint8Array
  /** The pinned site key of each site the person works at. */
  siteKeys: Readonly<Record<string, string>>
}>

/** @param unlockRecipient - from `deriveStaffSecrets`; no one else knows it, so no one else can make a box that opens. */
export function sealStaffBox(box: StaffBox, unlockRecipient: string): Promise<Uint8Array> {
  const { identity, signingSeed, siteKeys } = box
  if (!isHybridIdentity(identity) || signingSeed.length !== 32 || !areSiteKeys(siteKeys)) {
    return Promise.reject(new Error('malformed staff box'))
  }
  const content = { v: 1, identity, signingSeed: toBase64Url(signingSeed), siteKeys }
  return seal(utf8(canonicalJson(content)), unlockRecipient)
}

/** @throws 'cannot open' for a wrong password, 'malformed staff box' for what opens but is none. */
export async function openStaffBox(ageFile: Uint8Array, unlockIdentity: string): Promise<StaffBox> {
  const box = readJson(await open(ageFile, unlockIdentity))
  if (!isRecord(box) || !hasOnly(box, 'v', 'identity', 'signingSeed', 'siteKeys') || box['v'] !== 1) {
    throw new Error('malformed staff box')
  }
  const { identity, signingSeed, siteKeys } = box
  if (!isHybridIdentity(identity) || !isSigningKey(signingSeed) || !areSiteKeys(siteKeys)) {
    throw new Error('malformed staff box')
  }
  return { identity, signingSeed: fromBase64Url(signingSeed), siteKeys }
}

const areSiteKeys = (value: unknown): value is StaffBox['siteKeys'] =>
  isRecord(value) && Object.entries(value).every(([site, key]) => isSite(site) && isSigningKey(key))
