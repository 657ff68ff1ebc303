import type { Answers } from '../../flow/answers.ts'
import {
  type Answered,
  answer,
  canVisit,
  firstOpen,
  type Journey,
  nextStep,
  numberOf,
  previousStep,
  refuse,
  type Step,
} from '../../flow/journey.ts'
import type { QuestionKey } from '../../flow/questions.ts'
import type { Refused } from '../../flow/refusals.ts'
import type { School } from './school.svelte.ts'
import { StepHistory } from './step-history.ts'

type Watch = Readonly<{
  /** What only the page knows about a question, such as files that are still being read. */
  refuse(key: QuestionKey): readonly Refused[]
  answered(key: QuestionKey, answers: Answers): void
}>

/** The form as it is being filled in. Pages write to `answers`; the journey decides what they lead to. */
export class Report {
  answers: Answers = $state({})
  step: Step = $state('start')
  /** Why the last submit of this page was not taken. */
  refused: readonly Refused[] = $state.raw([])
  /** While sending and after it the history leads nowhere. */
  isFixed: boolean = $state(false)
  #answered: Answered = $state.raw({})
  /** From the first time on the check page, every answer leads back to it. */
  #hasChecked = $state(false)
  readonly #school: School
  readonly #watch: Watch
  readonly #history: StepHistory

  constructor(school: School, watch: Watch) {
    this.#school = school
    this.#watch = watch
    this.#history = new StepHistory((step) => this.#show(step))
  }

  get journey(): Journey {
    return { answers: this.answers, answered: this.#answered, context: this.#school.context }
  }

  numberOf(key: QuestionKey) {
    return numberOf(key, this.journey)
  }

  /** Whether this page is the last before the check page. */
  get leadsToCheck(): boolean {
    const { step } = this
    if (step === 'start' || step === 'check') return false
    const after = nextStep(step, answer(step, this.journey), this.#hasChecked)
    // An answer that cannot be taken yet stays here first; what comes after it is the check page all the same.
    return after === 'check' || after === step
  }

  begin(): void {
    this.#go(nextStep('start', this.journey))
  }

  submit(): void {
    const key = this.step
    if (key === 'start' || key === 'check') return
    this.refused = [...refuse(key, this.journey), ...this.#watch.refuse(key)]
    if (this.refused.length > 0) return
    this.#take(answer(key, this.journey))
    this.#watch.answered(key, this.answers)
    this.#go(nextStep(key, this.journey, this.#hasChecked))
  }

  change(key: QuestionKey): void {
    this.#go(key)
  }

  back(): void {
    const isChange = this.#hasChecked && this.step !== 'check' && canVisit('check', this.journey)
    this.#history.back(isChange ? 'check' : previousStep(this.step, this.journey))
  }

  /** Forgets everything. */
  wipe(): void {
    this.answers = {}
    this.#answered = {}
    this.refused = []
    this.#hasChecked = false
  }

  close(): void {
    this.wipe()
    this.#history.close()
  }

  #take({ answers, answered }: Journey): void {
    this.answers = answers
    this.#answered = answered
  }

  #go(step: Step): void {
    this.#history.go(step)
    this.#open(step)
  }

  /** Where the browser's Back or Forward leads, when that page is open; else the first that is not answered. */
  #show(step: Step): void {
    const wanted = canVisit(step, this.journey) ? step : firstOpen(this.journey)
    const shown = this.isFixed ? this.step : wanted
    if (shown !== step) this.#history.replace(shown)
    if (!this.isFixed) this.#open(shown)
  }

  #open(step: Step): void {
    this.refused = []
    this.step = step
    if (step === 'check') this.#hasChecked = true
  }
}
