import type { OpenedCard } from '../../crypto/dossier-card.ts'
import type { OpenedDossier, OpenedRecord } from '../../crypto/dossier-open.ts'
import type { OpenWorkplace, StaffKeys } from '../team/staff-keys.ts'
import { WorkerLine } from '../team/worker-line.ts'
import {
  type CardPage,
  type DossierAnswer,
  dossierApi,
  type SealedDossierParts,
  type StoredDossier,
} from './dossier-api.ts'
import type { DossierKeys } from './open-dossier.ts'
import type { DossierQuestion } from './open-dossier.worker.ts'
import openDossierWorker from './open-dossier.worker.ts?worker&url'

/** Opens dossiers in a worker, because every entry costs some milliseconds and a site has many cards. */
export class DossierOpener {
  readonly #keys: StaffKeys
  #line: WorkerLine<DossierQuestion, unknown> | undefined

  constructor(keys: StaffKeys) {
    this.#keys = keys
  }

  /** @throws when none of the person's keys opens it. */
  dossier(stored: StoredDossier): Promise<OpenedDossier> {
    return this.#ask({ what: 'dossier', stored, keys: this.#keysAt(stored.site) }) as Promise<OpenedDossier>
  }

  /** Who it is about. @throws when none of the person's keys opens it. */
  line(stored: SealedDossierParts): Promise<readonly OpenedRecord[]> {
    return this.#ask({ what: 'line', stored, keys: this.#keysAt(stored.site) }) as Promise<readonly OpenedRecord[]>
  }

  /** All cards of a site that the person can open. `failed` counts those that are not what they say. */
  async cards(site: string): Promise<DossierAnswer<{ cards: OpenedCard[]; failed: number }>> {
    const cards: OpenedCard[] = []
    let failed = 0
    let after: string | null = null
    do {
      const page: DossierAnswer<CardPage> = await dossierApi.cards(site, after)
      if (!page.ok) return page
      const question = { what: 'cards', stored: { ...page.value, site }, keys: this.#keysAt(site) } as const
      const opened = (await this.#ask(question)) as { cards: OpenedCard[]; failed: number }
      cards.push(...opened.cards)
      failed += opened.failed
      after = page.value.next
    } while (after !== null)
    return { ok: true, value: { cards, failed } }
  }

  workplace(site: string): OpenWorkplace | undefined {
    return this.#keys.workplaces.find((place) => place.site === site)
  }

  /** Ends the worker and what it holds. */
  stop(): void {
    this.#line?.stop()
  }

  #keysAt(site: string): DossierKeys {
    const workplace = this.workplace(site)
    if (!workplace) throw new Error('a dossier of another site')
    const { holder, siteKey, identities } = workplace
    return { holder, siteKey, identities }
  }

  async #ask(question: DossierQuestion): Promise<unknown> {
    this.#line ??= new WorkerLine(openDossierWorker)
    return await this.#line.ask(question)
  }
}
