import type { Manifest } from '../../crypto/attachment.ts'
import { type FileKind, fileType, kindOfFile } from './attachments.ts'
import { UploadError, type UploadTrouble } from './chunk-store.ts'
import { redraw } from './picture.ts'
import { Upload, type UploadTarget } from './upload.ts'

/** `asks`: the picture cannot be cleaned here, and the reporter decides. */
export type FileStep = 'preparing' | 'asks' | 'waiting' | 'uploading' | 'done' | 'failed'

/** One file of the reporter's choice, on its way from the device to the store. */
export class PickedFile {
  id: string = crypto.randomUUID()
  readonly original: string
  readonly kind: FileKind
  readonly number: number
  step: FileStep = $state('preparing')
  percent: number = $state(0)
  trouble: UploadTrouble = $state('retry')
  /** Nothing hides in the file any more. */
  isClean: boolean = $state(false)
  wasMadeSmaller: boolean = $state(false)
  wasMoving: boolean = $state(false)
  type: string = $state('')
  size: number = $state(0)

  readonly #stop = new AbortController()
  #pause = new AbortController()
  readonly #target: () => Promise<UploadTarget>
  #blob: Blob
  #upload: Upload | undefined
  #reached: UploadTarget | undefined
  #digests: readonly string[] = []
  #work: Promise<void> = Promise.resolve()

  /** @param file a file that `refusePick` let through. @param number tells it from the others of its kind. */
  constructor(file: File, number: number, target: () => Promise<UploadTarget>) {
    const type = fileType(file) ?? 'application/octet-stream'
    this.original = file.name
    this.number = number
    this.kind = kindOfFile(file)
    this.type = type
    this.size = file.size
    this.#blob = file
    this.#target = target
  }

  /** Takes the hidden data out where that can be done, then sends; stops to ask when it cannot be done. */
  start(): void {
    this.#work = this.#prepare()
  }

  /** Sends, or goes on where it stopped. Also the answer "send it anyway" to a picture that cannot be cleaned. */
  send(): void {
    // One after another: two at once would put the same chunk away twice.
    this.#work = this.#work.then(() => this.#send())
  }

  /** Pauses the sending; `send` goes on. */
  hold(): void {
    this.#pause.abort()
  }

  /** Seals and sends all of it again under a new id, to where the target now leads. */
  startOver(): void {
    this.hold()
    this.#work = this.#work.then(() => {
      if (this.step === 'asks') return
      this.id = crypto.randomUUID()
      this.#reached = undefined
      this.#upload = undefined
      this.#digests = []
      this.percent = 0
      this.step = 'waiting'
      return this.#send()
    })
  }

  /** When nothing is under way any more. */
  settled(): Promise<void> {
    return this.#work
  }

  /** Stops the sending and has what was sent erased. */
  cancel(): void {
    this.#stop.abort()
    this.#pause.abort()
    this.#blob = new Blob()
    if (this.#reached !== undefined && this.#upload !== undefined) void this.#reached.chunks.remove(this.id)
  }

  /** What goes into the sealed message. Only of a file that is `done`. */
  manifest(name: string): Manifest {
    return { id: this.id, name, type: this.type, size: this.size, sha256: [...this.#digests] }
  }

  async #prepare(): Promise<void> {
    if (this.kind === 'picture') {
      const clean = await redraw(this.#blob, this.type, this.#stop.signal).catch(() => null)
      if (this.#stop.signal.aborted) return
      if (clean === null) {
        this.step = 'asks'
        return
      }
      this.#blob = clean.blob
      this.type = clean.blob.type
      this.size = clean.blob.size
      this.isClean = true
      this.wasMadeSmaller = clean.wasMadeSmaller
      this.wasMoving = clean.wasMoving
    }
    await this.#send()
  }

  async #send(): Promise<void> {
    if (this.#stop.signal.aborted || this.step === 'done') return
    this.step = 'waiting'
    this.#pause = new AbortController()
    const { signal } = this.#pause
    try {
      this.#reached ??= await this.#target()
      signal.throwIfAborted()
      this.#upload ??= new Upload(this.id, this.#blob, this.#reached)
      this.step = 'uploading'
      this.#digests = await this.#upload.run((share) => {
        this.percent = Math.floor(share * 100)
      }, signal)
      this.step = 'done'
    } catch (error) {
      if (this.#stop.signal.aborted) return
      this.trouble = error instanceof UploadError ? error.trouble : 'retry'
      this.step = signal.aborted ? 'waiting' : 'failed'
    }
  }
}
