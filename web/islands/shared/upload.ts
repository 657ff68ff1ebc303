import type { SealedChunk } from '../../crypto/attachment.ts'
import type { ChunkStore } from './chunk-store.ts'

/** Where one file goes: the report it belongs to, the key of that report, and the place for its chunks. */
export type UploadTarget = Readonly<{ site: string; report: string; recipient: string; chunks: ChunkStore }>

/** Takes the share that was put away, from 0 to 1. */
type Progress = (share: number) => void

/**
 * Seals one file chunk by chunk and puts each chunk away. `run` can be called again after it threw: it goes on where it
 * stopped, with the very bytes it stopped at, because a chunk that did arrive must not arrive again as another one.
 */
export class Upload {
  readonly #id: string
  readonly #blob: Blob
  readonly #target: UploadTarget
  readonly #digests: string[] = []
  #chunks: AsyncGenerator<SealedChunk, void, undefined> | undefined
  #waiting: SealedChunk | undefined

  constructor(id: string, blob: Blob, target: UploadTarget) {
    this.#id = id
    this.#blob = blob
    this.#target = target
  }

  /** @returns the digest of each sealed chunk, for the manifest. @throws UploadError, or the signal's reason. */
  async run(onProgress: Progress, signal: AbortSignal): Promise<string[]> {
    const { chunkCount, sealChunks } = await import('../../crypto/attachment.ts')
    const { site, report, recipient, chunks } = this.#target
    this.#chunks ??= sealChunks(this.#blob, recipient, { site, report, attachment: this.#id })
    while (true) {
      signal.throwIfAborted()
      this.#waiting ??= (await this.#chunks.next()).value ?? undefined
      if (this.#waiting === undefined) return this.#digests
      await chunks.put(this.#id, this.#waiting.index, this.#waiting.sealed, signal)
      this.#digests.push(this.#waiting.digest)
      this.#waiting = undefined
      onProgress(this.#digests.length / chunkCount(this.#blob.size))
    }
  }
}
