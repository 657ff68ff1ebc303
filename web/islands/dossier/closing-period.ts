import { addMonths, type LocalDate } from '../../../api/domain/local-date.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import { keptKindOf, periodLimits, type RetentionPeriods } from '../../../api/domain/retention/periods.ts'

/** How long the school keeps a dossier that ends in this way, in months. */
export const usualMonths = (closing: string, protocol: Protocol, periods: RetentionPeriods): number =>
  periods[keptKindOf(closing, protocol)]

/** Undefined for what is no number of months. */
export function monthsOf(typed: string): number | undefined {
  const months = typed.trim() === '' ? Number.NaN : Number(typed)
  return Number.isInteger(months) && months >= periodLimits.least && months <= periodLimits.most ? months : undefined
}

/** The day from which it is erased; null as long as no number was typed. */
export function eraseFrom(typed: string, today: LocalDate): LocalDate | null {
  const months = monthsOf(typed)
  return months === undefined ? null : addMonths(today, months)
}
