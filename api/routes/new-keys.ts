import { z } from 'zod'
import { isHybridRecipient } from '../../web/crypto/identity.ts'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'
import { isSigningKey } from '../../web/crypto/signing.ts'
import { authentication } from '../http/own-password.ts'
import { exactly, sealed } from './inputs.ts'

/** An age file by its looks; whether it opens, and with what, only its owner can tell. */
const box = sealed.refine(looksSealed)

export const email = z.string().trim().toLowerCase().pipe(z.email().max(254))

/** What a browser makes of a password. */
export const passwordInput = { authentication, box }

/** What a browser makes of a recovery sheet that was typed over. */
export const sheetInput = { recoveryBox: box, recoveryProof: exactly(32) }

/** All of somebody's keys. */
export const keysInput = {
  ...passwordInput,
  ...sheetInput,
  recipient: z.string().refine(isHybridRecipient),
  signingKey: z.string().refine(isSigningKey),
}
