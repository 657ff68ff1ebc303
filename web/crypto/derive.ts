import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8 } from './bytes.ts'

/** HKDF-SHA-256 (RFC 5869) without salt. One label per use: keys with different labels say nothing about each other. */
export const derive = (secret: Uint8Array, label: string, length: number): Uint8Array =>
  hkdf(sha256, secret, undefined, utf8(label), length)
