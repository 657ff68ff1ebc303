import type { ReportPlace } from './team-api.ts'

/** What the staff area shows. It lives in the history's state, so that the address never says which report. */
export type View = Readonly<{ name: 'inbox' }> | (Readonly<{ name: 'report'; unread: number }> & ReportPlace)

const inbox: View = { name: 'inbox' }

export class CurrentView {
  current: View = $state.raw(fromHistory())

  constructor() {
    addEventListener('popstate', () => {
      this.current = fromHistory()
    })
  }

  open(view: View): void {
    history.pushState({ view }, '')
    this.current = view
  }

  /** A report is only ever opened from the inbox, so the entry before it is the inbox. */
  backToInbox(): void {
    if (this.current.name !== 'inbox') history.back()
  }

  /** For the next person at this screen. */
  reset(): void {
    history.replaceState(null, '')
    this.current = inbox
  }
}

function fromHistory(): View {
  const state: unknown = history.state
  const view = typeof state === 'object' && state !== null && 'view' in state ? (state.view as View) : inbox
  return view
}
