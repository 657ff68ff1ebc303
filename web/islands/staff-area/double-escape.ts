/** Within so many milliseconds two presses are one. */
const together = 1_000

/**
 * Hears Escape pressed twice in a row. Once would too often mean something else: closing a list, leaving a suggestion. It
 * is no sign that somebody types, so it cannot go off by itself while writing (WCAG 2.1.4).
 */
export class DoubleEscape {
  #last = Number.NEGATIVE_INFINITY

  /** @returns whether this press is the second. */
  press({ key, repeat, isComposing, timeStamp }: KeyboardEvent): boolean {
    // Escape also ends what somebody composes out of several keys, such as an accent.
    if (repeat || isComposing) return false
    const isSecond = key === 'Escape' && timeStamp - this.#last <= together
    this.#last = key === 'Escape' && !isSecond ? timeStamp : Number.NEGATIVE_INFINITY
    return isSecond
  }
}
