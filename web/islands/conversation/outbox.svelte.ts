import { toBase64Url } from '../../crypto/bytes.ts'
import type { Bodies } from '../../crypto/message.ts'
import { AttachmentList } from '../shared/attachment-list.svelte.ts'
import type { FileKind } from '../shared/attachments.ts'
import { draftChunks } from '../shared/chunk-store.ts'
import { remainingReaders } from '../shared/directory.ts'
import type { UploadTarget } from '../shared/upload.ts'
import { ReaderChange } from './change-readers.ts'
import type { Opened } from './read.ts'
import { ApiError, type NewMessage, readUpTo } from './reporter-api.ts'
import type { ReporterSession } from './session.svelte.ts'

/** What the reporter wants to say; the files are added when it is sealed. */
export type Outgoing =
  | Readonly<{ purpose: 'message'; body: Omit<Bodies['message'], 'attachments'> }>
  | Readonly<{ purpose: 'checkIn'; body: Omit<Bodies['checkIn'], 'attachments'> }>

export type Sending =
  | 'sent'
  | 'arrivedBefore'
  | 'files'
  | 'offline'
  | 'busy'
  | 'full'
  | 'refused'
  | 'untrusted'
  | 'nobody'

/**
 * Sends what the reporter writes, exactly once. What may have arrived is kept as it was sealed, under its own id, so
 * that pressing the button again repeats it and does not double it.
 */
export class Outbox {
  isBusy: boolean = $state(false)
  readonly files: AttachmentList
  readonly #session: ReporterSession
  #uncertain: { message: NewMessage; about: string } | null = null
  #draft: string | undefined
  #sealedTo: string | null = null

  constructor(session: ReporterSession, fileNames: Readonly<Record<FileKind, string>>) {
    this.#session = session
    this.files = new AttachmentList(fileNames, () => this.#target())
  }

  async send(outgoing: Outgoing): Promise<Sending> {
    this.isBusy = true
    try {
      return await this.#send(outgoing)
    } catch (error) {
      if (!(error instanceof ApiError)) return 'untrusted'
      if (error.trouble === 'busy' || error.trouble === 'full' || error.trouble === 'refused') return error.trouble
      return 'offline'
    } finally {
      this.isBusy = false
    }
  }

  async #send(outgoing: Outgoing): Promise<Sending> {
    await this.files.settled()
    if (this.files.unready) return 'files'
    const about = JSON.stringify([outgoing, this.files.receipts])
    if (this.#uncertain && this.#uncertain.about !== about && (await this.#hasArrived())) return 'arrivedBefore'
    // What changes at the very moment of sending is read anew; that it does so three times running is no chance.
    for (let tries = 0; tries < 3; tries += 1) {
      const message = this.#uncertain?.message ?? (await this.#seal(outgoing))
      if (typeof message === 'string') return message
      this.#uncertain = { message, about: JSON.stringify([outgoing, this.files.receipts]) }
      if (await this.#post(message)) return 'sent'
    }
    return 'offline'
  }

  /** @returns false when the key changed or somebody wrote meanwhile, so that the message must be sealed anew. */
  async #post(message: NewMessage): Promise<boolean> {
    try {
      await this.#session.api.write(message)
    } catch (error) {
      const isUncertain = error instanceof ApiError && error.trouble === 'offline'
      if (!isUncertain) this.#uncertain = null
      if (error instanceof ApiError && (error.trouble === 'old' || error.trouble === 'moved')) return false
      throw error
    }
    this.#uncertain = null
    this.files.clear('keep')
    await this.#session.refresh()
    return true
  }

  /** Before something else is sent in its place: did the message that nobody answered for arrive after all? */
  async #hasArrived(): Promise<boolean> {
    const reading = await this.#session.readAgain()
    const hasArrived = reading.ok && reading.opened.stored.messages.some(({ id }) => id === this.#uncertain?.message.id)
    this.#uncertain = null
    if (hasArrived) this.#session.opened = reading.opened
    return hasArrived
  }

  /** Reads the conversation first: on another device a message may have been sent or the key changed. */
  async #seal(outgoing: Outgoing): Promise<NewMessage | 'untrusted' | 'files' | 'nobody'> {
    const shown = this.#session.opened
    let reading = await this.#session.readAgain()
    if (!reading.ok || !shown) return 'untrusted'
    if (reading.opened.stored.isKeyDue) {
      // Somebody stopped reading: those who remain get a new key first, and nobody reads this with the old one.
      const remaining = remainingReaders(reading.opened.stored, reading.opened.conversation)
      if (remaining.length === 0) {
        this.#session.opened = reading.opened
        return 'nobody'
      }
      await new ReaderChange(this.#session).make(remaining)
      reading = await this.#session.readAgain()
      if (!reading.ok) return 'untrusted'
    }
    const { recipient } = reading.opened.conversation
    if (recipient === null) return 'untrusted'
    if (this.files.files.length > 0 && this.#sealedTo !== recipient) {
      this.#session.opened = reading.opened
      this.files.startOver()
      await this.files.settled()
    }
    if (this.files.unready) return 'files'
    const sealed = await this.#sealed(outgoing, reading.opened, shown, recipient)
    const attachments = this.files.receipts
    const draft = attachments.length > 0 && this.#draft !== undefined ? { draft: this.#draft } : {}
    const { epoch } = reading.opened.conversation
    const after = readUpTo(reading.opened.stored)
    return { id: crypto.randomUUID(), epoch, after, sealed: toBase64Url(sealed), attachments, ...draft }
  }

  async #sealed({ purpose, body }: Outgoing, now: Opened, shown: Opened, recipient: string): Promise<Uint8Array> {
    const [{ nextHeader }, { sealEnvelope }] = await Promise.all([
      import('../../crypto/next-header.ts'),
      import('../../crypto/envelope.ts'),
    ])
    // Seen is what stood on the screen, or an answer that came meanwhile would not be marked as new.
    const conversation = { ...now.conversation, seen: shown.conversation.seen }
    const { site, report } = now.stored
    const by = { site, report, author: { kind: 'reporter' }, purpose, on: now.today } as const
    const { secret } = this.#session.keys.signing
    return sealEnvelope(nextHeader(conversation, by), { ...body, attachments: this.files.manifests }, secret, recipient)
  }

  async #target(): Promise<UploadTarget> {
    const { opened, api } = this.#session
    if (!opened?.conversation.recipient) throw new Error('nothing to seal to')
    const { site, report } = opened.stored
    const { recipient } = opened.conversation
    this.#draft = await api.openDraft()
    this.#sealedTo = recipient
    return { site, report, recipient, chunks: draftChunks(this.#draft) }
  }
}
