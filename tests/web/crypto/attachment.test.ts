import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AttachmentPlace,
  type ByteSource,
  chunkBytes,
  chunkCount,
  digestOf,
  type Manifest,
  openChunk,
  sealChunks,
} from '../../../web/crypto/attachment.ts'
import { concat, equalBytes } from '../../../web/crypto/bytes.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { isManifest } from '../../../web/crypto/manifest.ts'
import { storedSizes } from '../../../web/crypto/padding.ts'
import { otherReport, report, site, withByteChanged } from './cast.ts'
import { seededRandom } from './random.ts'

const { identity, recipient } = await newIdentity()
const place: AttachmentPlace = { site, report, attachment: 'a0000000-0000-4000-8000-000000000001' }
const content = seededRandom('file')(2 * chunkBytes + 100)

async function sealFile(bytes: Uint8Array, at = place) {
  const chunks: Uint8Array[] = []
  const sha256: string[] = []
  for await (const { index, sealed, digest } of sealChunks(new Blob([new Uint8Array(bytes)]), recipient, at)) {
    expect(index).toBe(chunks.length)
    chunks.push(sealed)
    sha256.push(digest)
  }
  const manifest: Manifest = { id: at.attachment, name: 'foto.jpg', type: 'image/jpeg', size: bytes.length, sha256 }
  return { chunks, manifest }
}

async function openFile({ chunks, manifest }: Awaited<ReturnType<typeof sealFile>>) {
  const opened = chunks.map((sealed, index) => openChunk(sealed, identity, { site, report, manifest, index }))
  return concat(...(await Promise.all(opened)))
}

describe('a file', () => {
  test.each([
    ['nothing', 0, [0]],
    ['a little', 1_000, [0]],
    ['what just fills one chunk', chunkBytes, [3]],
    ['a byte more', chunkBytes + 1, [3, 0]],
    ['a longer rest', 2 * chunkBytes + 20_000, [3, 3, 2]],
  ])('of %s goes in as few and as small chunks as fit, and comes back', async (_, size, sizes) => {
    const bytes = seededRandom('sizes')(size)
    const file = await sealFile(bytes)
    expect(file.chunks.map(({ length }) => length)).toEqual(sizes.map((index) => storedSizes[index]))
    expect(chunkCount(size)).toBe(sizes.length)
    expect(isManifest(file.manifest)).toBe(true)
    expect(equalBytes(await openFile(file), bytes)).toBe(true)
  })

  test('of any length comes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40_000 }), async (bytes) => {
        expect(equalBytes(await openFile(await sealFile(bytes)), bytes)).toBe(true)
      }),
      { numRuns: 10 },
    )
  })

  test('is read piece by piece, and no further than the reader goes on', async () => {
    const read: number[] = []
    const source: ByteSource = {
      size: 50 * chunkBytes,
      slice: (start, end) => {
        read.push(start)
        return { arrayBuffer: () => Promise.resolve(new ArrayBuffer(end - start)) }
      },
    }
    for await (const { index } of sealChunks(source, recipient, place)) if (index === 1) break
    expect(read).toEqual([0, chunkBytes])
  })

  test('that changes while it is read is not sealed', async () => {
    const source: ByteSource = { size: 10, slice: () => ({ arrayBuffer: () => Promise.resolve(new ArrayBuffer(9)) }) }
    await expect(sealChunks(source, recipient, place).next()).rejects.toThrow('the file changed')
  })
})

describe('a chunk', async () => {
  const { chunks, manifest } = await sealFile(content)
  const [first = new Uint8Array(0), second = new Uint8Array(0)] = chunks
  const expected = { site, report, manifest, index: 0 }

  test('with any byte changed is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(first.length - 1), async (at) => {
        await expect(openChunk(withByteChanged(first, at), identity, expected)).rejects.toThrow('chunk changed')
      }),
      { numRuns: 20 },
    )
  })

  test('in the place of another is refused', async () => {
    await expect(openChunk(second, identity, expected)).rejects.toThrow('chunk changed')
    await expect(openChunk(first, identity, { ...expected, index: 3 })).rejects.toThrow('chunk changed')
  })

  test('does not open with another key', async () => {
    await expect(openChunk(first, (await newIdentity()).identity, expected)).rejects.toThrow('cannot open')
  })

  // A manifest is signed by its writer; these are writers who point at what is not theirs to send.
  test.each<[string, Partial<AttachmentPlace>]>([
    ['site', { site: 'almere' }],
    ['report', { report: otherReport }],
    ['attachment', { attachment: otherReport }],
  ])('sealed for another %s is refused, also when a manifest names it', async (_, elsewhere) => {
    const other = await sealFile(content.subarray(0, 50), { ...place, ...elsewhere })
    const [sealed = new Uint8Array(0)] = other.chunks
    const claim = { ...expected, manifest: { ...other.manifest, id: manifest.id } }
    await expect(openChunk(sealed, identity, claim)).rejects.toThrow('chunk changed')
  })

  test('moved, shortened or lengthened by its manifest is refused', async () => {
    const [one = '', two = '', three = ''] = manifest.sha256
    const chunkOf = new Map(chunks.map((sealed) => [digestOf(sealed), sealed]))
    for (const claim of [
      { ...manifest, sha256: [two, one, three] },
      { ...manifest, sha256: [one, one, three] },
      { ...manifest, sha256: [one, two] },
      { ...manifest, sha256: [one, two, three, three] },
      { ...manifest, size: manifest.size - 1 },
      { ...manifest, size: manifest.size + 1 },
    ]) {
      const claimed = claim.sha256.map((digest) => chunkOf.get(digest) ?? first)
      await expect(openFile({ chunks: claimed, manifest: claim })).rejects.toThrow('chunk changed')
    }
  })
})
