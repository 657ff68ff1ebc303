import { sha256 } from '@noble/hashes/sha2.js'
import { concat, equalBytes, toBase64Url, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { chunkBytes, chunkCount, type Manifest } from './manifest.ts'
import { open, seal } from './sealing.ts'

export { chunkBytes, chunkCount, isManifest, type Manifest } from './manifest.ts'

/** A `File` or `Blob`, or anything that can be read in pieces like one. */
export type ByteSource = Readonly<{
  size: number
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> }
}>

/** Where an attachment belongs. `attachment` is its id, a random uuid. */
export type AttachmentPlace = Readonly<{ site: string; report: string; attachment: string }>

export type SealedChunk = Readonly<{
  index: number
  sealed: Uint8Array
  /** SHA-256 of `sealed`, base64url: what the manifest lists. */
  digest: string
}>

/**
 * Cuts a file into pieces and seals each to the report key. All have the biggest stored size, but the last, which has
 * the smallest that fits. Reads and seals one piece at a time, so a caller that stops iterating cancels the work.
 * If the report gets a new key before the message is sent, the file has to be sealed again.
 *
 * @throws when the source gives another number of bytes than its size says.
 */
export async function* sealChunks(
  source: ByteSource,
  recipient: string,
  place: AttachmentPlace,
): AsyncGenerator<SealedChunk, void, undefined> {
  const of = chunkCount(source.size)
  for (let index = 0; index < of; index += 1) {
    const start = index * chunkBytes
    const data = new Uint8Array(await source.slice(start, Math.min(start + chunkBytes, source.size)).arrayBuffer())
    if (data.length !== lengthOf(index, source.size)) throw new Error('the file changed while it was read')
    const sealed = await seal(concat(headerBytes(place, index, of), data), recipient)
    yield { index, sealed, digest: digestOf(sealed) }
  }
}

/** The digests of the chunks, gathered while sealing, become the manifest. */
export const digestOf = (sealed: Uint8Array): string => toBase64Url(sha256(sealed))

/**
 * The bytes of one piece.
 * @param expect - the manifest must come from a verified message.
 * @throws 'chunk changed' when it is not the piece the manifest names, or says it belongs elsewhere;
 * 'cannot open' when the identity is another one.
 */
export async function openChunk(
  sealed: Uint8Array,
  identity: string,
  expect: Readonly<{ site: string; report: string; manifest: Manifest; index: number }>,
): Promise<Uint8Array> {
  const { site, report, manifest, index } = expect
  if (digestOf(sealed) !== manifest.sha256[index]) throw new Error('chunk changed')
  const content = await open(sealed, identity)
  const header = headerBytes({ site, report, attachment: manifest.id }, index, manifest.sha256.length)
  const data = content.subarray(header.length)
  const isHere = equalBytes(content.subarray(0, header.length), header)
  if (!isHere || data.length !== lengthOf(index, manifest.size)) throw new Error('chunk changed')
  return data
}

/** Canonical JSON ends where it ends, and a reader knows every value in it, so the data follows without a length. */
const headerBytes = (place: AttachmentPlace, index: number, of: number) =>
  utf8(canonicalJson({ v: 1, ...place, index, of }))

const lengthOf = (index: number, size: number) => Math.min(chunkBytes, size - index * chunkBytes)
