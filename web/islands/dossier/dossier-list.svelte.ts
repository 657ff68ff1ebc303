import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import { findProtocol } from '../../../api/domain/protocol/registry.ts'
import type { AtWork } from '../team/staff-session.svelte.ts'
import {
  type DossierList,
  type DossierTrouble,
  dossierApi,
  type ListedDossier,
  type NearErasure,
  type ToldErasure,
} from './dossier-api.ts'
import type { DossierOpener } from './dossier-opener.ts'
import { type DossierGroup, dossierGroups, type Standing, standingOf } from './standing.ts'
import { initialsOf } from './words-of.ts'

export type DossierRow = Readonly<{ listed: ListedDossier; standing: Standing | null }>

/** The dossiers somebody works on, as they stand today. */
export class WorkedDossiers {
  step: 'loading' | 'ready' | DossierTrouble = $state('loading')
  rows: readonly DossierRow[] = $state.raw([])
  /** Under which a dossier is opened now; null until it is known, or when this program does not have it. */
  protocol: Protocol | null = $state.raw(null)
  /** What will be erased soon of what somebody can read. */
  erasures: readonly NearErasure[] = $state.raw([])
  /** What was asked to be erased on request in it, and what was. */
  requests: readonly ToldErasure[] = $state.raw([])
  showsClosed: boolean = $state(false)
  /** The last one that was opened: where the focus goes back to. */
  lastOpened = ''
  /** By dossier: the initials of those whom it is about, or that it did not open. */
  lines: ReadonlyMap<string, string | null> = $state.raw(new Map())

  readonly #atWork: AtWork
  readonly #opener: DossierOpener
  readonly #onexpired: () => void

  constructor(atWork: AtWork, opener: DossierOpener, onexpired: () => void) {
    this.#atWork = atWork
    this.#opener = opener
    this.#onexpired = onexpired
  }

  async load(): Promise<void> {
    const [answer, near] = await Promise.all([
      dossierApi.list(this.showsClosed ? 'closed' : 'open'),
      dossierApi.erasures(),
    ])
    if (near.ok) {
      this.erasures = near.value.erasures
      this.requests = near.value.requests
    }
    if (!answer.ok) {
      if (answer.trouble === 'signedOut') this.#onexpired()
      if (this.rows.length === 0) this.step = answer.trouble
      return
    }
    this.rows = rowsOf(answer.value, this.#atWork)
    this.protocol = findProtocol(answer.value.protocol)
    this.step = 'ready'
  }

  async show(closed: boolean): Promise<void> {
    this.showsClosed = closed
    this.step = 'loading'
    this.rows = []
    await this.load()
  }

  /** Opening costs a request and some milliseconds each, so only what comes into view is opened. */
  async openLine({ site, dossier }: ListedDossier): Promise<void> {
    if (this.lines.has(dossier)) return
    const answer = await dossierApi.line({ site, dossier })
    const records = answer.ok ? await this.#opener.line(answer.value).catch(() => null) : null
    const targets = records?.filter(({ part }) => part === 'target') ?? []
    const shown = targets.length > 0 ? targets : (records ?? [])
    const line = records && shown.map(({ person }) => (person ? initialsOf(person.name) : '?')).join(', ')
    this.lines = new Map([...this.lines, [dossier, line]])
  }
}

/** In the order in which they ask for something; of one day the oldest dossier first. */
export function rowsOf(
  { dossiers, calendars, today, protocol, terms }: DossierList,
  { keys }: AtWork,
): readonly DossierRow[] {
  return dossiers
    .map((listed) => {
      const own = keys.workplaces.find(({ site }) => site === listed.site)?.holder ?? ''
      const calendar = calendars.find(({ site }) => site === listed.site)?.days ?? []
      return {
        listed,
        standing: standingOf(listed, own, {
          calendar,
          today,
          terms: sameProtocol(listed.protocol, protocol) ? terms : {},
        }),
      }
    })
    .toSorted((a, b) => compare(placeOf(a), placeOf(b)))
}

export const inDossierGroups = (rows: readonly DossierRow[]): readonly { group: DossierGroup; rows: DossierRow[] }[] =>
  dossierGroups
    .map((group) => ({ group, rows: rows.filter(({ standing }) => (standing?.group ?? 'nothing') === group) }))
    .filter((one) => one.rows.length > 0)

const sameProtocol = (a: ListedDossier['protocol'], b: ListedDossier['protocol']): boolean =>
  a.id === b.id && a.version === b.version

const placeOf = ({ standing, listed }: DossierRow): string =>
  `${standing?.mine[0]?.deadline?.by ?? '~'} ${listed.openedOn} ${listed.dossier}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
