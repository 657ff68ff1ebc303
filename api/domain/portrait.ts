/** A staff photo for the public page: small, square, and nothing in the file but the picture itself. */
export const portraitLimits = { side: 288, bytes: 40_960 } as const

export type PortraitType = 'image/webp' | 'image/jpeg'

// An ICC profile says how colours look; EXIF and XMP say where, when and with which device.
const webpChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'])

/** The type of a picture without notes in it, or null for anything else. */
export function portraitType(bytes: Uint8Array): PortraitType | null {
  if (bytes.length > portraitLimits.bytes) return null
  if (isPlainWebp(bytes)) return 'image/webp'
  return isPlainJpeg(bytes) ? 'image/jpeg' : null
}

function isPlainWebp(bytes: Uint8Array): boolean {
  if (textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WEBP') return false
  const view = viewOf(bytes)
  if (view.getUint32(4, true) + 8 !== bytes.length) return false
  let at = 12
  while (at + 8 <= bytes.length) {
    if (!webpChunks.has(textAt(bytes, at))) return false
    const size = view.getUint32(at + 4, true)
    at += 8 + size + (size % 2)
  }
  return at === bytes.length && at > 12
}

/** Walks the parts before the picture: `APP0` (JFIF) may be there, other `APP`s and comments may not. */
function isPlainJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false
  if (bytes.at(-2) !== 0xff || bytes.at(-1) !== 0xd9) return false
  const view = viewOf(bytes)
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda) return true
    if (hasNotes(marker)) return false
    at += 2 + view.getUint16(at + 2)
  }
  return false
}

/** JPEG without the parts that hold notes; some browsers write them even when a picture comes off a canvas. */
export function withoutNotes(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(jpeg)
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)]
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const end = at + 2 + view.getUint16(at + 2)
    if (!hasNotes(jpeg[at + 1] ?? 0)) kept.push(jpeg.subarray(at, end))
    at = end
  }
  kept.push(jpeg.subarray(at))
  const plain = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0))
  let to = 0
  for (const part of kept) {
    plain.set(part, to)
    to += part.length
  }
  return plain
}

const hasNotes = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const textAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
