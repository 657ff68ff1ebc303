/** Where sealed chunks are put before the report or message they belong to is sent. */
export type ChunkStore = Readonly<{
  put(attachment: string, index: number, sealed: Uint8Array, signal: AbortSignal): Promise<void>
  remove(attachment: string): Promise<void>
}>

/** `retry`: the same again may succeed. `full`: no room now. `gone`: the draft is over, pick the file again. */
export type UploadTrouble = 'retry' | 'full' | 'gone'

export class UploadError extends Error {
  readonly trouble: UploadTrouble

  constructor(trouble: UploadTrouble) {
    super(`upload stopped: ${trouble}`)
    this.trouble = trouble
  }
}

// A connection that hangs says nothing; after this a chunk of 256 kB counts as failed and can be tried again.
const patienceMs = 60_000

/** Puts chunks under a draft, of which `draft` is the bearer token. */
export function draftChunks(draft: string): ChunkStore {
  const headers = { authorization: `Draft ${draft}` }
  const address = (attachment: string) => `/api/draft/attachments/${attachment}`
  return {
    async put(attachment, index, sealed, signal) {
      const response = await fetch(`${address(attachment)}/chunks/${index}`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: new Blob([new Uint8Array(sealed)]),
        signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      }).catch(() => {
        signal.throwIfAborted()
        throw new UploadError('retry')
      })
      if (!response.ok) throw new UploadError(troubleOf(response.status))
    },
    async remove(attachment) {
      // Not waited for and not repeated: the server erases what is never sent within two days.
      await fetch(address(attachment), { method: 'DELETE', headers, keepalive: true }).catch(() => undefined)
    },
  }
}

function troubleOf(status: number): UploadTrouble {
  if (status === 507) return 'full'
  return status === 429 || status >= 500 ? 'retry' : 'gone'
}
