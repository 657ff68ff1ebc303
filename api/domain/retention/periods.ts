import { addMonths, type LocalDate } from '../local-date.ts'
import type { Closing, Protocol } from '../protocol/definition.ts'

/**
 * Soorten gegevens with a retention period of their own: a report, a dossier that was worked to its end, and one that was
 * set aside, because it was not bullying, a prank, or about the same as another.
 */
export const keptKinds = ['report', 'dossier', 'set-aside'] as const
export type KeptKind = (typeof keptKinds)[number]

/** Bewaartermijnen, in months. */
export type RetentionPeriods = Readonly<Record<KeptKind, number>>
/** Of one site; null follows the school. */
export type SitePeriods = Readonly<Record<KeptKind, number | null>>
/** Of one site, or what the school says for all of them. */
export type OwnPeriods = Readonly<Partial<Record<KeptKind, number | null | undefined>>>

/**
 * No law names a term for a dossier about bullying. A pupil's own file is kept for two years after they leave; from the
 * closing of a dossier on that is as long as it can be of use, and what was set aside need not be there as long.
 */
export const standardPeriods: RetentionPeriods = { report: 12, dossier: 24, 'set-aside': 6 }

export const periodLimits = { least: 1, most: 84 } as const

export function periodsOf(own: OwnPeriods, school: OwnPeriods = {}): RetentionPeriods {
  const of = (kind: KeptKind) => own[kind] ?? school[kind] ?? standardPeriods[kind]
  return { report: of('report'), dossier: of('dossier'), 'set-aside': of('set-aside') }
}

/** As what a dossier is kept that ended in this way. */
export const keptKindOf = (closing: string | null, { closings }: Pick<Protocol, 'closings'>): KeptKind =>
  isSetAside(closings.find(({ key }) => key === closing)) ? 'set-aside' : 'dossier'

const isSetAside = (closing: Closing | undefined) => closing !== undefined && closing.kind !== 'solved'

/** The day on which the period of something that ended on `day` is over. */
export const periodEnd = (kind: KeptKind, day: LocalDate, periods: RetentionPeriods): LocalDate =>
  addMonths(day, periods[kind])

/** Whether a closing may name this day: not sooner or later than any period can be. */
export const isWithinLimits = (endsOn: LocalDate, closedOn: LocalDate): boolean =>
  addMonths(closedOn, periodLimits.least) <= endsOn && endsOn <= addMonths(closedOn, periodLimits.most)
