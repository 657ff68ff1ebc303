import * as ed25519 from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { concat, fromBase64Url, toBase64Url, utf8 } from './bytes.ts'
import { draw, type Random } from './random.ts'

// It comes without a hash of its own.
ed25519.hashes.sha512 = sha512

/** An Ed25519 pair. The public half is base64url; the secret half is the 32-byte seed. */
export type SigningKeyPair = Readonly<{ publicKey: string; secret: Uint8Array }>

export const newSigningKey = (random: Random): SigningKeyPair => signingKeyFromSeed(draw(random, 32))

/** @throws when the seed is not 32 bytes. */
export function signingKeyFromSeed(seed: Uint8Array): SigningKeyPair {
  if (seed.length !== 32) throw new Error('a seed has 32 bytes')
  const secret = seed.slice()
  return { publicKey: toBase64Url(ed25519.getPublicKey(secret)), secret }
}

/** What a signature is for. A signature under one context is worth nothing under another. */
export type SigningContext = 'envelope' | 'certificate' | 'escrow' | 'confirmation' | 'pin' | 'neighbour' | 'dossier'

/** @returns the signature, base64url. */
export const sign = (context: SigningContext, bytes: Uint8Array, secret: Uint8Array): string =>
  toBase64Url(ed25519.sign(inContext(context, bytes), secret))

/** Strict verification (RFC 8032, no ZIP 215 leniency). False, never an exception, for whatever is malformed. */
export function verify(context: SigningContext, bytes: Uint8Array, signature: string, publicKey: string): boolean {
  try {
    const options = { zip215: false }
    return ed25519.verify(fromBase64Url(signature), inContext(context, bytes), fromBase64Url(publicKey), options)
  } catch {
    return false
  }
}

export const isSigningKey = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value)

/** The zero byte ends the context, which has none itself, so no two pairs of context and bytes read the same. */
const inContext = (context: SigningContext, bytes: Uint8Array) =>
  concat(utf8(`vijfspoor ${context} v1`), Uint8Array.of(0), bytes)
