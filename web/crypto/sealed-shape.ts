import { ageHeaderBytes, storedSizes } from './padding.ts'

export { storedSizes } from './padding.ts'

/** age-encryption.org/v1, one ML-KEM-768 + X25519 stanza of 1,120 and 32 bytes, the MAC; only canonical base64. */
const header =
  /^age-encryption\.org\/v1\n-> mlkem768x25519 [A-Za-z0-9+/]{1493}[AQgw]\n[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]\n--- [A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]\n$/

/**
 * True for bytes that could have come out of `seal`: an age v1 file with exactly one hybrid recipient and one of the
 * `storedSizes`. Whether they open, and for whom, cannot be seen from outside. For the server and everyone else who
 * only has to tell ciphertext from the rest: this file imports nothing of age.
 */
export const looksSealed = (bytes: Uint8Array): boolean =>
  storedSizes.includes(bytes.length) && header.test(String.fromCharCode(...bytes.subarray(0, ageHeaderBytes)))
