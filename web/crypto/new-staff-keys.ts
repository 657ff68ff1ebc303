import { toBase64Url } from './bytes.ts'
import { newIdentity } from './identity.ts'
import type { Random } from './random.ts'
import { deriveRecoveryKeys, type SheetCode } from './recovery-sheet.ts'
import { newSigningKey } from './signing.ts'
import { openStaffBox, type StaffBox, sealStaffBox } from './staff-box.ts'

/** The keys of somebody new: what is theirs alone, and the public halves. Which site keys to trust comes later. */
export type NewStaffKeys = Readonly<{ box: StaffBox; recipient: string; signingKey: string }>

export async function makeStaffKeys(random: Random): Promise<NewStaffKeys> {
  const { identity, recipient } = await newIdentity()
  const { publicKey: signingKey, secret: signingSeed } = newSigningKey(random)
  return { box: { identity, signingSeed, siteKeys: {} }, recipient, signingKey }
}

/** What the server keeps for a recovery sheet, base64url. */
export type SealedForSheet = Readonly<{ recoveryBox: string; recoveryProof: string }>

export async function sealForSheet(box: StaffBox, code: SheetCode<'personal'>): Promise<SealedForSheet> {
  const { recipient, proof } = await deriveRecoveryKeys(code)
  return { recoveryBox: toBase64Url(await sealStaffBox(box, recipient)), recoveryProof: toBase64Url(proof) }
}

/** @throws 'cannot open' for another sheet than the one it was sealed to. */
export async function openWithSheet(recoveryBox: Uint8Array, code: SheetCode<'personal'>): Promise<StaffBox> {
  return openStaffBox(recoveryBox, (await deriveRecoveryKeys(code)).identity)
}
