import { z } from 'zod'

/** What the routes about somebody's own account answer, for the OpenAPI document. */
export const ownAccountView = z.object({
  email: z.string(),
  hasSecondFactor: z.boolean(),
  passkeys: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      madeAt: z.iso.datetime().nullable(),
      opensKeys: z.boolean().describe('Whether it also opens the keys, or only signs in'),
    }),
  ),
  sessions: z.array(z.object({ id: z.string(), since: z.iso.datetime(), isThis: z.boolean() })),
})

const backupCodes = z.array(z.string()).describe('Each works once, in the place of a code of the app')

export const backupCodesView = z.object({ backupCodes })

export const secondFactorView = z.object({
  address: z.string().describe('For the QR code: an otpauth address'),
  secret: z.string().describe('The same in base32, to type'),
  backupCodes,
})
