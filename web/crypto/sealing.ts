import { Decrypter, Encrypter } from 'age-encryption'
import { isHybridIdentity, isHybridRecipient } from './identity.ts'
import { pad, unpad } from './padding.ts'
import { looksSealed } from './sealed-shape.ts'

export { storedSizes } from './padding.ts'
export { looksSealed } from './sealed-shape.ts'

/**
 * An age file for one hybrid recipient, padded to one of `sealedSizes`.
 * @throws when the plaintext is too long or the recipient is not a hybrid one.
 */
export async function seal(plaintext: Uint8Array, recipient: string): Promise<Uint8Array> {
  if (!isHybridRecipient(recipient)) throw new Error('not a hybrid recipient')
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(pad(plaintext))
}

/**
 * What was sealed to this identity.
 * @throws 'cannot open', whatever the reason: another key, a changed byte, another shape, wrong padding.
 */
export async function open(ageFile: Uint8Array, identity: string): Promise<Uint8Array> {
  if (!looksSealed(ageFile) || !isHybridIdentity(identity)) throw new Error('cannot open')
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return unpad(await decrypter.decrypt(ageFile))
  } catch (cause) {
    throw new Error('cannot open', { cause })
  }
}
