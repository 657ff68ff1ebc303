import { addSchoolDays, type SchoolCalendar } from '../calendar.ts'
import { addDays, type LocalDate } from '../local-date.ts'

/** Nothing younger than this is erased, whatever the period says. */
export const restDays = 28

/** From so long before the end of the period on the warning is shown. */
export const warnDays = 28

/** A warning stands so many school days before anything is erased: four weeks of school, however long the holidays. */
export const warningSchoolDays = 20

/** What decides whether a report or dossier is erased. Nothing of what is in it. */
export type Kept = Readonly<{
  /** The day its period is over; null while it is not closed. */
  endsOn: LocalDate | null
  /** The day on which something was last written in it. */
  lastAddedOn: LocalDate
  /** Somebody who may read it has seen it to the end. */
  isRead: boolean
  /** Somebody said that nothing in it may be erased. */
  isHeld: boolean
  /** Another dossier, which is still there, is about it. */
  isNeeded: boolean
  /** Since when those who work on it are warned. */
  warnedOn: LocalDate | null
}>

/** How it stands with the erasing of something. `eraseOn` moves on as long as nobody was warned. */
export type Keeping =
  | Readonly<{ state: 'kept'; why: 'open' | 'held' | 'needed' }>
  | Readonly<{ state: 'waiting'; endsOn: LocalDate }>
  /** `toWarn`: nobody was warned yet, or something happened since. */
  | Readonly<{ state: 'toWarn' | 'warned' | 'unread'; eraseOn: LocalDate }>
  | Readonly<{ state: 'due' }>

/**
 * Whether something may be erased today, THE ONE PLACE where that is decided. Never while somebody works on it, holds it
 * or needs it; never what nobody has read; never what was written a short while ago; and never without a warning that
 * has stood for four weeks of school. What is written after a warning makes it count for nothing, and so does a warning
 * that a clock which was wrong put in the future.
 */
export function keepingOf(kept: Kept, today: LocalDate, calendar: SchoolCalendar): Keeping {
  if (kept.endsOn === null) return { state: 'kept', why: 'open' }
  if (kept.isHeld) return { state: 'kept', why: 'held' }
  if (kept.isNeeded) return { state: 'kept', why: 'needed' }
  const endsOn = later(kept.endsOn, addDays(kept.lastAddedOn, restDays))
  const warnFrom = addDays(endsOn, -warnDays)
  if (today < warnFrom) return { state: 'waiting', endsOn }
  const { warnedOn, lastAddedOn } = kept
  const isWarned = warnedOn !== null && lastAddedOn < warnedOn && warnFrom <= warnedOn && warnedOn <= today
  const eraseOn = later(endsOn, addSchoolDays(isWarned ? warnedOn : today, warningSchoolDays, calendar))
  if (!isWarned) return { state: 'toWarn', eraseOn }
  if (!kept.isRead) return { state: 'unread', eraseOn }
  return eraseOn <= today ? { state: 'due' } : { state: 'warned', eraseOn }
}

/** What those who work on it are shown. */
export const isNear = (
  keeping: Keeping,
): keeping is Extract<Keeping, { state: 'toWarn' | 'warned' | 'unread' | 'due' }> =>
  keeping.state !== 'kept' && keeping.state !== 'waiting'

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)
