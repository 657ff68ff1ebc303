import { brotliDecompressSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'

export type Layer = Readonly<{ name: string; bytes: Buffer }>

/** How many codings may lie over each other: base64 of gzip of base64 is three. */
const deepest = 3
/** Enough for a page of text; a bomb is no leak. */
const maxOutputLength = 8_000_000

/** The bytes themselves, and what appears when compression and codings are taken off, one after the other. */
export function* layersOf(bytes: Buffer, name = 'as it is', depth = 0): Generator<Layer> {
  yield { name, bytes }
  if (depth === deepest || bytes.length < 8) return
  for (const { name: coding, bytes: inner } of [...decompressed(bytes), ...decoded(bytes)]) {
    yield* layersOf(inner, `${coding} of ${name}`, depth + 1)
  }
}

const lenient = { finishFlush: 2, maxOutputLength }

function* decompressed(bytes: Buffer): Generator<Layer> {
  const whole = [
    ['inflated', () => inflateRawSync(bytes, lenient)],
    ['brotli', () => brotliDecompressSync(bytes, { maxOutputLength })],
  ] as const
  for (const [coding, decompress] of whole) yield* attempt(coding, decompress)
  for (const offset of startsOf(bytes, Buffer.from([0x28, 0xb5, 0x2f, 0xfd]))) {
    yield* attempt(`zstd at ${offset}`, () => zstdDecompressSync(bytes.subarray(offset), { maxOutputLength }))
  }
  // gzip and zlib say themselves where they start, so that they are found in the middle of something too.
  for (const offset of startsOf(bytes, Buffer.from([0x1f, 0x8b, 0x08]))) {
    yield* attempt(`gzip at ${offset}`, () => inflateRawSync(bytes.subarray(afterGzipHeader(bytes, offset)), lenient))
  }
  for (const second of [0x01, 0x5e, 0x9c, 0xda]) {
    for (const offset of startsOf(bytes, Buffer.from([0x78, second]))) {
      yield* attempt(`zlib at ${offset}`, () => inflateSync(bytes.subarray(offset), lenient))
    }
  }
}

function* attempt(coding: string, decompress: () => Buffer): Generator<Layer> {
  let bytes: Buffer
  try {
    bytes = decompress()
  } catch {
    return
  }
  if (bytes.length >= 8) yield { name: coding, bytes }
}

/** Node's gunzip refuses what comes after; inflating from behind the header stops where the stream does. */
function afterGzipHeader(bytes: Buffer, offset: number): number {
  const flags = bytes[offset + 3] ?? 0
  let at = offset + 10
  if (flags & 4) at += 2 + bytes.readUInt16LE(at)
  for (const named of [8, 16]) if (flags & named) at = bytes.indexOf(0, at) + 1
  return flags & 2 ? at + 2 : at
}

function* startsOf(bytes: Buffer, magic: Buffer): Generator<number> {
  for (let at = bytes.indexOf(magic); at !== -1; at = bytes.indexOf(magic, at + 1)) yield at
}

/** A short secret in one coding is found as it is (encodings.ts); here come the runs that can hold something compressed. */
function* decoded(bytes: Buffer): Generator<Layer> {
  const text = bytes.toString('latin1')
  for (const [run] of text.matchAll(/(?:[0-9a-f]{2}){20,}/gi)) yield { name: 'hex', bytes: Buffer.from(run, 'hex') }
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{28,}/g)) {
    if (!/^[0-9a-f]+$/i.test(run)) yield { name: 'base64', bytes: Buffer.from(run, 'base64') }
  }
  if (/%[0-9a-f]{2}/i.test(text)) {
    const unescaped = text.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    yield { name: 'percent', bytes: Buffer.from(unescaped, 'latin1') }
  }
  if (/\\u[0-9a-f]{4}/i.test(text)) {
    const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    yield { name: 'JSON escapes', bytes: Buffer.from(unescaped, 'utf8') }
  }
}
