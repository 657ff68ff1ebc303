import { toBase64Url } from '../../crypto/bytes.ts'
import { sealEnvelope } from '../../crypto/envelope.ts'
import type { Bodies, ConversationPurpose, MessageBody, StatusBody } from '../../crypto/message.ts'
import { nextHeader } from '../../crypto/next-header.ts'
import type { Writer } from '../../crypto/renewal.ts'
import { renewKey } from './hand-on.ts'
import type { OpenedReport } from './open-report.ts'
import type { ReadingPlace } from './reading-place.ts'
import { isClosed } from './staff-keys.ts'
import type { AtWork } from './staff-session.svelte.ts'
import { type Answer, type ReportPlace, type StoredReport, type Trouble, teamApi } from './team-api.ts'

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
  /** Whoever works at several sites reads from the one to which the report was given: known when it is fetched. */
  workplace: ReadingPlace | undefined = $state.raw()
  readonly #atWork: AtWork
  readonly #onexpired: () => void

  constructor(place: ReportPlace, atWork: AtWork, onexpired: () => void) {
    this.place = place
    this.workplace = atWork.opener.workplace(place.site, [])
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
    this.step = this.workplace && isClosed(this.workplace) ? 'siteKeyChanged' : 'loading'
    if (this.step === 'siteKeyChanged' || !(await this.load())) return
    await this.markRead()
    await this.#tellRead()
  }

  /** What is on the screen stays when it does not succeed. */
  async load(): Promise<boolean> {
    const answer = await teamApi.report(this.place)
    if (!answer.ok) return this.#refuse(answer.trouble)
    const given = answer.value.grants.map(({ holder }) => holder)
    this.workplace = this.#atWork.opener.workplace(this.place.site, given)
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
  async write(writing: Writing, isStillWanted: () => boolean = () => true): Promise<WriteTrouble | null> {
    const trouble = await this.send(writing.id, isStillWanted, async (under) => {
      const sealed = toBase64Url(await this.seal(writing.purpose, writing.body))
      const state = writing.purpose === 'status' ? { state: writing.body.state } : {}
      return teamApi.write(this.place, { id: writing.id, ...under, ...state, sealed })
    })
    if (trouble === null) {
      await this.load()
      await this.markRead()
    }
    return trouble
  }

  /**
   * Sends something that has a place in the conversation. A key that is due is renewed first, for those who remain: what
   * is written then cannot be read by whoever left.
   *
   * @param id of the message, which may have arrived with an earlier try.
   * @param post seals and sends what stands under the key in force.
   */
  send(
    id: string,
    isStillWanted: () => boolean,
    post: (under: Readonly<{ epoch: number; after: number }>) => Promise<Answer<unknown>>,
  ): Promise<WriteTrouble | null> {
    return alone(`vijfspoor ${this.place.report}`, async () => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (!(await this.load())) return this.#lastTrouble
        if (this.#has(id) || !isStillWanted()) return null
        const { stored, opened } = this
        if (!stored || !opened || !this.canWrite) return 'cannotEncrypt'
        const under = { epoch: opened.epoch, after: stored.messages.at(-1)?.sequence ?? 0 }
        const act = stored.isKeyDue ? renewKey(this) : post(under)
        const answer = await act.catch(() => ({ ok: false, trouble: 'cannotEncrypt' }) as const)
        if (answer.ok && !stored.isKeyDue) return null
        if (answer.ok || answer.trouble === 'moved') continue
        if (answer.trouble === 'signedOut') this.#onexpired()
        return answer.trouble
      }
      return 'moved'
    })
  }

  setStatus(body: StatusBody, id: string): Promise<WriteTrouble | null> {
    return this.write({ id, purpose: 'status', body })
  }

  /** The reporter hears once that somebody read it, whoever of the readers is first. */
  async #tellRead(): Promise<void> {
    const isUnread = () => this.opened?.state === 'received' && this.opened.entries[0]?.purpose === 'report'
    if (!isUnread() || !this.canWrite) return
    await this.write({ id: crypto.randomUUID(), purpose: 'status', body: { state: 'read' } }, isUnread)
  }

  /** Whose hand it is in. @throws at a site where the person is not known. */
  get writer(): Writer {
    if (!this.workplace) throw new Error('may not write')
    const { publicKey, secret } = this.#atWork.keys.signing
    const author = { kind: 'staff', holder: this.workplace.holder, key: publicKey } as const
    return { ...this.place, author, secret, on: this.#atWork.today }
  }

  /** @param ahead how many other messages go before it in the same request. @throws when nothing may be written. */
  async seal<P extends ConversationPurpose>(purpose: P, body: Bodies[P], ahead = 0): Promise<Uint8Array> {
    const { opened } = this
    if (!opened?.recipient || !this.canWrite) throw new Error('may not write')
    const { secret, ...by } = this.writer
    const counted = { ...opened, nextNumber: () => opened.nextNumber + ahead }
    return await sealEnvelope(nextHeader(counted, { ...by, purpose }), body, secret, opened.recipient)
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
