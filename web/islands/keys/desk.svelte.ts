import type { ClientRefusal } from '../../client.ts'
import type { OpenWorkplace } from '../team/staff-keys.ts'
import type { AtWork, StaffSession } from '../team/staff-session.svelte.ts'
import { type KeysApi, keysApi } from './keys-api.ts'
import type { Office } from './office.ts'

type Asked = Promise<Readonly<{ ok: true; value: unknown }> | Readonly<{ ok: false; refusal: ClientRefusal }>>

/** `keys`: something in this browser did not open or did not fit. */
export type DeskTrouble = ClientRefusal | 'keys'

/** The keys of one site on the screen, and what is being done to them. */
export class KeyDesk {
  office: Office | null = $state.raw(null)
  trouble: DeskTrouble | null = $state(null)
  /** What was just done, in words. */
  spoken: string = $state('')
  isBusy: boolean = $state(false)
  readonly api: KeysApi = keysApi()
  readonly workplace: OpenWorkplace

  readonly #session: StaffSession
  readonly #atWork: AtWork

  constructor(session: StaffSession, atWork: AtWork, workplace: OpenWorkplace) {
    this.#session = session
    this.#atWork = atWork
    this.workplace = workplace
  }

  async load(): Promise<void> {
    const { site, siteKey, holder } = this.workplace
    const [instance, view] = await Promise.all([this.api.instance(), this.api.keys(site)])
    if (!instance.ok) return this.#refuse(instance.refusal)
    if (!view.ok) return this.#refuse(view.refusal)
    const { keys, identity, today } = this.#atWork
    const own = { holder, identity, recipient: keys.recipient, signing: keys.signing }
    this.office = { site, siteKey, instance: instance.value.salt, today, ...own, view: view.value }
  }

  /** Seals or signs something here and sends it. @returns whether it was done. */
  async act(work: (office: Office) => Asked, spoken: string): Promise<boolean> {
    if (this.isBusy || !this.office) return false
    this.isBusy = true
    this.trouble = null
    this.spoken = ''
    const trouble = await this.#try(work, this.office)
    // Also after a refusal: then something is different from what the screen showed.
    await this.load()
    this.isBusy = false
    if (trouble !== null) this.trouble = trouble
    else this.spoken = spoken
    return trouble === null
  }

  /** After something that decides which keys are trusted. */
  renew = (): Promise<void> => this.#session.renew()

  async #try(work: (office: Office) => Asked, office: Office): Promise<DeskTrouble | null> {
    try {
      const answer = await work(office)
      if (!answer.ok && answer.refusal === 'not-signed-in') this.#session.expire()
      return answer.ok ? null : answer.refusal
    } catch {
      return 'keys'
    }
  }

  #refuse(refusal: ClientRefusal): void {
    if (refusal === 'not-signed-in') this.#session.expire()
    this.trouble = refusal
  }
}
