import type { PaperName } from '../dossier-papers/paper-name.ts'
import type { DossierPlace } from './dossier-api.ts'

/** What the page with dossiers shows. It lives in the history's state, so that the address never says which dossier. */
export type DossierView =
  | Readonly<{ name: 'list' }>
  | Readonly<{ name: 'register' }>
  | (Readonly<{ name: 'dossier'; paper?: PaperName }> & DossierPlace)
  | Readonly<{ name: 'new'; site: string | null; report: string | null }>

const list: DossierView = { name: 'list' }

/** Behind the `#` when somebody comes from a report: taken out of the address at once. */
const fromReport = /^#nieuw\/([a-z0-9-]+)\/([0-9a-f-]{36})$/

export class DossierViews {
  current: DossierView = $state.raw(list)

  constructor() {
    const asked = fromReport.exec(location.hash)
    if (asked) {
      const view: DossierView = { name: 'new', site: asked[1] ?? null, report: asked[2] ?? null }
      history.replaceState(null, '', location.pathname)
      history.pushState({ view }, '')
    }
    this.current = fromHistory()
    addEventListener('popstate', () => {
      this.current = fromHistory()
    })
  }

  open(view: DossierView): void {
    history.pushState({ view }, '')
    this.current = view
  }

  /** In the place of what shows now: Back goes to what came before it. */
  replace(view: DossierView): void {
    history.replaceState({ view }, '')
    this.current = view
  }

  /** Everything is opened from the list, so the entry before it is the list; of a paper it is its dossier. */
  back(): void {
    if (this.current.name !== 'list') history.back()
  }

  /** For the next person at this screen. */
  reset(): void {
    history.replaceState(null, '')
    this.current = list
  }
}

function fromHistory(): DossierView {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'view' in state ? (state.view as DossierView) : list
}
