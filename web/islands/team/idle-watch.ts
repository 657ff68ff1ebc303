const minute = 60_000

/** Time comes in from outside, so that a test need not wait for it. */
export type IdleClock = Readonly<{
  now(): number
  /** Runs once after so many milliseconds; the answer takes it back. */
  after(milliseconds: number, run: () => void): () => void
}>

export const systemClock: IdleClock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** WCAG 2.2.1: the warning leaves ample time to go on, by any key, touch or click. */
export const idleLimits = { warnAfter: 12 * minute, lockAfter: 15 * minute } as const

export type IdlePhase = 'active' | 'warned' | 'idle'

export function idlePhase(lastActivity: number, now: number): IdlePhase {
  const idleFor = now - lastActivity
  if (idleFor >= idleLimits.lockAfter) return 'idle'
  return idleFor >= idleLimits.warnAfter ? 'warned' : 'active'
}

/** Tells when nobody has done anything for a while. A laptop that slept is noticed by `check` when it wakes. */
export class IdleWatch {
  readonly #clock: IdleClock
  readonly #onphase: (phase: IdlePhase) => void
  #lastActivity: number
  #phase: IdlePhase = 'active'
  #cancel: () => void = () => undefined

  constructor(clock: IdleClock, lastActivity: number, onphase: (phase: IdlePhase) => void) {
    this.#clock = clock
    this.#lastActivity = lastActivity
    this.#onphase = onphase
    this.check()
  }

  get lastActivity(): number {
    return this.#lastActivity
  }

  /** Somebody did something, here or (`at`) in another tab. Too late is too late: after the limit it stays locked. */
  touch(at: number = this.#clock.now()): void {
    this.check()
    if (this.#phase === 'idle' || at <= this.#lastActivity) return
    this.#lastActivity = at
    this.check()
  }

  check(): void {
    this.#cancel()
    const phase = idlePhase(this.#lastActivity, this.#clock.now())
    if (phase !== 'idle') this.#cancel = this.#clock.after(this.#untilNext(phase), () => this.check())
    if (phase === this.#phase) return
    this.#phase = phase
    this.#onphase(phase)
  }

  stop(): void {
    this.#cancel()
    this.#phase = 'idle'
  }

  #untilNext(phase: 'active' | 'warned'): number {
    const limit = phase === 'active' ? idleLimits.warnAfter : idleLimits.lockAfter
    return this.#lastActivity + limit - this.#clock.now()
  }
}
