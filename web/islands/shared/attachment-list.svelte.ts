import type { Manifest } from '../../crypto/attachment.ts'
import { type FileKind, kindOfFile, type PickRefusal, refusePick, sentName } from './attachments.ts'
import { PickedFile } from './picked-file.svelte.ts'
import type { UploadTarget } from './upload.ts'

export type RefusedFile = Readonly<{ original: string; refusal: PickRefusal }>

/**
 * The files a reporter sends along with one report or message. The owner makes it and hands it to AttachmentPicker;
 * `target` is asked when the first file is ready, so that a draft is opened only when there is something to put in it.
 */
export class AttachmentList {
  files: PickedFile[] = $state.raw([])
  refused: RefusedFile[] = $state.raw([])
  readonly #names: Readonly<Record<FileKind, string>>
  readonly #target: () => Promise<UploadTarget>
  #numbers: Record<FileKind, number> = { picture: 0, document: 0, sound: 0, video: 0 }
  #reached: Promise<UploadTarget> | undefined

  constructor(names: Readonly<Record<FileKind, string>>, target: () => Promise<UploadTarget>) {
    this.#names = names
    this.#target = target
  }

  add(picked: readonly File[]): void {
    this.refused = []
    for (const file of picked) {
      const refusal = refusePick(file, this.files.length)
      if (refusal === null) this.#take(file)
      else this.refused = [...this.refused, { original: file.name, refusal }]
    }
  }

  remove(file: PickedFile): void {
    file.cancel()
    this.files = this.files.filter((other) => other !== file)
    this.refused = []
  }

  /** Stops everything and forgets it: after sending with `keep`, or when the reporter leaves. */
  clear(keep: 'keep' | 'erase'): void {
    if (keep === 'erase') for (const file of this.files) file.cancel()
    this.files = []
    this.refused = []
    this.#numbers = { picture: 0, document: 0, sound: 0, video: 0 }
    this.#reached = undefined
  }

  /** For a report that has a new key since the files were sealed, or a draft that is over. */
  startOver(): void {
    this.#reached = undefined
    for (const file of this.files) file.startOver()
  }

  /** When nothing is under way any more; `unready` then says whether all went well. */
  async settled(): Promise<void> {
    await Promise.all(this.files.map((file) => file.settled()))
  }

  /** Pauses all that is on its way. */
  hold(): void {
    for (const file of this.files) file.hold()
  }

  /** Goes on with what was paused or had failed. */
  resume(): void {
    for (const file of this.files) if (file.step === 'waiting' || file.step === 'failed') file.send()
  }

  nameOf(file: PickedFile): string {
    return sentName(this.#names[file.kind], file.number, file.type)
  }

  /** The first file that keeps the message from being sent, or null when all are ready. */
  get unready(): PickedFile | null {
    return this.files.find(({ step }) => step !== 'done') ?? null
  }

  get manifests(): Manifest[] {
    return this.files.map((file) => file.manifest(this.nameOf(file)))
  }

  /** How many chunks the server must hold of each file before it takes the message. */
  get receipts(): { id: string; chunks: number }[] {
    return this.manifests.map(({ id, sha256 }) => ({ id, chunks: sha256.length }))
  }

  #take(file: File): void {
    const kind = kindOfFile(file)
    this.#numbers[kind] += 1
    const taken = new PickedFile(file, this.#numbers[kind], () => this.#reach())
    this.files = [...this.files, taken]
    taken.start()
  }

  /** One draft serves all files; a failure is not remembered, so that the next try asks again. */
  #reach(): Promise<UploadTarget> {
    this.#reached ??= this.#target().catch((error: unknown) => {
      this.#reached = undefined
      throw error
    })
    return this.#reached
  }
}
