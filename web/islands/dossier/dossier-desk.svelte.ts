import type { EntryWords } from '../../crypto/dossier-body.ts'
import type { OpenedDossier } from '../../crypto/dossier-open.ts'
import type { DossierWriter, EntryDraft } from '../../crypto/dossier-write.ts'
import type { Grantee } from '../../crypto/grant.ts'
import { isClosed, type OpenWorkplace } from '../team/staff-keys.ts'
import type { AtWork } from '../team/staff-session.svelte.ts'
import { type DossierPlace, type DossierTrouble, dossierApi, type StoredDossier } from './dossier-api.ts'
import type { DossierOpener } from './dossier-opener.ts'
import {
  type AddedRecord,
  type Leaving,
  type LeavingIds,
  type Post,
  postEntry,
  postErasure,
  postJoining,
  postLeaving,
  postRecord,
  postRenewal,
  postShare,
} from './dossier-posts.ts'

export type DossierStep = 'loading' | 'ready' | 'unreadable' | 'siteKeyChanged' | DossierTrouble

/** Why something was not kept. What was typed is still on the screen. */
export type NotKept = Readonly<{
  trouble: DossierTrouble | 'cannotEncrypt'
  why?: string
  missing?: readonly unknown[]
}>

const attempts = 4

/** One dossier on somebody's desk: fetched, opened and verified, and written in. */
export class DossierDesk {
  step: DossierStep = $state('loading')
  stored: StoredDossier | null = $state.raw(null)
  opened: OpenedDossier | null = $state.raw(null)
  /** Somebody else wrote something since it was fetched. */
  isChanged: boolean = $state(false)

  readonly place: DossierPlace
  readonly workplace: OpenWorkplace | undefined
  readonly #atWork: AtWork
  readonly #opener: DossierOpener
  readonly #onexpired: () => void
  #lastTrouble: NotKept['trouble'] = 'service'

  constructor(place: DossierPlace, atWork: AtWork, opener: DossierOpener, onexpired: () => void) {
    this.place = place
    this.workplace = opener.workplace(place.site)
    this.#atWork = atWork
    this.#opener = opener
    this.#onexpired = onexpired
  }

  /** Not with another site key than the pinned one: then nobody knows who would read it. */
  get canWrite(): boolean {
    if (this.opened === null || this.opened.recipient === null || this.workplace?.trouble !== null) return false
    return this.opened.warnings.every(({ kind }) => kind !== 'site-key-changed')
  }

  async open(): Promise<void> {
    this.step = this.workplace && isClosed(this.workplace) ? 'siteKeyChanged' : 'loading'
    if (this.step === 'siteKeyChanged' || !(await this.load())) return
    await this.#markRead()
  }

  /** What is on the screen stays when it does not succeed. */
  async load(): Promise<boolean> {
    const answer = await dossierApi.dossier(this.place)
    if (!answer.ok) return this.#refuse(answer.trouble)
    const opened = await this.#opener.dossier(answer.value).catch(() => null)
    if (!opened) return this.#refuse('unreadable')
    this.stored = answer.value
    this.opened = opened
    this.step = 'ready'
    this.isChanged = false
    return true
  }

  /** Looks whether there is something new, without touching what is on the screen. */
  async look(): Promise<void> {
    const before = this.stored && lastOf(this.stored)
    const answer = await dossierApi.dossier(this.place)
    if (!answer.ok && answer.trouble === 'signedOut') this.#onexpired()
    if (answer.ok && before !== null && this.stored && lastOf(this.stored) === before) {
      this.isChanged = lastOf(answer.value) !== before
    }
  }

  /** @param draft its id is kept for a second try, so that a lost answer does not become a second entry. */
  record(draft: EntryDraft, words: EntryWords): Promise<NotKept | null> {
    return this.#send(draft.id, (writing) => postEntry(writing, draft, words))
  }

  /** Erases what is kept about one person: for good, and only where nothing is wrong with the dossier. */
  eraseRecord(draft: EntryDraft, record: string): Promise<NotKept | null> {
    return this.#send(draft.id, (writing) => postErasure(writing, draft, record))
  }

  /** @param keepers who finds the dossier again by this person. */
  addRecord(added: AddedRecord, keepers: readonly Grantee[]): Promise<NotKept | null> {
    return this.#send(added.entry, (writing) => postRecord(writing, added, keepers))
  }

  /** Closes it because another dossier about the same goes on. */
  join(draft: EntryDraft, words: EntryWords, to: string): Promise<NotKept | null> {
    return this.#send(draft.id, (writing) => postJoining(writing, draft, words, to))
  }

  /** Lets somebody read along, from the start. @param id of the announcement. */
  share(to: Grantee, id: string): Promise<NotKept | null> {
    return this.#send(id, (writing) => postShare(writing, to, id))
  }

  /**
   * Stops reading, and hands over in the same step when there is somebody to hand over to.
   * @param ids of the announcements, kept for a second try. @param reads on through another holder afterwards.
   */
  leave(leaving: Leaving, ids: LeavingIds, reads: boolean): Promise<NotKept | null> {
    return this.#send(ids.leave, (writing) => postLeaving(writing, leaving, ids), reads)
  }

  /** Makes the next key now, though nothing is written: for a key that is due. */
  renew(): Promise<NotKept | null> {
    return this.#send(null, async () => ({ ok: true, value: null }))
  }

  /** A key that is due is renewed first, for those who remain: what is written then nobody who left can read. */
  async #send(id: string | null, post: Post, reads = true): Promise<NotKept | null> {
    // Two tabs of one person must not give out the same number.
    const kept = await navigator.locks.request(`vijfspoor ${this.place.dossier}`, () => this.#try(id, post))
    if (kept === null && reads && (await this.load())) await this.#markRead()
    return kept
  }

  async #try(id: string | null, post: Post): Promise<NotKept | null> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (!(await this.load())) return { trouble: this.#lastTrouble }
      const { stored, opened } = this
      if (!stored || !opened || !this.canWrite) return { trouble: 'cannotEncrypt' }
      if (id !== null && isThere(id, opened)) return null
      const under = { epoch: opened.epoch, after: lastOf(stored) }
      const writing = { place: this.place, writer: this.#writer, opened, under }
      const act = stored.isKeyDue ? postRenewal(writing, stored) : post(writing)
      const answer = await act.catch(() => ({ ok: false, trouble: 'cannotEncrypt' }) as const)
      if (answer.ok && !stored.isKeyDue) return null
      if (answer.ok || answer.trouble === 'moved') continue
      if (answer.trouble === 'signedOut') this.#onexpired()
      const { ok: _, ...kept } = answer
      return kept
    }
    return { trouble: 'moved' }
  }

  async #markRead(): Promise<void> {
    const last = this.stored && lastOf(this.stored)
    if (last) await dossierApi.markRead(this.place, last)
  }

  /** Whose hand it is in. @throws at a site where the person is not known. */
  get #writer(): DossierWriter {
    if (!this.workplace) throw new Error('may not write')
    const { publicKey, secret } = this.#atWork.keys.signing
    return { ...this.place, author: { holder: this.workplace.holder, key: publicKey }, secret, on: this.#atWork.today }
  }

  #refuse(trouble: DossierTrouble | 'unreadable'): false {
    if (trouble === 'signedOut') this.#onexpired()
    this.#lastTrouble = trouble === 'unreadable' ? 'cannotEncrypt' : trouble
    if (this.stored === null) this.step = trouble
    return false
  }
}

/** The place of the last entry or announcement. */
export const lastOf = ({ entries, announcements }: StoredDossier): number =>
  Math.max(0, ...[...entries, ...announcements].map(({ sequence }) => sequence))

const isThere = (id: string, { entries, announcements }: OpenedDossier): boolean =>
  entries.some(({ entry }) => entry.id === id) || announcements.some((one) => one.id === id)
