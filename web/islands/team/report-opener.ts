import type { OpenedReport, ReportLine } from './open-report.ts'
import type { OpenQuestion } from './open-report.worker.ts'
import openReportWorker from './open-report.worker.ts?worker&url'
import { type ReadingPlace, readingPlace } from './reading-place.ts'
import type { StaffKeys } from './staff-keys.ts'
import type { SealedMessages } from './team-api.ts'
import { WorkerLine } from './worker-line.ts'

/** Opens reports in a worker, because every message costs some milliseconds and a list has many. */
export class ReportOpener {
  readonly #keys: StaffKeys
  #line: WorkerLine<OpenQuestion, unknown> | undefined

  constructor(keys: StaffKeys) {
    this.#keys = keys
  }

  /** @throws when none of the person's keys opens it. */
  report(stored: SealedMessages): Promise<OpenedReport> {
    return this.#ask('report', stored) as Promise<OpenedReport>
  }

  /** @returns null when it cannot be shown. @throws when none of the person's keys opens it. */
  line(stored: SealedMessages): Promise<ReportLine | null> {
    return this.#ask('line', stored) as Promise<ReportLine | null>
  }

  /** @param holders - to whom it was given. */
  workplace(site: string, holders: readonly string[]): ReadingPlace | undefined {
    return readingPlace(this.#keys.workplaces, site, holders)
  }

  /** Ends the worker and what it holds. */
  stop(): void {
    this.#line?.stop()
  }

  async #ask(what: OpenQuestion['what'], stored: SealedMessages): Promise<unknown> {
    const given = stored.grants.map(({ holder }) => holder)
    const workplace = this.workplace(stored.site, given)
    if (!workplace) throw new Error('a report for somebody who works nowhere')
    const { holder, siteKey, identities } = workplace
    this.#line ??= new WorkerLine(openReportWorker)
    return await this.#line.ask({ what, stored, keys: { holder, siteKey, identities } })
  }
}
