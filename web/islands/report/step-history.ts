import type { Step } from '../../flow/journey.ts'

/** All that is put in the history: which step, and which one came before. Never an answer, and never in the address. */
type Place = Readonly<{ step: Step; before: Step | null }>

/** The steps of the form as entries of the browser's history, so that its Back button works on one page. */
export class StepHistory {
  readonly #show: (step: Step) => void
  #here: Place = { step: 'start', before: null }

  /** @param show - called when the reporter goes back or forward in the browser. */
  constructor(show: (step: Step) => void) {
    this.#show = show
    // Answers do not survive a reload, so whatever step the history names, the form starts at the start.
    this.replace('start')
    addEventListener('popstate', this.#onPop)
  }

  go(step: Step): void {
    this.#here = { step, before: this.#here.step }
    history.pushState(this.#here, '', location.pathname)
  }

  /** Back by the link on the page: the same as the browser's Back when that leads to the same step. */
  back(step: Step): void {
    if (this.#here.before === step) history.back()
    else {
      this.go(step)
      this.#show(step)
    }
  }

  /** The step that is on the screen, where the history names another one. */
  replace(step: Step): void {
    this.#here = { ...this.#here, step }
    history.replaceState(this.#here, '', location.pathname)
  }

  close(): void {
    removeEventListener('popstate', this.#onPop)
  }

  readonly #onPop = ({ state }: PopStateEvent): void => {
    const place = placeIn(state)
    if (place) {
      this.#here = place
      this.#show(place.step)
    } else {
      // A link within the page, such as the one to the content, is no step: stay where we are.
      this.replace(this.#here.step)
    }
  }
}

function placeIn(state: unknown): Place | null {
  return typeof state === 'object' && state !== null && 'step' in state ? (state as Place) : null
}
