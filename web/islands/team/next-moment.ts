import type { SchoolCalendar } from '../../../api/domain/calendar.ts'
import { type LocalDate, localDate } from '../../../api/domain/local-date.ts'
import { type MomentRefusal, nextMomentKinds, refuseMoment } from '../../../api/domain/timeline.ts'
import type { NextMoment } from '../../crypto/message.ts'

/** As it stands in the fields; an empty kind is nothing planned. */
export type TypedMoment = Readonly<{ kind: string; on: string }>
export type MomentTrouble = 'missing' | MomentRefusal
export type MomentRead = Readonly<{ ok: true; next: NextMoment | null } | { ok: false; trouble: MomentTrouble }>

/** What is still to come of a plan: one that is past is no longer something to keep or to take away. */
export const stillPlanned = (planned: NextMoment | null, today: LocalDate): NextMoment | null =>
  planned && planned.on >= today && nextMomentKinds.some((kind) => kind === planned.kind) ? planned : null

export const isSameMoment = (one: NextMoment | null, other: NextMoment | null): boolean =>
  one?.on === other?.on && one?.kind === other?.kind

/** @param planned - may stay as it is, also when the school has become free on that day since. */
export function readMoment(
  { kind, on }: TypedMoment,
  planned: NextMoment | null,
  today: LocalDate,
  calendar: SchoolCalendar,
): MomentRead {
  if (kind === '') return { ok: true, next: null }
  const day = asDay(on)
  if (day === null) return { ok: false, trouble: 'missing' }
  const next = { on: day, kind }
  const refusal = isSameMoment(next, planned) ? null : refuseMoment(day, today, calendar)
  return refusal ? { ok: false, trouble: refusal } : { ok: true, next }
}

function asDay(typed: string): LocalDate | null {
  try {
    return localDate(typed)
  } catch {
    return null
  }
}
