const text = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0))
const size = (length: number) => [length & 255, (length >> 8) & 255, (length >> 16) & 255, 0]

type Chunk = readonly [name: string, bytes: readonly number[]]

/** A file put together as WebP is; what is in its chunks is not a picture. */
export function webpOf(...chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> {
  const body = chunks.flatMap(([name, bytes]) => [
    ...[...text(name), ...size(bytes.length)],
    ...[...bytes, ...(bytes.length % 2 === 1 ? [0] : [])],
  ])
  return new Uint8Array([...text('RIFF'), ...size(body.length + 4), ...text('WEBP'), ...body])
}

export const plainWebp = webpOf(['VP8 ', [1, 2, 3, 4]])

/** The parts of a JPEG before its picture, by marker, and then a picture of two bytes. */
export function jpegOf(...parts: readonly (readonly [marker: number, bytes: readonly number[]])[]) {
  const head = parts.flatMap(([marker, bytes]) => [0xff, marker, 0, bytes.length + 2, ...bytes])
  return new Uint8Array([0xff, 0xd8, ...head, 0xff, 0xda, 0, 2, 7, 7, 0xff, 0xd9])
}
