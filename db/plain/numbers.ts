import type { Reasons } from '../plain-columns.ts'

const which = {
  measure: 'What is counted, such as how dossiers ended.',
  code: 'Which category of it, as in the protocol; never words of a person.',
} as const

/** How much happened, for the board and the inspectorate. Only what the columns of reports and dossiers say is counted here. */
export const numbersColumns: Reasons = {
  counted_months: { site_id: 'Which site.', month: 'Which month was counted.' },
  month_counts: {
    site_id: 'Which site.',
    month: 'Which month.',
    ...which,
    count: 'A sum of what stands in plain text elsewhere; erased when its school year is published.',
  },
  published_periods: {
    id: 'Which school year, or which half of one.',
    published_on: 'A day; says nothing about a person.',
    is_demonstration: 'Whether the numbers are made up.',
  },
  published_counts: {
    site_id: 'Which site, or the whole school.',
    period: 'Which school year, or which half of one.',
    ...which,
    count: 'A number that is published; empty where it is too small to be.',
  },
}
