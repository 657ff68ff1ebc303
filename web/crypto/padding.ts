import { concat } from './bytes.ts'

/**
 * What is encrypted has one of these lengths, so that a stored row does not show how much somebody wrote: a short
 * message, a grant or a long message, a long report, a piece of an attachment.
 */
export const sealedSizes = [2_048, 8_192, 32_768, 262_144] as const

/** The longest content that {@link pad} takes. */
export const largestContent = sealedSizes[3] - 4

/** Bytes of an age header with one hybrid stanza: version, arguments and body of the stanza, MAC. */
export const ageHeaderBytes = 22 + (18 + 1_494 + 1) + (43 + 1) + (4 + 43 + 1)

/** age encrypts in pieces of 64 KiB, each with a tag, behind a nonce. */
const storedSize = (size: number) => ageHeaderBytes + 16 + size + 16 * Math.ceil(size / 65_536)

/** The lengths, in the order of {@link sealedSizes}, that anything sealed has in the database. */
export const storedSizes: readonly number[] = sealedSizes.map(storedSize)

/**
 * Four bytes of length (big-endian), the content, zeros up to the smallest size that fits.
 * @throws when the content is longer than {@link largestContent}.
 */
export function pad(content: Uint8Array): Uint8Array {
  const size = sealedSizes.find((candidate) => content.length + 4 <= candidate)
  if (size === undefined) throw new Error('too long to seal')
  const padded = new Uint8Array(size)
  new DataView(padded.buffer).setUint32(0, content.length)
  padded.set(content, 4)
  return padded
}

/** @throws unless the bytes are exactly what {@link pad} makes of some content. */
export function unpad(padded: Uint8Array): Uint8Array {
  if (padded.length < 4) throw new Error('wrongly padded')
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  const smallest = sealedSizes.find((candidate) => length + 4 <= candidate)
  if (smallest !== padded.length) throw new Error('wrongly padded')
  if (padded.subarray(4 + length).some((byte) => byte !== 0)) throw new Error('wrongly padded')
  return concat(padded.subarray(4, 4 + length))
}
