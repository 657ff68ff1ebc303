import type { DossierEntry } from '../dossier/entry.ts'
import type { LocalDate } from '../local-date.ts'

/** A day, and the hour where somebody wrote it down. */
export type Moment = Readonly<{ day: LocalDate; hour: number | null }>

export const momentOf = ({ happenedOn, hour }: DossierEntry): Moment => ({ day: happenedOn, hour })

/** A day without an hour counts as its beginning, so that no term ends later than it should. */
export const isBefore = (a: Moment, b: Moment): boolean =>
  a.day === b.day ? (a.hour ?? 0) < (b.hour ?? 0) : a.day < b.day

export const earliest = (moments: readonly Moment[]): Moment | null =>
  moments.reduce<Moment | null>((first, moment) => (first === null || isBefore(moment, first) ? moment : first), null)

export const latest = (moments: readonly Moment[]): Moment | null =>
  moments.reduce<Moment | null>((last, moment) => (last === null || isBefore(last, moment) ? moment : last), null)
