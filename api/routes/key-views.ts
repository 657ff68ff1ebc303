import { z } from 'zod'
import { receivingFunctions, roles } from '../domain/roles.ts'

const day = z.string().describe('Calendar day in the Netherlands, YYYY-MM-DD')
const sealed = z.string().describe('Age file for one recipient, base64url')
const certificate = z.string().nullable().describe('Null until the site key has signed it')

/** Who holds which key at a site: public keys and names, and what was sealed to the asker. */
export const siteKeysView = z.object({
  siteName: z.string(),
  siteKey: z.string().nullable(),
  escrow: z.string().nullable().describe("The site's recovery key, signed by the site key"),
  siteKeyHolders: z.array(z.string()).describe('Directors who have the site key'),
  ownSiteKey: sealed.nullable(),
  people: z.array(
    z.object({
      ...{ holder: z.string(), name: z.string() },
      roles: z.array(
        z.object({
          role: z.enum(roles),
          since: day.nullable().describe('The first day of a deputy, perhaps yet to come'),
          ...{ until: day.nullable(), deputyFor: z.string().nullable() },
        }),
      ),
      ...{ recipient: z.string().nullable(), signingKey: z.string().nullable() },
      hasSheet: z.boolean().describe('Typed their recovery sheet over'),
      isBlocked: z.boolean(),
      certificate,
    }),
  ),
  functions: z.array(
    z.object({
      role: z.enum(receivingFunctions),
      certificate: certificate.describe('In force'),
      former: z.array(z.string()).describe('Certificates before that one, newest first'),
      generations: z
        .array(
          z.object({
            ...{ generation: z.int(), recipient: z.string(), certificate, madeOn: day, retiredOn: day.nullable() },
            ...{ hasEscrow: z.boolean(), confirmation: z.string().nullable(), keyHolders: z.array(z.string()) },
            own: sealed.nullable(),
          }),
        )
        .describe('Newest first'),
    }),
  ),
})

export const escrowView = z.array(z.object({ generation: z.int(), sealed }))
