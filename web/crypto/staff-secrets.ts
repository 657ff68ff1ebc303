import { toBase64Url } from './bytes.ts'
import { derive } from './derive.ts'
import { hybridIdentityFromSeed, recipientOf } from './identity.ts'

export type StaffSecrets = Readonly<{
  /** 32 bytes, base64url: what the server gets in the place of a password. It tells nothing about the other two. */
  authentication: string
  /** Opens the staff box; never leaves the browser. */
  unlockIdentity: string
  unlockRecipient: string
}>

/** @param stretched - what `stretchPassword` gave. */
export async function deriveStaffSecrets(stretched: Uint8Array): Promise<StaffSecrets> {
  const unlockIdentity = hybridIdentityFromSeed(derive(stretched, 'vijfspoor staff unlock v1', 32))
  return {
    authentication: toBase64Url(derive(stretched, 'vijfspoor staff authentication v1', 32)),
    unlockIdentity,
    unlockRecipient: await recipientOf(unlockIdentity),
  }
}
