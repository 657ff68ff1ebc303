import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolDaysBetween } from '../../../../api/domain/calendar.ts'
import { addDays, localDate } from '../../../../api/domain/local-date.ts'
import { isNear, type Kept, keepingOf, restDays, warningSchoolDays } from '../../../../api/domain/retention/keeping.ts'
import { calendarOf } from '../../../support/protocol/dossier-play.ts'

const day = localDate
const calendar = calendarOf('midden')
const kept = (more: Partial<Kept> = {}): Kept => ({
  ...{ endsOn: day('2027-06-01'), lastAddedOn: day('2025-06-01'), isRead: true },
  ...{ isHeld: false, isNeeded: false, warnedOn: null },
  ...more,
})
const stateOn = (today: string, more: Partial<Kept> = {}) => keepingOf(kept(more), day(today), calendar)

describe('something of which the period is nearly over', () => {
  test('waits until four weeks before, and is to be warned of from then on', () => {
    expect(stateOn('2027-05-03')).toEqual({ state: 'waiting', endsOn: '2027-06-01' })
    expect(stateOn('2027-05-04')).toMatchObject({ state: 'toWarn' })
  })

  test('is erased on its day when the warning stood for four weeks of school, and later when it did not', () => {
    expect(stateOn('2027-05-31', { warnedOn: day('2027-05-04') })).toEqual({ state: 'warned', eraseOn: '2027-06-04' })
    expect(stateOn('2027-06-04', { warnedOn: day('2027-05-04') })).toEqual({ state: 'due' })
    // Warned on the day on which the summer begins, there are six weeks in which nobody reads.
    const summer = { endsOn: day('2027-08-01'), warnedOn: day('2027-07-17') }
    expect(stateOn('2027-08-15', summer)).toEqual({ state: 'warned', eraseOn: '2027-09-24' })
  })

  test('is not erased while it is open, held, needed or unread', () => {
    const late = { warnedOn: day('2027-05-04') }
    expect(stateOn('2028-01-01', { ...late, endsOn: null })).toEqual({ state: 'kept', why: 'open' })
    expect(stateOn('2028-01-01', { ...late, isHeld: true })).toEqual({ state: 'kept', why: 'held' })
    expect(stateOn('2028-01-01', { ...late, isNeeded: true })).toEqual({ state: 'kept', why: 'needed' })
    expect(stateOn('2028-01-01', { ...late, isRead: false })).toMatchObject({ state: 'unread' })
  })

  test('starts anew when something was written since, and when a clock that was wrong warned too early', () => {
    const warned = { warnedOn: day('2027-05-10') }
    expect(stateOn('2027-06-20', { ...warned, lastAddedOn: day('2027-05-10') })).toMatchObject({ state: 'toWarn' })
    expect(stateOn('2027-06-20', { ...warned, lastAddedOn: day('2027-06-20') })).toMatchObject({ state: 'toWarn' })
    expect(stateOn('2027-06-20', { lastAddedOn: day('2027-06-21') })).toEqual({
      state: 'waiting',
      endsOn: '2027-07-19',
    })
    expect(stateOn('2027-05-09', warned)).toMatchObject({ state: 'toWarn' })
    expect(stateOn('2027-06-20', { warnedOn: day('2026-05-10') })).toMatchObject({ state: 'toWarn' })
  })
})

type Deed = 'write' | 'read' | 'hold' | 'lift' | 'need' | 'let-go' | 'nothing' | 'off'
const deeds = fc.constantFrom<Deed>('write', 'read', 'hold', 'lift', 'need', 'let-go', ...quiet())
/** Mostly nothing happens, and on some days the server is off. */
function quiet(): Deed[] {
  return [...Array<Deed>(24).fill('nothing'), ...Array<Deed>(6).fill('off')]
}

type World = { isRead: boolean; isHeld: boolean; isNeeded: boolean; lastAddedOn: Kept['lastAddedOn'] }

function act(world: World, deed: Deed, today: Kept['lastAddedOn']): void {
  if (deed === 'write') Object.assign(world, { lastAddedOn: today, isRead: false })
  if (deed === 'read') world.isRead = true
  if (deed === 'hold') Object.assign(world, { isHeld: true, lastAddedOn: today })
  if (deed === 'lift' && world.isHeld) Object.assign(world, { isHeld: false, lastAddedOn: today })
  if (deed === 'need') world.isNeeded = true
  if (deed === 'let-go') world.isNeeded = false
}

describe('whatever happens, day by day in the real school years of three regions', () => {
  const regions = fc.constantFrom<'noord' | 'midden' | 'zuid'>('noord', 'midden', 'zuid')
  const starts = fc.integer({ min: 0, max: 700 }).map((days) => addDays(day('2026-09-01'), days))

  test('nothing is erased that is held, needed, unread, recent, or of which nobody was warned for four weeks', () => {
    const erased: boolean[] = []
    fc.assert(
      fc.property(regions, starts, fc.array(deeds, { minLength: 60, maxLength: 160 }), (region, start, happens) => {
        const days = calendarOf(region)
        const endsOn = addDays(start, 30)
        const world: World = { isRead: false, isHeld: false, isNeeded: false, lastAddedOn: start }
        let warnedOn: Kept['warnedOn'] = null
        let quietSince = start
        for (const [at, deed] of [...happens, 'read', ...quiet(), ...quiet(), ...quiet()].entries()) {
          const today = addDays(start, at)
          act(world, deed as Deed, today)
          if (world.lastAddedOn === today || world.isHeld) quietSince = today
          if (deed === 'off') continue
          const keeping = keepingOf({ ...world, endsOn, warnedOn }, today, days)
          if (keeping.state === 'toWarn') warnedOn = today
          if (keeping.state !== 'due') continue
          erased.push(true)
          expect([world.isHeld, world.isNeeded, world.isRead]).toEqual([false, false, true])
          expect(today >= endsOn && today >= addDays(world.lastAddedOn, restDays)).toBe(true)
          expect(warnedOn !== null && warnedOn > quietSince).toBe(true)
          expect(schoolDaysBetween(warnedOn ?? today, today, days)).toBeGreaterThanOrEqual(warningSchoolDays)
          return
        }
      }),
      { numRuns: 300 },
    )
    expect(erased.length).toBeGreaterThan(30)
  })

  test('what is read and left alone is erased in the end, on the day that was shown from the first warning on', () => {
    fc.assert(
      fc.property(regions, starts, fc.integer({ min: 30, max: 200 }), (region, start, period) => {
        const days = calendarOf(region)
        const left = kept({ endsOn: addDays(start, period), lastAddedOn: start })
        let warnedOn: Kept['warnedOn'] = null
        let shown = ''
        for (let today = start; ; today = addDays(today, 1)) {
          const keeping = keepingOf({ ...left, warnedOn }, today, days)
          if (keeping.state === 'toWarn') {
            expect(warnedOn).toBeNull()
            warnedOn = today
            shown = keeping.eraseOn
          }
          if (keeping.state === 'warned') expect(keeping.eraseOn).toBe(shown)
          if (keeping.state === 'due') {
            expect(today).toBe(shown)
            return
          }
          expect(isNear(keeping)).toBe(warnedOn !== null)
          expect(today < addDays(start, period + 150)).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})
