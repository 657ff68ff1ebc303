import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { chunkBytes, type Manifest, sealChunks } from '../../../../web/crypto/attachment.ts'
import { type IdentityPair, newIdentity } from '../../../../web/crypto/identity.ts'
import {
  AttachmentChangedError,
  type AttachmentSource,
  openAttachment,
  pictureType,
  safeName,
} from '../../../../web/islands/shared/download.ts'

const manifestOf = (name: string, type: string): Manifest => ({ id: randomUUID(), name, type, size: 1, sha256: [] })

describe('a received file', () => {
  test.each([
    ['foto-1.jpg', 'image/jpeg', 'foto-1.jpg'],
    ['verslag.pdf.exe', 'application/pdf', 'verslag.pdf.exe.pdf'],
    ['verslag\u202efdp.exe', 'application/pdf', 'verslagfdp.exe.pdf'],
    ['../../.bashrc', 'application/pdf', 'bashrc.pdf'],
    ['C:\\Windows\\x.png', 'image/png', 'CWindowsx.png'],
    ['', 'video/mp4', 'file.mp4'],
    ['pagina.html', 'text/html', 'pagina.html.bin'],
    [`${'a'.repeat(300)}.mp3`, 'audio/mpeg', `${'a'.repeat(76)}.mp3`],
  ])('called %j of type %s is saved as %s', (name, type, saved) => {
    expect(safeName(manifestOf(name, type))).toBe(saved)
  })

  test.each([
    ['image/png', 'image/png'],
    ['image/svg+xml', null],
    ['text/html', null],
    ['application/pdf', null],
    ['image/png; charset=x', null],
  ])('that claims to be %s is drawn as %s', (type, drawnAs) => {
    expect(pictureType(manifestOf('x', type))).toBe(drawnAs)
  })
})

describe('a file of three pieces', () => {
  const place = { site: 'ede', report: randomUUID() }
  const bytes = new Uint8Array(2 * chunkBytes + 9).map((_, at) => at % 253)
  const chunks: Uint8Array[] = []
  let key: IdentityPair
  let manifest: Manifest

  beforeAll(async () => {
    key = await newIdentity()
    const id = randomUUID()
    const sha256: string[] = []
    for await (const chunk of sealChunks(new Blob([bytes]), key.recipient, { ...place, attachment: id })) {
      chunks.push(chunk.sealed)
      sha256.push(chunk.digest)
    }
    manifest = { id, name: 'foto-1.png', type: 'image/png', size: bytes.length, sha256 }
  })

  const sourceOf = (give: (index: number) => Uint8Array | undefined): AttachmentSource => ({
    ...place,
    identity: key.identity,
    fetchChunk: async (_, index) => give(index) ?? new Uint8Array(),
  })
  const open = (source: AttachmentSource, signal = new AbortController().signal, shares: number[] = []) =>
    openAttachment(manifest, source, (share) => shares.push(share), signal)

  test('comes back whole, and says how far it is', async () => {
    const shares: number[] = []
    const blob = await open(
      sourceOf((index) => chunks[index]),
      undefined,
      shares,
    )
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes)
    expect(blob.type).toBe('image/png')
    expect(shares).toEqual([1 / 3, 2 / 3, 1])
  })

  test.each([
    ['in another order', (index: number) => chunks[2 - index]],
    ['with the first piece twice', (index: number) => chunks[index === 1 ? 0 : index]],
    ['with a piece missing', (index: number) => (index === 2 ? undefined : chunks[index])],
  ])('%s is not used', async (_, give) => {
    await expect(open(sourceOf(give))).rejects.toThrow(AttachmentChangedError)
  })

  test('stops when the reader says so', async () => {
    const stop = new AbortController()
    const source = sourceOf((index) => {
      if (index === 1) stop.abort(new Error('enough'))
      return chunks[index]
    })
    await expect(open(source, stop.signal)).rejects.toThrow('enough')
  })
})
