import { sha256 } from '@noble/hashes/sha2.js'
import type { LocalDate } from '../../api/domain/local-date.ts'
import { functionsWithoutEscrow } from '../../api/domain/roles.ts'
import { concat, fromBase64Url, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { type ConfirmedBy, isConfirmedBy } from './confirmation.ts'
import { inGroups, toCrockford } from './crockford.ts'
import { isHybridRecipient } from './identity.ts'
import { hasOnly, isDay, isHolderId, isListOf, isRecord, isSite, isText } from './shape.ts'
import { isSigningKey, sign, verify } from './signing.ts'

/** Who a holder is and which keys are theirs, as the site key vouches for it. */
export type CertifiedHolder = Readonly<{
  v: 1
  /** The salt of the instance, base64url: a certificate of one school's software means nothing in another's. */
  instance: string
  site: string
  /** A uuid for a staff member, the role name for a function. */
  holder: string
  kind: 'staff' | 'function'
  name: string
  /** What a staff member holds at the site. For a function only its own role. */
  roles: readonly string[]
  /** The staff members of a function; empty for a staff member. */
  members: readonly string[]
  /** The age recipient a grant to this holder is sealed to. */
  recipient: string
  /** Only people sign, so a function has null. */
  signingKey: string | null
  issuedOn: LocalDate
  /**
   * Only functions without escrow have it: the word of a member who was there before, or null when there was none.
   * See confirmation.ts.
   */
  confirmedBy?: ConfirmedBy | null
}>

/** @returns the certificate's text. @throws when the body is malformed. */
export function certify(body: CertifiedHolder, siteSecret: Uint8Array): string {
  if (!isCertifiedHolder(body)) throw new Error('malformed certificate')
  const signature = sign('certificate', utf8(canonicalJson(body)), siteSecret)
  return canonicalJson({ certified: body, signature })
}

/**
 * What the certificate says, or null when it is not signed by this site key, is malformed, or is about another site
 * or holder than the caller expects. Always give `expect` when the text came from a server: a genuine certificate of
 * somebody else is the cheapest forgery there is.
 */
export function readCertificate(
  certificate: string,
  siteKey: string,
  expect: Readonly<{ site?: string; holder?: string; instance?: string }> = {},
): CertifiedHolder | null {
  const { certified, signature } = parse(certificate)
  if (!isCertifiedHolder(certified) || typeof signature !== 'string') return null
  if (expect.site !== undefined && certified.site !== expect.site) return null
  if (expect.holder !== undefined && certified.holder !== expect.holder) return null
  if (expect.instance !== undefined && certified.instance !== expect.instance) return null
  // Last, because it is the part that takes time.
  return verify('certificate', utf8(canonicalJson(certified)), signature, siteKey) ? certified : null
}

/**
 * The site key in a form that people compare by eye, on the poster and on the screen: 160 bits as eight groups of
 * four symbols. @throws when the key is not base64url.
 */
export function siteKeyFingerprint(siteKey: string): string {
  const digest = sha256(concat(utf8('vijfspoor site key v1'), Uint8Array.of(0), fromBase64Url(siteKey)))
  return inGroups(toCrockford(digest.subarray(0, 20)))
}

function parse(certificate: string): Readonly<Record<string, unknown>> {
  try {
    const whole: unknown = JSON.parse(certificate)
    // One spelling only: whatever was added, doubled or respaced is not what was signed.
    if (isRecord(whole) && hasOnly(whole, 'certified', 'signature') && canonicalJson(whole) === certificate)
      return whole
  } catch {
    // Not JSON, or JSON without a canonical spelling: malformed like the rest.
  }
  return {}
}

function isCertifiedHolder(value: unknown): value is CertifiedHolder {
  if (!isRecord(value)) return false
  const names = ['v', 'instance', 'site', 'holder', 'kind', 'name', 'roles', 'members', 'recipient', 'signingKey']
  const isConfirmable = needsConfirmation(value['kind'], value['holder'])
  if (!hasOnly(value, ...names, 'issuedOn', ...(isConfirmable ? ['confirmedBy'] : []))) return false
  return (
    value['v'] === 1 &&
    isText(value['instance'], 200) &&
    isSite(value['site']) &&
    isHolderId(value['holder']) &&
    value['holder'] !== 'reporter' &&
    isText(value['name'], 200) &&
    isListOf(value['roles'], isHolderId, 50) &&
    isListOf(value['members'], isHolderId, 200) &&
    isHybridRecipient(value['recipient']) &&
    (value['kind'] === 'staff' ? isSigningKey(value['signingKey']) : value['kind'] === 'function') &&
    (value['kind'] === 'staff' || value['signingKey'] === null) &&
    isDay(value['issuedOn']) &&
    (!isConfirmable || value['confirmedBy'] === null || isConfirmedBy(value['confirmedBy']))
  )
}

/** Whether a certificate of this holder must say who confirmed it. */
export const needsConfirmation = (kind: unknown, holder: unknown): boolean =>
  kind === 'function' && functionsWithoutEscrow.some((role) => role === holder)
