import type { Part } from '../dossier/entry.ts'

/** Grondslag: the paper says it, or the paper leaves it open and the school filled it in. Screens show which. */
export type Basis = 'protocol' | 'school'

export const termUnits = ['schoolDays', 'schoolWeeks', 'calendarDays', 'calendarWeeks', 'hours'] as const
export type TermUnit = (typeof termUnits)[number]

/**
 * Termijn, counted from the moment that opens the step. A number stands in the paper; a setting is a number that the
 * school chooses, and is shown as the school's own.
 */
export type Term = Readonly<{ unit: TermUnit; count: number | Readonly<{ setting: string }> }>

/**
 * What must be so. Within a step or measure for one student, a leaf about something that is kept per student means that
 * student's.
 *
 * - `always`: since the dossier was opened. `way`: opened that way.
 * - `settled`: the step was done or skipped, for everybody it is taken with; `done`: skipping is not enough.
 * - `circumstance`: in force; `after`: recorded on a later day than that; `ofEvery`: for each student with the part.
 */
export type Condition =
  | Readonly<{ always: true }>
  | Readonly<{ way: string }>
  | Readonly<{ circumstance: string; after?: Condition; ofEvery?: Part }>
  | Readonly<{ settled: string }>
  | Readonly<{ done: string }>
  | Readonly<{ measure: string }>
  | Readonly<{ record: Part }>
  | Readonly<{ handler: string }>
  | Readonly<{ all: readonly Condition[] }>
  | Readonly<{ any: readonly Condition[] }>
  | Readonly<{ not: Condition }>

/** Whatever the school writes out in its own words, and where its paper says so. */
export type Named = Readonly<{ key: string; title: string; section: string }>
