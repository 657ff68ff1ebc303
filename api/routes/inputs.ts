import { z } from 'zod'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import { reportLimits } from '../domain/report.ts'
import { largestSealed } from '../http/limits.ts'

/** Bytes as base64url. Only the one spelling an encoder makes is taken, so that equal bytes are equal text. */
function base64Url(characters: { min: number; max: number }) {
  return z
    .string()
    .min(characters.min)
    .max(characters.max)
    .regex(/^[A-Za-z0-9_-]+$/)
    .transform((text, context) => {
      const bytes = Buffer.from(text, 'base64url')
      if (bytes.toString('base64url') === text) return new Uint8Array(bytes)
      context.addIssue('not base64url')
      return z.NEVER
    })
}

const charactersFor = (bytes: number) => Math.ceil((bytes * 4) / 3)

export const siteId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const id = z.uuidv4().toLowerCase()
export const holderId = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[A-Za-z0-9-]+$/)
/** Of whoever reads or writes: at another site `<site>/<id>`. */
export const readerId = z
  .string()
  .max(122)
  .regex(/^([a-z0-9]+(-[a-z0-9]+)*\/)?[A-Za-z0-9-]{1,60}$/)
export const sealed = base64Url({ min: 100, max: charactersFor(largestSealed) })
/** Signed by the site key; the longest names a function with all the members it can have. */
export const certificateText = z.string().min(1).max(20_000)
export const exactly = (bytes: number) => base64Url({ min: charactersFor(bytes), max: charactersFor(bytes) })
export const epoch = z.int().min(1).max(1_000)

/** The last sequence the writer had read. Without it two tabs of one person could sign the same number twice. */
export const after = z.int().min(1).max(2_147_483_647).optional()

/** `standsInFor`: gets it for as long as that one is away. */
export const grants = z
  .array(z.strictObject({ holder: holderId, sealed, standsInFor: holderId.optional() }))
  .min(1)
  .max(reportLimits.grants)

/** Keys of earlier epochs, for readers who were not there then. */
export const earlierGrants = z
  .array(z.strictObject({ epoch, holder: readerId, sealed }))
  .max(reportLimits.grants * 4)
  .default([])

export const attachments = z
  .array(z.strictObject({ id, chunks: z.int().min(1).max(reportLimits.attachmentChunks) }))
  .max(reportLimits.attachments)

export const sealedMessage = z.strictObject({ id, sealed })

export const newEpoch = z.strictObject({
  epoch,
  after,
  announcement: sealedMessage,
  reporterGrant: sealed,
  grants: z
    .array(z.strictObject({ holder: readerId, sealed }))
    .min(1)
    .max(reportLimits.grants),
  earlierGrants,
})

/** In a path everything is text; `z.coerce` would also take '' and '0x1'. */
export const chunkIndex = z
  .string()
  .regex(/^(0|[1-9]\d?)$/)
  .transform(Number)
  .refine((index) => index < reportLimits.attachmentChunks)

export const siteParam = z.object({ site: siteId })
export const chunkParam = z.object({ attachment: id, index: chunkIndex })

/** One line that somebody types: no control characters, because the database takes no zero byte in a text. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}+$/u)

/** Words over as many lines as somebody types; no other control characters, for the same reason. */
export const paragraph = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^(\P{Cc}|\r?\n)+$/u)

/** A day that exists: 30 February does not. */
export const day = z
  .string()
  .max(10)
  .transform((text, context): LocalDate => {
    try {
      return localDate(text)
    } catch {
      context.addIssue('not a day')
      return z.NEVER
    }
  })
