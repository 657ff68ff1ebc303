import { type SchoolCalendar, schoolDaysBetween } from '../calendar.ts'
import type { DossierEntry } from '../dossier/entry.ts'
import type { LocalDate } from '../local-date.ts'
import type { Protocol } from '../protocol/definition.ts'
import type { Numbers } from '../protocol/term.ts'
import { addUp, type Counted, type MonthCount, type outcomeCodes } from './measures.ts'
import { type Month, monthOf } from './period.ts'
import { type TermOutcome, termOutcomeOf } from './term-outcome.ts'

/** What the server knows of the reports and dossiers of a site without opening any. */
export type SiteFacts = Readonly<{
  calendar: SchoolCalendar
  /** Without those to a vertrouwenspersoon, which count nowhere. */
  reports: readonly Readonly<{ receivedOn: LocalDate; isUrgent: boolean; firstAnsweredOn: LocalDate | null }>[]
  dossiers: readonly Readonly<{
    /** Null when this program does not have it any more: then its terms are not counted. */
    protocol: Protocol | null
    numbers: Numbers
    openedOn: LocalDate
    followsEarlier: boolean
    /** In the order in which they came in. */
    entries: readonly DossierEntry[]
  }>[]
}>

/**
 * What happened at a site in one month, as counts. Each thing counts in the month in which it was written down, so that a
 * month that was counted never changes.
 */
export const countMonth = (facts: SiteFacts, month: Month): readonly MonthCount[] =>
  addUp([...reportsIn(facts, month), ...facts.dossiers.flatMap((dossier) => dossierIn(dossier, facts.calendar, month))])

const reportsIn = ({ reports, calendar }: SiteFacts, month: Month): readonly Counted[] =>
  reports.flatMap(({ receivedOn, isUrgent, firstAnsweredOn }): Counted[] => [
    ...(monthOf(receivedOn) === month ? [{ measure: 'reports', code: isUrgent ? 'urgent' : 'ordinary' } as const] : []),
    ...(firstAnsweredOn !== null && monthOf(firstAnsweredOn) === month
      ? [
          {
            measure: 'first-answers',
            code: answerCode(schoolDaysBetween(receivedOn, firstAnsweredOn, calendar)),
          } as const,
        ]
      : []),
  ])

const answerCode = (days: number): string =>
  days <= 1 ? 'one-day' : days <= 3 ? 'three-days' : days <= 5 ? 'five-days' : 'longer'

/** That it was a prank, or went on in another dossier, is too rare and too telling for a number of its own. */
function outcomeCode(protocol: Protocol | null, code: string | null): (typeof outcomeCodes)[number] {
  const kind = protocol?.closings.find(({ key }) => key === code)?.kind
  return kind === 'solved' || kind === 'not-bullying' ? kind : 'other'
}

function dossierIn(
  { protocol, numbers, openedOn, followsEarlier, entries }: SiteFacts['dossiers'][number],
  calendar: SchoolCalendar,
  month: Month,
): readonly Counted[] {
  const takenBack = new Set(entries.filter(({ kind }) => kind === 'corrected').map(({ refersTo }) => refersTo))
  const isRecurrence = (code: string | null) =>
    protocol?.reopenings.find(({ key }) => key === code)?.isRecurrence ?? false
  const happened = entries.flatMap((entry, index): Counted[] => {
    if (monthOf(entry.recordedOn) !== month || takenBack.has(entry.id)) return []
    if (entry.kind === 'opened') return [{ measure: 'dossiers', code: entry.code ?? '' }]
    if (entry.kind === 'closed') return [{ measure: 'outcomes', code: outcomeCode(protocol, entry.code) }]
    if (entry.kind === 'reopened') return isRecurrence(entry.code) ? [{ measure: 'repetition', code: 'reopened' }] : []
    const outcome: TermOutcome | null =
      protocol && termOutcomeOf(protocol, entries.slice(0, index), entry, { calendar, numbers })
    return outcome === null ? [] : [{ measure: 'terms', code: outcome }]
  })
  const follows = followsEarlier && monthOf(openedOn) === month
  return follows ? [...happened, { measure: 'repetition', code: 'after-earlier' }] : happened
}
