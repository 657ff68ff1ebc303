import { describe, expect, test } from 'vitest'
import { type Bucket, emptyBucket, leak, rise } from '../../../api/domain/bucket.ts'
import { doublingsAt, guessesAfter, isHardEnough, proofOfWork } from '../../../api/domain/proof-of-work.ts'

const start = new Date('2026-11-24T10:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

/** A PC of 2026 does a guess of 5,000 passes in this time on one core (measured: 0.66 ms). */
const secondsPerGuess = 0.66e-3

/** Drafts, one after another; each solver starts when the one before is done. Returns the hours and the core-seconds. */
function flood(drafts: number, cores: number): { hours: number; work: number } {
  let bucket: Bucket = emptyBucket(start)
  let seconds = 0
  let work = 0
  for (let sent = 0; sent < drafts; sent += 1) {
    const cost = guessesAfter(doublingsAt(leak(bucket, later(seconds), proofOfWork).level)) * secondsPerGuess
    work += cost
    seconds += cost / cores
    bucket = rise(bucket, later(seconds), proofOfWork)
  }
  return { hours: seconds / 3600, work }
}

describe('the work for one draft', () => {
  test.each([
    [0, 0],
    [30, 0],
    [60, 0],
    [89, 0],
    [90, 1],
    [119, 1],
    [120, 2],
    [360, 10],
    [100_000, 10],
  ])('at level %i is doubled %i times', (level, doublings) => {
    expect(doublingsAt(level)).toBe(doublings)
  })

  test('on a calm site is a fifth of a second of a PC, which a pupil does not see while typing', () => {
    expect(guessesAfter(0) * secondsPerGuess).toBeLessThan(0.2)
  })

  test('is the same for each of a class of thirty within one minute, and for the class after it', () => {
    let bucket = emptyBucket(start)
    const asked: number[] = []
    for (let pupil = 0; pupil < 60; pupil += 1) {
      const now = later(pupil * 2)
      asked.push(doublingsAt(leak(bucket, now, proofOfWork).level))
      bucket = rise(bucket, now, proofOfWork)
    }
    expect(new Set(asked)).toEqual(new Set([0]))
  })

  test('is calm again six hours after the worst flood', () => {
    let bucket = emptyBucket(start)
    for (let sent = 0; sent < 10_000; sent += 1) bucket = rise(bucket, start, proofOfWork)
    expect(doublingsAt(bucket.level)).toBe(proofOfWork.mostDoublings)
    expect(doublingsAt(leak(bucket, later(6 * 3600), proofOfWork).level)).toBe(0)
  })
})

describe('ten thousand junk reports from one place', () => {
  test('keep one core busy for nearly a week, at one a minute', () => {
    const { hours } = flood(10_000, 1)
    expect(hours / 24).toBeGreaterThan(6.5)
  })

  test('cost eight cores more than two weeks of work, at fewer than one in twenty seconds', () => {
    const { hours, work } = flood(10_000, 8)
    expect(work / 86_400).toBeGreaterThan(14)
    expect(10_000 / (hours * 3600)).toBeLessThan(1 / 20)
  })

  test('would take half an hour without the growing', () => {
    expect((10_000 * guessesAfter(0) * secondsPerGuess) / 60).toBeCloseTo(27.5, 1)
  })
})

describe('a challenge asked for in calm', () => {
  test('is still good while the site got a little busier', () => {
    expect(isHardEnough(0, 60)).toBe(true)
    expect(isHardEnough(0, 149)).toBe(true)
  })

  test('cannot be kept to be answered in a flood', () => {
    expect(isHardEnough(0, 150)).toBe(false)
    expect(isHardEnough(7, 100_000)).toBe(false)
    expect(isHardEnough(8, 100_000)).toBe(true)
  })
})

describe('a bucket', () => {
  const shape = { leakPerHour: 60, brim: 100 }

  test('leaks evenly and never below empty', () => {
    const full = { level: 60, at: start }
    expect(leak(full, later(1800), shape).level).toBeCloseTo(30)
    expect(leak(full, later(7200), shape).level).toBe(0)
  })

  test('does not fill up by a clock that is put back', () => {
    expect(leak({ level: 5, at: start }, later(-3600), shape).level).toBe(5)
  })

  test('does not rise above its brim', () => {
    expect(rise({ level: 99.5, at: start }, start, shape).level).toBe(100)
  })

  test('rises by what was said', () => {
    expect(rise(emptyBucket(start), start, shape, 0.25).level).toBe(0.25)
  })
})
