import { describe, expect, test } from 'vitest'
import { type IdleClock, type IdlePhase, IdleWatch, idleLimits } from '../../../../web/islands/team/idle-watch.ts'

const minute = 60_000

/** A clock that stands still until the test lets it go on. */
function handClock() {
  let now = 1_000_000
  const timers = new Map<number, { at: number; run: () => void }>()
  let last = 0
  const clock: IdleClock = {
    now: () => now,
    after: (milliseconds, run) => {
      last += 1
      const id = last
      timers.set(id, { at: now + milliseconds, run })
      return () => timers.delete(id)
    },
  }
  const pass = (milliseconds: number) => {
    const until = now + milliseconds
    for (;;) {
      const due = [...timers].filter(([, { at }]) => at <= until).toSorted(([, a], [, b]) => a.at - b.at)[0]
      if (!due) break
      timers.delete(due[0])
      now = due[1].at
      due[1].run()
    }
    now = until
  }
  const sleep = (milliseconds: number) => {
    now += milliseconds
  }
  return { clock, pass, sleep, waiting: () => timers.size }
}

function watchFrom(hand: ReturnType<typeof handClock>) {
  const phases: IdlePhase[] = []
  const watch = new IdleWatch(hand.clock, hand.clock.now(), (phase) => phases.push(phase))
  return { watch, phases }
}

describe('an idle staff session', () => {
  test('is warned at least two minutes before it locks, and locks after fifteen', () => {
    expect(idleLimits.lockAfter).toBe(15 * minute)
    expect(idleLimits.lockAfter - idleLimits.warnAfter).toBeGreaterThanOrEqual(2 * minute)
    const hand = handClock()
    const { phases } = watchFrom(hand)
    hand.pass(idleLimits.warnAfter - 1)
    expect(phases).toEqual([])
    hand.pass(1)
    expect(phases).toEqual(['warned'])
    hand.pass(idleLimits.lockAfter - idleLimits.warnAfter - 1)
    expect(phases).toEqual(['warned'])
    hand.pass(1)
    expect(phases).toEqual(['warned', 'idle'])
  })

  test('goes on when somebody does something, also after the warning', () => {
    const hand = handClock()
    const { watch, phases } = watchFrom(hand)
    hand.pass(13 * minute)
    watch.touch()
    expect(phases).toEqual(['warned', 'active'])
    hand.pass(11 * minute)
    expect(phases).toEqual(['warned', 'active'])
    hand.pass(4 * minute)
    expect(phases).toEqual(['warned', 'active', 'warned', 'idle'])
  })

  test('counts what was done in another tab, but never takes time away', () => {
    const hand = handClock()
    const { watch, phases } = watchFrom(hand)
    hand.pass(10 * minute)
    watch.touch(hand.clock.now() - 20 * minute)
    expect(watch.lastActivity).toBe(hand.clock.now() - 10 * minute)
    watch.touch(hand.clock.now() - 1 * minute)
    hand.pass(10 * minute)
    expect(phases).toEqual([])
  })

  test('locks at once when the device slept past the limit, whatever is pressed first', () => {
    const hand = handClock()
    const { watch, phases } = watchFrom(hand)
    hand.sleep(60 * minute)
    watch.touch()
    expect(phases).toEqual(['idle'])
  })

  test('leaves no timer behind once it is stopped', () => {
    const hand = handClock()
    const { watch } = watchFrom(hand)
    expect(hand.waiting()).toBe(1)
    watch.stop()
    expect(hand.waiting()).toBe(0)
  })
})
