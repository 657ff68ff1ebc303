import { bech32 } from '@scure/base'
import { generateHybridIdentity, identityToRecipient } from 'age-encryption'

/** An age key pair: `AGE-SECRET-KEY-PQ-1…` and `age1pq1…` (ML-KEM-768 with X25519), both as age spells them. */
export type IdentityPair = Readonly<{ identity: string; recipient: string }>

/**
 * The age hybrid identity whose secret is this seed. age only makes identities from its own chance; this is its
 * spelling, and a test vector keeps it so.
 *
 * @throws when the seed is not 32 bytes.
 */
export function hybridIdentityFromSeed(seed: Uint8Array): string {
  if (seed.length !== 32) throw new Error('a seed has 32 bytes')
  return bech32.encodeFromBytes('AGE-SECRET-KEY-PQ-', seed).toUpperCase()
}

/** A new report key, staff key or function key. age draws the secret itself. */
export async function newIdentity(): Promise<IdentityPair> {
  const identity = await generateHybridIdentity()
  return { identity, recipient: await recipientOf(identity) }
}

/** @throws when the text is not a hybrid identity: nothing here is ever encrypted to a key that is not. */
export async function recipientOf(identity: string): Promise<string> {
  if (!isHybridIdentity(identity)) throw new Error('not a hybrid identity')
  return identityToRecipient(identity)
}

export const isHybridIdentity = (value: unknown): value is string =>
  typeof value === 'string' && /^AGE-SECRET-KEY-PQ-1[0-9A-Z]{58}$/.test(value)

export const isHybridRecipient = (value: unknown): value is string =>
  typeof value === 'string' && /^age1pq1[0-9a-z]{1952}$/.test(value)
