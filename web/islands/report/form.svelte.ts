import type { Answers } from '../../flow/answers.ts'
import type { ReporterKind } from '../../flow/codes.ts'
import type { Step } from '../../flow/journey.ts'
import type { QuestionKey } from '../../flow/questions.ts'
import type { Refused } from '../../flow/refusals.ts'
import { canEncrypt } from './can-encrypt.ts'
import type { Facts } from './facts.ts'
import { type Poster, readPoster } from './poster.ts'
import { readerLines } from './reader-lines.ts'
import { Report } from './report.svelte.ts'
import { School } from './school.svelte.ts'
import type { Receipt } from './school-api.ts'
import { Sending } from './sending.svelte.ts'
import type { KeyRefusal } from './site-readers.ts'
import { type ParentText, type ReportText, withWords } from './wording.ts'

/** Why the form refuses to go on. Nothing is sent then, and what was typed stays. */
export type FormRefusal = KeyRefusal | 'no-encryption' | 'poster-unknown'

/** All that is left when the answers are gone. */
export type Aftermath = Readonly<{ receipt: Receipt; readers: readonly string[]; isUrgent: boolean; hasCode: boolean }>

/** The whole form: what is filled in, what the school offers, and the sending. It lives as long as the page. */
export class ReportForm {
  readonly facts: Facts
  readonly school: School
  readonly report: Report
  readonly sending: Sending
  readonly poster: Poster | null
  aftermath: Aftermath | null = $state.raw(null)
  #standing: FormRefusal | null = $state(null)
  #kind: ReporterKind | undefined = $state()
  readonly #text: ReportText
  #parentText: ParentText | null = $state.raw(null)
  readonly #askParentText: () => Promise<ParentText>

  /** @param askParentText - fetched only for who needs it. */
  constructor(text: ReportText, askParentText: () => Promise<ParentText>, facts: Facts) {
    this.#text = text
    this.#askParentText = askParentText
    this.facts = facts
    const poster = readPoster(location.hash)
    this.poster = poster === 'unknown' ? null : poster
    if (poster === 'unknown') this.#standing = 'poster-unknown'
    if (!canEncrypt()) this.#standing = 'no-encryption'
    this.school = new School(this.poster)
    this.sending = new Sending(text.attachments.names)
    this.report = new Report(this.school, {
      refuse: (key) => (key === 'files' ? this.#refuseFiles() : []),
      answered: (key, answers) => this.#answered(key, answers),
    })
  }

  /** In the words for who fills it in, from the moment that is known. */
  get text(): ReportText {
    return this.#kind === 'parent' && this.#parentText ? withWords(this.#text, this.#parentText) : this.#text
  }

  get refusal(): FormRefusal | null {
    return this.#standing ?? this.school.refusal
  }

  /** What is on the screen. */
  get view(): Step | 'refused' | 'code' | 'next' {
    if (this.sending.sent) return 'code'
    if (this.aftermath) return 'next'
    return this.refusal ? 'refused' : this.report.step
  }

  async load(): Promise<void> {
    await this.school.load()
    const { sites, sitesAre } = this.school
    if (sites.length === 1) this.chooseSite()
    if (!this.poster || sitesAre !== 'ready') return
    // Whoever scanned a poster has said where it is. The question is still asked, because it may be about elsewhere.
    if (sites.some(({ id }) => id === this.poster?.site)) this.report.answers.site = this.poster.site
    else this.#standing = 'poster-unknown'
  }

  /** The slow work starts here, so that it is done before the reporter is. Also to try again after it failed. */
  chooseSite(): void {
    const { sites } = this.school
    const site = sites.length === 1 ? sites[0]?.id : this.report.answers.site
    if (site === undefined) return
    void this.school.choose(site)
    this.sending.prepare(site)
  }

  /** Without them a parent reads what a student reads: less polite, and still right. */
  async loadParentText(): Promise<void> {
    this.#parentText ??= await this.#askParentText().catch(() => null)
  }

  async send(): Promise<void> {
    const { report, school, sending } = this
    const { readers, instance } = school
    if (!readers || !instance) return
    report.isFixed = true
    // A copy that stays as it is now. Svelte's own `snapshot` would do the same with more code.
    const answers: Answers = JSON.parse(JSON.stringify(report.answers))
    await sending.start({ answers, context: school.context, readers }, instance)
    if (sending.sent) this.#leaveAnswers(sending.sent.receipt)
    else report.isFixed = sending.stage !== 'idle'
  }

  stop(): void {
    this.sending.stop()
    this.report.isFixed = false
  }

  /** The code was kept, or is not wanted: it goes, and what happens next is shown. */
  endCode(hasCode: boolean): void {
    if (this.aftermath) this.aftermath = { ...this.aftermath, hasCode }
    this.sending.wipe()
  }

  /** From a refusal back to where another site can be chosen. What was filled in is still there. */
  goBackToAnswers(): void {
    this.school.unchoose()
    // Found by name among keys that are not trusted any more.
    delete this.report.answers.trusted
    this.report.change('site')
  }

  /** Forgets everything that anybody filled in, and the code. */
  wipe(): void {
    this.report.close()
    this.sending.wipe()
    this.aftermath = null
  }

  #answered(key: QuestionKey, answers: Answers): void {
    if (key === 'site') this.chooseSite()
    if (key === 'reporterKind') this.#kind = answers.reporterKind
    const { instance } = this.school
    if (key === 'story' && instance) this.sending.prepareCode(instance)
  }

  #refuseFiles(): Refused[] {
    const { files } = this.sending.files
    if (files.some(({ step }) => step === 'preparing')) return [{ field: 'files', refusal: 'files-busy' }]
    return files.some(({ step }) => step === 'asks') ? [{ field: 'files', refusal: 'files-undecided' }] : []
  }

  /** From here on Back leads to nothing that was told. */
  #leaveAnswers(receipt: Receipt): void {
    const { report } = this
    const isUrgent = report.answers.goingRound === 'yes'
    this.aftermath = { receipt, readers: readerLines(this), isUrgent, hasCode: true }
    this.sending.files.clear('keep')
    report.wipe()
  }
}
