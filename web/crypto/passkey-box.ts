import { text, utf8 } from './bytes.ts'
import { derive } from './derive.ts'
import { hybridIdentityFromSeed, isHybridIdentity, recipientOf } from './identity.ts'
import { open, seal } from './sealing.ts'

/** What a passkey is asked to work on (WebAuthn PRF). Another text would give another key. */
export const passkeyQuestion: Uint8Array<ArrayBuffer> = new Uint8Array(utf8('vijfspoor passkey unlock v1'))

/** @param answer - the 32 bytes that only this passkey gives, and only in this browser. */
const identityOf = (answer: Uint8Array): string =>
  hybridIdentityFromSeed(derive(answer, 'vijfspoor passkey unlock v1', 32))

/**
 * What opens the staff box, sealed to a key that only this passkey makes. Not the staff box itself: that changes, and the
 * passkey would go on opening the one of before. After a new password it opens nothing, and the password is asked.
 */
export async function sealPasskeyBox(unlockIdentity: string, answer: Uint8Array): Promise<Uint8Array> {
  return await seal(utf8(unlockIdentity), await recipientOf(identityOf(answer)))
}

/** @returns the key to the staff box. @throws 'cannot open' when it was sealed for another passkey. */
export async function openPasskeyBox(box: Uint8Array, answer: Uint8Array): Promise<string> {
  const unlockIdentity = text(await open(box, identityOf(answer)))
  if (!isHybridIdentity(unlockIdentity)) throw new Error('cannot open')
  return unlockIdentity
}
