import type { ReportState } from '../../../api/domain/report.ts'
import { toBase64Url } from '../../crypto/bytes.ts'
import { sealEnvelope } from '../../crypto/envelope.ts'
import type { Author } from '../../crypto/header.ts'
import type { MessageBody, StatusBody } from '../../crypto/message.ts'
import { nextHeader } from '../../crypto/next-header.ts'
import type { OpenedReport } from './open-report.ts'
import type { OpenWorkplace } from './staff-keys.ts'
import type { AtWork } from './staff-session.svelte.ts'
import { type ReportPlace, type StoredReport, type Trouble, teamApi } from './team-api.ts'

export type DeskStep = 'loading' | 'ready' | 'unreadable' | 'siteKeyChanged' | Trouble
export type Writing =
  | Readonly<{ id: string; purpose: 'message'; body: MessageBody }>
  | Readonly<{ id: string; purpose: 'status'; body: StatusBody }>
export type WriteTrouble = Trouble | 'cannotEncrypt'

const attempts = 4

/** One report on somebody's desk: fetched, opened and verified, and written to. */
export class ReportDesk {
  step: DeskStep = $state('loading')
  stored: StoredReport | null = $state.raw(null)
  opened: OpenedReport | null = $state.raw(null)
  /** Something came in since it was fetched. */
  isChanged: boolean = $state(false)

  readonly place: ReportPlace
  readonly workplace: OpenWorkplace | undefined
  readonly #atWork: AtWork
  readonly #onexpired: () => void

  constructor(place: ReportPlace, atWork: AtWork, onexpired: () => void) {
    this.place = place
    this.workplace = atWork.opener.workplace(place.site)
    this.#atWork = atWork
    this.#onexpired = onexpired
  }

  /** Not with another site key than the pinned one: then nobody knows who would read it. */
  get canWrite(): boolean {
    if (this.opened === null || this.opened.recipient === null || this.workplace?.trouble !== null) return false
    return this.opened.warnings.every(({ kind }) => kind !== 'site-key-changed')
  }

  /** Fetches, opens, and lets reporter and colleagues know that it was read. */
  async open(): Promise<void> {
    this.step = this.workplace?.trouble === 'siteKeyChanged' ? 'siteKeyChanged' : 'loading'
    if (this.step === 'siteKeyChanged' || !(await this.load())) return
    await this.markRead()
    await this.#tellRead()
  }

  /** What is on the screen stays when it does not succeed. */
  async load(): Promise<boolean> {
    const answer = await teamApi.report(this.place)
    if (!answer.ok) return this.#refuse(answer.trouble)
    const opened = await this.#atWork.opener.report(answer.value).catch(() => null)
    if (!opened) return this.#refuse('unreadable')
    this.stored = answer.value
    this.opened = opened
    this.step = 'ready'
    this.isChanged = false
    return true
  }

  /** Looks whether there is something new, without touching what is on the screen. */
  async look(): Promise<void> {
    const before = this.stored?.messages.length
    const answer = await teamApi.report(this.place)
    if (!answer.ok && answer.trouble === 'signedOut') this.#onexpired()
    if (answer.ok && before !== undefined && this.stored?.messages.length === before) {
      this.isChanged = answer.value.messages.length !== before
    }
  }

  async markRead(): Promise<void> {
    const last = this.stored?.messages.at(-1)?.sequence
    if (last !== undefined) await teamApi.markRead(this.place, last)
  }

  /**
   * Signs, seals and sends. The conversation is fetched first, so that the number is right whatever was written on
   * another screen; when something comes in between all the same, it is numbered and sealed anew.
   *
   * @param writing its id is kept for a second try, so that a lost answer does not become a second message.
   */
  write(writing: Writing, isStillWanted: () => boolean = () => true): Promise<WriteTrouble | null> {
    return alone(`vijfspoor ${this.place.report}`, async () => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (!(await this.load())) return this.#lastTrouble
        if (this.#has(writing.id) || !isStillWanted()) return null
        const sealed = await this.#seal(writing).catch(() => null)
        if (!sealed || !this.opened) return 'cannotEncrypt'
        const answer = await teamApi.write(this.place, {
          id: writing.id,
          epoch: this.opened.epoch,
          after: this.stored?.messages.at(-1)?.sequence ?? 0,
          ...(writing.purpose === 'status' && { state: writing.body.state }),
          sealed: toBase64Url(sealed),
        })
        if (answer.ok) {
          await this.load()
          await this.markRead()
          return null
        }
        if (answer.trouble === 'signedOut') this.#onexpired()
        if (answer.trouble !== 'moved') return answer.trouble
      }
      return 'moved'
    })
  }

  setState(state: ReportState, id: string): Promise<WriteTrouble | null> {
    return this.write({ id, purpose: 'status', body: { state } })
  }

  /** The reporter hears once that somebody read it, whoever of the readers is first. */
  async #tellRead(): Promise<void> {
    const isUnread = () => this.opened?.state === 'received' && this.opened.entries[0]?.purpose === 'report'
    if (!isUnread() || !this.canWrite) return
    await this.write({ id: crypto.randomUUID(), purpose: 'status', body: { state: 'read' } }, isUnread)
  }

  async #seal({ purpose, body }: Writing): Promise<Uint8Array> {
    const { opened, workplace } = this
    if (!opened?.recipient || !workplace || !this.canWrite) throw new Error('may not write')
    const { publicKey, secret } = this.#atWork.keys.signing
    const author: Author = { kind: 'staff', holder: workplace.holder, key: publicKey }
    const counted = { ...opened, nextNumber: () => opened.nextNumber }
    const header = nextHeader(counted, { ...this.place, author, purpose, on: this.#atWork.today })
    return await sealEnvelope(header, body, secret, opened.recipient)
  }

  #has(id: string): boolean {
    return this.opened?.entries.some((entry) => entry.id === id) === true
  }

  #lastTrouble: WriteTrouble = 'service'

  #refuse(trouble: Trouble | 'unreadable'): false {
    if (trouble === 'signedOut') this.#onexpired()
    this.#lastTrouble = trouble === 'unreadable' ? 'cannotEncrypt' : trouble
    if (this.stored === null) this.step = trouble
    return false
  }
}

/** Two tabs of one person must not give out the same number. */
async function alone<Value>(name: string, act: () => Promise<Value>): Promise<Value> {
  return await navigator.locks.request(name, act)
}
