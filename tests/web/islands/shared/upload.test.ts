import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { chunkBytes, openChunk } from '../../../../web/crypto/attachment.ts'
import { newIdentity } from '../../../../web/crypto/identity.ts'
import { UploadError } from '../../../../web/islands/shared/chunk-store.ts'
import { Upload, type UploadTarget } from '../../../../web/islands/shared/upload.ts'

const place = { site: 'ede', report: randomUUID() }
const bytes = new Uint8Array(3 * chunkBytes).map((_, at) => at % 241)
const { signal } = new AbortController()

/** Keeps what was put, and fails where it is told to: before the piece is kept, or after. */
async function store(failAt: number, when: 'before' | 'after') {
  const { identity, recipient } = await newIdentity()
  const puts: { index: number; sealed: Uint8Array }[] = []
  let hasFailed = false
  const target: UploadTarget = {
    ...place,
    recipient,
    chunks: {
      async put(_, index, sealed) {
        const fails = index === failAt && !hasFailed
        if (fails) hasFailed = true
        if (!fails || when === 'after') puts.push({ index, sealed })
        if (fails) throw new UploadError('retry')
      },
      remove: async () => undefined,
    },
  }
  return { identity, puts, target }
}

test.each(['before', 'after'] as const)(
  'an upload that was cut %s a piece arrived goes on with the same bytes',
  async (when) => {
    const { identity, puts, target } = await store(1, when)
    const id = randomUUID()
    const upload = new Upload(id, new Blob([bytes]), target)
    await expect(upload.run(() => undefined, signal)).rejects.toThrow(UploadError)
    const shares: number[] = []
    const sha256 = await upload.run((share) => shares.push(share), signal)
    expect(shares).toEqual([2 / 3, 1])
    expect(puts.map(({ index }) => index)).toEqual(when === 'after' ? [0, 1, 1, 2] : [0, 1, 2])
    const ones = puts.filter(({ index }) => index === 1)
    expect(ones.at(0)?.sealed).toEqual(ones.at(-1)?.sealed)

    const manifest = { id, name: 'x', type: 'audio/mpeg', size: bytes.length, sha256 }
    const opened = await openChunk(puts.at(-1)?.sealed ?? new Uint8Array(), identity, { ...place, manifest, index: 2 })
    expect(opened).toEqual(bytes.subarray(2 * chunkBytes))
  },
)
