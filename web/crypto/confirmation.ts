import type { LocalDate } from '../../api/domain/local-date.ts'
import { utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import type { CertifiedHolder } from './certificate.ts'
import { hasOnly, isDay, isHolderId, isRecord } from './shape.ts'
import { isSigningKey, type SigningKeyPair, sign, verify } from './signing.ts'

/**
 * The word of somebody who already holds a function that its key and its members are right. Functions without escrow
 * need it, so that whoever appoints people and signs their keys cannot appoint themselves.
 */
export type ConfirmedBy = Readonly<{ holder: string; key: string; on: LocalDate; signature: string }>

/** What is confirmed. The same facts stand in the certificate, so that it can be checked against that alone. */
export type ConfirmedFacts = Pick<CertifiedHolder, 'instance' | 'site' | 'holder' | 'recipient' | 'members'>

/** @param member - who confirms, with their own signing key. */
export function confirmFunction(
  facts: ConfirmedFacts,
  { holder, signing, on }: Readonly<{ holder: string; signing: SigningKeyPair; on: LocalDate }>,
): ConfirmedBy {
  const signature = sign('confirmation', statementOf(facts, holder, on), signing.secret)
  return { holder, key: signing.publicKey, on, signature }
}

/** Whether whoever holds this key said it. Not who that is: see `confirmationOf`. */
export const isSaid = (facts: ConfirmedFacts, { holder, key, on, signature }: ConfirmedBy): boolean =>
  verify('confirmation', statementOf(facts, holder, on), signature, key)

/** `first`: nobody held the function before. `same`: the key is the one it was, for nobody new. */
export type Confirmation = 'first' | 'same' | 'confirmed' | 'unconfirmed'

/**
 * How far the members themselves stand behind a certificate of their function.
 *
 * @param previous - what the site key certified before this.
 * @param isKeyOf - whether a signing key is known to be this holder's, by a certificate or because it is one's own.
 */
export function confirmationOf(
  certified: CertifiedHolder,
  previous: CertifiedHolder | null,
  isKeyOf: (holder: string, key: string) => boolean,
): Confirmation {
  if (previous === null) return 'first'
  const isSameKey = certified.recipient === previous.recipient
  if (isSameKey && certified.members.every((member) => previous.members.includes(member))) return 'same'
  const by = certified.confirmedBy
  if (!by || !previous.members.includes(by.holder) || !isKeyOf(by.holder, by.key)) return 'unconfirmed'
  return isSaid(certified, by) ? 'confirmed' : 'unconfirmed'
}

/**
 * The certificates of a function that came without the word of somebody who held it before, newest first. For whoever
 * was never a member: they know the members' keys by the site key only.
 *
 * @param certified - of the function the newest first, and of its members.
 */
export function unconfirmedSteps(certified: readonly CertifiedHolder[], role: string): CertifiedHolder[] {
  const isKeyOf = (holder: string, key: string) =>
    certified.some((one) => one.kind === 'staff' && one.holder === holder && one.signingKey === key)
  const chain = certified.filter(({ kind, holder }) => kind === 'function' && holder === role)
  return chain.filter((one, index) => confirmationOf(one, chain[index + 1] ?? null, isKeyOf) === 'unconfirmed')
}

/** As it is stored until the director signs. */
export const writeConfirmation = ({ holder, key, on, signature }: ConfirmedBy): string =>
  canonicalJson({ holder, key, on, signature })

export function readConfirmation(text: string): ConfirmedBy | null {
  try {
    const value: unknown = JSON.parse(text)
    return isConfirmedBy(value) && canonicalJson(value) === text ? value : null
  } catch {
    return null
  }
}

export const isConfirmedBy = (value: unknown): value is ConfirmedBy =>
  isRecord(value) &&
  hasOnly(value, 'holder', 'key', 'on', 'signature') &&
  isHolderId(value['holder']) &&
  isSigningKey(value['key']) &&
  isDay(value['on']) &&
  typeof value['signature'] === 'string' &&
  /^[A-Za-z0-9_-]{86}$/.test(value['signature'])

/** Members in one order, whatever the order they came in. */
function statementOf({ instance, site, holder: role, recipient, members }: ConfirmedFacts, by: string, on: LocalDate) {
  return utf8(canonicalJson({ v: 1, instance, site, role, recipient, members: members.toSorted(), by, on }))
}
