import type { FlowContext, Person } from '../../flow/answers.ts'
import type { Poster } from './poster.ts'
import { type Found, type Instance, type Site, schoolApi } from './school-api.ts'
import { certifyFound, type KeyRefusal, loadReaders, type SiteReaders } from './site-readers.ts'

type Loading = 'waiting' | 'failed' | 'ready'

/** What the form knows about the school: its sites, and who can read a report at the chosen one. */
export class School {
  sites: readonly Site[] = $state.raw([])
  sitesAre: Loading = $state('waiting')
  readers: SiteReaders | null = $state.raw(null)
  readersAre: Loading = $state('waiting')
  /** Set when nothing may be sent to the chosen site. */
  refusal: KeyRefusal | null = $state(null)
  instance: Instance | null = null
  readonly #poster: Poster | null
  #asked = ''

  constructor(poster: Poster | null) {
    this.#poster = poster
  }

  get context(): FlowContext {
    return {
      sites: this.sites,
      functions: this.readers?.functions ?? [],
      classGroups: this.readers?.classGroups ?? [],
    }
  }

  async load(): Promise<void> {
    this.sitesAre = 'waiting'
    const [instance, sites] = await Promise.all([schoolApi.instance(), schoolApi.sites()])
    if (instance.ok && sites.ok) {
      this.instance = instance.value
      this.sites = sites.value
    }
    this.sitesAre = instance.ok && sites.ok ? 'ready' : 'failed'
  }

  /** Looks up who is there, while the reporter answers the next questions. */
  async choose(site: string): Promise<void> {
    if (this.#asked === site && this.readersAre !== 'failed') return
    this.#asked = site
    this.readers = null
    this.refusal = null
    this.readersAre = 'waiting'
    const fingerprint = this.#poster?.site === site ? this.#poster.fingerprint : null
    // The encryption is fetched with the readers, and may fail to come like they do.
    const loaded = await loadReaders(site, this.instance?.salt ?? '', fingerprint).catch(() => null)
    // Another site was chosen meanwhile.
    if (this.#asked !== site) return
    if (loaded?.ok) this.readers = loaded.value
    else if (loaded && 'distrust' in loaded) this.refusal = loaded.distrust
    this.readersAre = loaded?.ok ? 'ready' : 'failed'
  }

  /** People found by name at the chosen site, when their keys are right. One wrong key refuses the whole site. */
  async trust(found: readonly Found[]): Promise<Person[]> {
    const { readers, instance } = this
    if (!readers || !instance) return []
    const persons: Person[] = []
    for (const candidate of found) {
      const person = await certifyFound(candidate, readers, instance.salt)
      if (!person) {
        this.refusal = 'key-wrong'
        return []
      }
      persons.push(person)
    }
    return persons
  }

  /** Back to choosing, after a refusal. */
  unchoose(): void {
    this.#asked = ''
    this.readers = null
    this.refusal = null
    this.readersAre = 'waiting'
  }
}
