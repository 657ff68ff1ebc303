import type { Part } from '../../../api/domain/dossier/entry.ts'
import type { EntryWords, InvolvedPerson } from '../../crypto/dossier-body.ts'
import { sealCards } from '../../crypto/dossier-card.ts'
import type { OpenedDossier } from '../../crypto/dossier-open.ts'
import {
  type DossierWriter,
  type EntryDraft,
  sealDossierRenewal,
  sealDossierShare,
  sealEntry,
  sealRecord,
} from '../../crypto/dossier-write.ts'
import type { Grantee } from '../../crypto/grant.ts'
import { remainingReaders } from '../shared/directory.ts'
import { isClosed, type OpenWorkplace } from '../team/staff-keys.ts'
import type { AtWork } from '../team/staff-session.svelte.ts'
import {
  type DossierAnswer,
  type DossierPlace,
  type DossierTrouble,
  dossierApi,
  type StoredDossier,
} from './dossier-api.ts'
import type { DossierOpener } from './dossier-opener.ts'
import { hasWords } from './words-of.ts'

export type DossierStep = 'loading' | 'ready' | 'unreadable' | 'siteKeyChanged' | DossierTrouble

/** Why something was not kept. What was typed is still on the screen. */
export type NotKept = Readonly<{
  trouble: DossierTrouble | 'cannotEncrypt'
  why?: string
  missing?: readonly unknown[]
}>

/** Seals and sends under the key in force. */
type Post = (
  opened: OpenedDossier,
  under: Readonly<{ epoch: number; after: number }>,
) => Promise<DossierAnswer<unknown>>

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
    return this.#send(draft.id, async (opened, under) => {
      const sealed = await sealEntry(opened, this.#writer, draft, words)
      return dossierApi.write(this.place, { ...sealed, ...under, hasWords: hasWords(words) })
    })
  }

  /** @param keepers who finds the dossier again by this person. */
  addRecord(
    added: Readonly<{ entry: string; record: string; part: Part; person: InvolvedPerson }>,
    keepers: readonly Grantee[],
  ): Promise<NotKept | null> {
    return this.#send(added.entry, async (opened, under) => {
      const { record, entry } = await sealRecord(opened, this.#writer, added)
      const cards = (await sealCards(this.#writer, added, keepers)).map(({ holder, sealed }) => ({ holder, sealed }))
      return dossierApi.addRecord(this.place, { ...entry, ...under, hasWords: true, record: { ...record, cards } })
    })
  }

  /** Closes it because another dossier about the same goes on. */
  join(draft: EntryDraft, words: EntryWords, to: string): Promise<NotKept | null> {
    return this.#send(draft.id, async (opened, under) => {
      const sealed = await sealEntry(opened, this.#writer, draft, words)
      return dossierApi.join(this.place, { ...sealed, ...under, hasWords: hasWords(words), to })
    })
  }

  /** Lets somebody read along, from the start. @param id of the announcement. */
  share(to: Grantee, id: string): Promise<NotKept | null> {
    return this.#send(id, async (opened, under) => {
      const { sealed, ...given } = await sealDossierShare(opened, this.#writer, to)
      return dossierApi.share(this.place, { ...given, ...under, announcement: { id, sealed } })
    })
  }

  /** A key that is due is renewed first, for those who remain: what is written then nobody who left can read. */
  async #send(id: string, post: Post): Promise<NotKept | null> {
    // Two tabs of one person must not give out the same number.
    const kept = await navigator.locks.request(`vijfspoor ${this.place.dossier}`, () => this.#try(id, post))
    if (kept === null && (await this.load())) await this.#markRead()
    return kept
  }

  async #try(id: string, post: Post): Promise<NotKept | null> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (!(await this.load())) return { trouble: this.#lastTrouble }
      const { stored, opened } = this
      if (!stored || !opened || !this.canWrite) return { trouble: 'cannotEncrypt' }
      if (isThere(id, opened)) return null
      const under = { epoch: opened.epoch, after: lastOf(stored) }
      const act = stored.isKeyDue ? this.#renew(stored, opened) : post(opened, under)
      const answer = await act.catch(() => ({ ok: false, trouble: 'cannotEncrypt' }) as const)
      if (answer.ok && !stored.isKeyDue) return null
      if (answer.ok || answer.trouble === 'moved') continue
      if (answer.trouble === 'signedOut') this.#onexpired()
      const { ok: _, ...kept } = answer
      return kept
    }
    return { trouble: 'moved' }
  }

  async #renew(stored: StoredDossier, opened: OpenedDossier): Promise<DossierAnswer<unknown>> {
    const readers = remainingReaders(stored, opened)
    const { announcement, epoch, ...renewal } = await sealDossierRenewal(opened, this.#writer, readers)
    const under = { epoch, after: lastOf(stored) }
    return dossierApi.renew(this.place, {
      ...renewal,
      ...under,
      announcement: { id: crypto.randomUUID(), sealed: announcement },
    })
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
