import type { Answers, FlowContext } from '../../flow/answers.ts'
import { AttachmentList } from '../shared/attachment-list.svelte.ts'
import type { FileKind } from '../shared/attachments.ts'
import type { UploadTarget } from '../shared/upload.ts'
import { ProofOfWork } from './proof-of-work.ts'
import { reportToSend } from './report-to-send.ts'
import type { Instance } from './school-api.ts'
import type { SiteReaders } from './site-readers.ts'
import { type Draft, type SendTrouble, type Sent, Submission } from './submission.ts'

/** `work`: a draft is being opened. `files`: they go before the report, because the report says what is in them. */
type Stage = 'idle' | 'work' | 'files' | 'report'
type ToSend = Readonly<{ answers: Answers; context: FlowContext; readers: SiteReaders }>

/** Everything between "Verstuur mijn melding" and the code. Nothing that was filled in leaves the device before that. */
export class Sending {
  stage: Stage = $state('idle')
  trouble: SendTrouble | 'files' | null = $state(null)
  wasStopped: boolean = $state(false)
  sent: Sent | null = $state.raw(null)
  readonly files: AttachmentList
  readonly #work = new ProofOfWork()
  #submission: Submission | undefined
  #attempt = 0
  #filesGoTo: Readonly<{ token: string; target: UploadTarget }> | undefined
  #filesWait: ((target: UploadTarget) => void) | undefined

  constructor(fileNames: Readonly<Record<FileKind, string>>) {
    this.files = new AttachmentList(fileNames, () => this.#fileTarget())
  }

  /** Starts the work that takes long, as soon as the site is known. */
  prepare(site: string): void {
    void this.#work.start(site)
  }

  /** Makes the code and its keys while the reporter looks the answers over. That it failed shows when sending. */
  prepareCode(instance: Instance): void {
    this.#submissionFor(instance)
      .prepare()
      .catch(() => undefined)
  }

  /** A second press, or a double click, is the same report. */
  async start(toSend: ToSend, instance: Instance): Promise<void> {
    if (this.stage !== 'idle' || this.sent) return
    this.#attempt += 1
    const attempt = this.#attempt
    const isStopped = () => attempt !== this.#attempt
    this.trouble = null
    this.wasStopped = false
    this.stage = 'work'
    const submission = this.#submissionFor(instance)

    const draft = await submission.openDraft(toSend.readers.site)
    if (isStopped()) return
    if (!draft.ok) return this.#end(draft.trouble)
    if (this.files.files.length > 0) {
      this.stage = 'files'
      const target = await submission.uploadTarget(draft.value).catch(() => null)
      if (isStopped()) return
      if (!target) return this.#end('no-encryption')
      this.#sendFilesTo(draft.value, target)
      await this.files.settled()
      if (isStopped()) return
      const { unready } = this.files
      if (unready?.trouble === 'gone') submission.loseDraft()
      if (unready) return this.#end('files')
    }
    await this.#sendReport(submission, toSend, draft.value)
  }

  /** Files keep what has arrived, so that starting again goes on. Once the report itself is on its way it is too late. */
  stop(): void {
    this.#attempt += 1
    this.files.hold()
    this.wasStopped = true
    this.stage = 'idle'
  }

  /** The reporter leaves, or has the code. */
  wipe(): void {
    this.#attempt += 1
    this.files.clear(this.sent ? 'keep' : 'erase')
    this.#work.forget()
    this.#submission = undefined
    this.#filesGoTo = undefined
    this.#filesWait = undefined
    this.sent = null
    this.trouble = null
    this.stage = 'idle'
  }

  async #sendReport(submission: Submission, toSend: ToSend, draft: Draft): Promise<void> {
    const attempt = this.#attempt
    this.stage = 'report'
    const { answers, context, readers } = toSend
    const send = async () => submission.send(reportToSend(answers, context, readers, this.files.manifests), draft)
    const outcome = await send().catch(() => ({ ok: false, trouble: 'no-encryption' }) as const)
    if (attempt !== this.#attempt) return
    if (outcome.ok) this.sent = outcome.sent
    this.#end(outcome.ok ? null : outcome.trouble)
  }

  #end(trouble: SendTrouble | 'files' | null): void {
    this.trouble = trouble
    this.stage = 'idle'
  }

  #submissionFor(instance: Instance): Submission {
    this.#submission ??= new Submission(instance, this.#work)
    return this.#submission
  }

  /** Picked files are cleaned at once; then they wait here until the reporter sends. */
  #fileTarget(): Promise<UploadTarget> {
    const known = this.#filesGoTo
    if (known) return Promise.resolve(known.target)
    return new Promise((resolve) => {
      this.#filesWait = resolve
    })
  }

  #sendFilesTo({ token }: Draft, target: UploadTarget): void {
    const isOther = this.#filesGoTo !== undefined && this.#filesGoTo.token !== token
    this.#filesGoTo = { token, target }
    this.#filesWait?.(target)
    this.#filesWait = undefined
    if (isOther) this.files.startOver()
    else this.files.resume()
  }
}
