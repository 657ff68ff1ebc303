import type { Protocol } from '../protocol/definition.ts'

/**
 * What is counted of a site. Each has a total of its own, which no other measure shares: two that split the same reports
 * in two ways would have to be hidden together.
 */
export const measures = ['reports', 'first-answers', 'dossiers', 'terms', 'repetition', 'outcomes'] as const
export type Measure = (typeof measures)[number]

/** Stands for all of a measure, beside its categories. */
export const total = 'total'

export const reportCodes = ['ordinary', 'urgent'] as const
/** By how many school days after it came in. */
export const answerCodes = ['one-day', 'three-days', 'five-days', 'longer'] as const
export const termCodes = ['on-time', 'late', 'skipped'] as const
/** Kinds of closing, whatever a protocol calls them; few enough that a site sees more than that they are hidden. */
export const outcomeCodes = ['solved', 'not-bullying', 'other'] as const
export const repetitionCodes = ['reopened', 'after-earlier'] as const

/** One thing that happened in a month. */
export type Counted = Readonly<{ measure: Measure; code: string }>
export type MonthCount = Counted & Readonly<{ count: number }>

/** What always stands in a table, also when it did not happen. */
export const usualCodes = ({ waysIn }: Pick<Protocol, 'waysIn'>) =>
  ({
    reports: reportCodes,
    'first-answers': answerCodes,
    dossiers: waysIn.map(({ key }) => key),
    terms: termCodes,
    repetition: repetitionCodes,
    outcomes: outcomeCodes,
  }) as const satisfies Record<Measure, readonly string[]>

export function addUp(things: readonly Counted[]): readonly MonthCount[] {
  const counts = new Map<string, MonthCount>()
  for (const { measure, code } of things) {
    const key = `${measure} ${code}`
    counts.set(key, { measure, code, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}
