import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What is stored of a bearer token, a look-up id or a proof. They are long and random, so a plain hash is enough. */
export const hashOf = (secret: Uint8Array): string => createHash('sha256').update(secret).digest('hex')

/** A value only this installation can make: one key per purpose, out of the secret of the instance. */
export const keyedHash = (secret: string, purpose: string, value: string): string =>
  createHmac('sha256', secret).update(`vijfspoor ${purpose}\n${value}`).digest('hex')

/** Compares two hashes of the same length in a time that does not depend on where they differ. */
export const equalHashes = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b))
