import { SvelteMap } from 'svelte/reactivity'
import type { ReportLine } from './open-report.ts'
import { isClosed } from './staff-keys.ts'
import type { AtWork } from './staff-session.svelte.ts'
import { type Trouble, teamApi, type WorkListPage, type WorkListRow } from './team-api.ts'
import { matches, showAll, type WorkListFilter } from './work-list.ts'

/** `refused`: not even tried, because the key of the site is not the one that was pinned. */
export type LineState = ReportLine | 'unopened' | 'refused'

const atOnce = 2
const pageFull = 50

/** The work list of one person: pages of rows from the server, and the lines that were opened for them here. */
export class Inbox {
  rows: readonly WorkListRow[] = $state.raw([])
  next: string | null = $state.raw(null)
  unread: number = $state(0)
  step: 'loading' | 'ready' | Trouble = $state('loading')
  /** Something came in since the list was fetched. */
  isChanged: boolean = $state(false)
  filter: WorkListFilter = $state.raw(showAll)
  /** Where to go back to in the list. */
  lastOpened = ''
  readonly lines = new SvelteMap<string, LineState>()
  readonly shown: readonly WorkListRow[] = $derived(
    this.rows.filter((row) => matches(row, this.filter, this.#atWork.keys.workplaces)),
  )

  readonly #atWork: AtWork
  readonly #onexpired: () => void
  #waiting: WorkListRow[] = []
  #running = 0
  #stop = new AbortController()

  constructor(atWork: AtWork, onexpired: () => void) {
    this.#atWork = atWork
    this.#onexpired = onexpired
  }

  /** Fetches the list anew, as far as it was fetched before; what is on the screen stays there meanwhile. */
  async load(): Promise<void> {
    const wanted = this.rows.length
    const page = await this.#fetch(null)
    if (!page) return
    this.rows = page.reports
    this.#take(page)
    while (this.rows.length < wanted && this.next !== null && this.step === 'ready') await this.more()
    await this.#fill()
  }

  async more(): Promise<void> {
    const page = await this.#fetch(this.next)
    if (!page) return
    // A report that moved down the list meanwhile comes again.
    const known = new Set(this.rows.map(({ report }) => report))
    this.rows = [...this.rows, ...page.reports.filter(({ report }) => !known.has(report))]
    this.#take(page)
  }

  async choose(filter: WorkListFilter): Promise<void> {
    this.filter = filter
    await this.#fill()
  }

  /** Looks whether there is something new, without touching what is on the screen. */
  async look(): Promise<void> {
    const answer = await teamApi.list(null)
    if (!answer.ok && answer.trouble === 'signedOut') this.#onexpired()
    if (!answer.ok || this.step !== 'ready') return
    const facts = ({ report, unread, state, lastOn }: WorkListRow) => `${report} ${unread} ${state} ${lastOn}`
    const before = this.rows.map(facts)
    this.isChanged = answer.value.reports.map(facts).some((fact, at) => fact !== before[at])
  }

  /** Opens the line of a row that came into view. */
  openLine(row: WorkListRow): void {
    if (this.lines.has(row.report) || this.#waiting.includes(row)) return
    this.#waiting.push(row)
    this.#run()
  }

  /** Forgets what was waiting, for example because a report is opened, which goes first. */
  pause(): void {
    this.#waiting = []
    this.#stop.abort()
    this.#stop = new AbortController()
  }

  #run(): void {
    while (this.#running < atOnce) {
      const row = this.#waiting.shift()
      if (!row) return
      this.#running += 1
      void this.#open(row, this.#stop.signal).finally(() => {
        this.#running -= 1
        this.#run()
      })
    }
  }

  async #open(row: WorkListRow, signal: AbortSignal): Promise<void> {
    const workplace = this.#atWork.opener.workplace(row.site, row.addressedTo)
    if (workplace && isClosed(workplace)) {
      this.lines.set(row.report, 'refused')
      return
    }
    try {
      const answer = await teamApi.line(row, signal)
      // Without an answer the row is simply tried again when it is next in view.
      if (answer.ok) this.lines.set(row.report, (await this.#atWork.opener.line(answer.value)) ?? 'unopened')
    } catch {
      if (!signal.aborted) this.lines.set(row.report, 'unopened')
    }
  }

  /** A filter leaves out rows, so enough pages are fetched to fill one. */
  async #fill(): Promise<void> {
    while (this.filter !== showAll && this.next !== null && this.step === 'ready' && this.shown.length < pageFull) {
      await this.more()
    }
  }

  async #fetch(after: string | null): Promise<WorkListPage | null> {
    const answer = await teamApi.list(after)
    if (answer.ok) return answer.value
    if (answer.trouble === 'signedOut') this.#onexpired()
    this.step = answer.trouble
    return null
  }

  #take({ next, unread }: WorkListPage): void {
    this.next = next
    this.unread = unread
    this.step = 'ready'
    this.isChanged = false
  }
}
