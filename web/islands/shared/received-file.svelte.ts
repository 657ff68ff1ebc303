import type { Manifest } from '../../crypto/manifest.ts'
import { AttachmentChangedError, type AttachmentSource, openAttachment, safeName, saveToDevice } from './download.ts'

export type FileTrouble = 'offline' | 'changed' | 'unshowable'

/** One file of a verified message, on its way from the store to the screen or the device. */
export class ReceivedFile {
  percent: number | null = $state(null)
  picture: string | null = $state(null)
  trouble: FileTrouble | null = $state(null)
  isSaved: boolean = $state(false)
  readonly #manifest: Manifest
  readonly #source: AttachmentSource
  #stop = new AbortController()

  constructor(manifest: Manifest, source: AttachmentSource) {
    this.#manifest = manifest
    this.#source = source
  }

  async show(): Promise<void> {
    const blob = await this.#fetch()
    if (blob) this.picture = URL.createObjectURL(blob)
  }

  hide(): void {
    if (this.picture !== null) URL.revokeObjectURL(this.picture)
    this.picture = null
  }

  /** The browser could not draw it after all. */
  cannotShow(): void {
    this.hide()
    this.trouble = 'unshowable'
  }

  async save(): Promise<void> {
    const blob = await this.#fetch()
    if (!blob) return
    saveToDevice(blob, safeName(this.#manifest))
    this.isSaved = true
  }

  stop(): void {
    this.#stop.abort()
  }

  /** Stops, and lets go of what is in memory. */
  close(): void {
    this.stop()
    this.hide()
  }

  async #fetch(): Promise<Blob | null> {
    if (this.percent !== null) return null
    const stop = new AbortController()
    this.#stop = stop
    this.percent = 0
    this.trouble = null
    this.isSaved = false
    try {
      return await openAttachment(
        this.#manifest,
        this.#source,
        (share) => {
          this.percent = Math.floor(share * 100)
        },
        stop.signal,
      )
    } catch (error) {
      if (!stop.signal.aborted) this.trouble = error instanceof AttachmentChangedError ? 'changed' : 'offline'
      return null
    } finally {
      this.percent = null
    }
  }
}
