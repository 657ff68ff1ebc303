import type { Reasons } from '../plain-columns.ts'

/**
 * What a site does against bullying in a year: policy, which the school shows to parents, inspectors and participation
 * councils. No report or student is in it, and the page tells staff not to write names of students.
 */
export const yearPlanColumns: Reasons = {
  year_plan_items: {
    site_id: 'Which site.',
    school_year: 'Which school year.',
    id: 'A key of the protocol, or random.',
    section: 'A place in the protocol, which is public.',
    title: 'What the site will do; policy, not about a student.',
    asks: 'What the protocol asks; the protocol is public.',
    position: 'The order in lists.',
    owner_role: 'Which function of the staff sees to it.',
    owner_id: 'Which member of staff sees to it.',
    starts_on: 'A day that the school plans.',
    due_on: 'A day that the school plans.',
    done_on: 'A day on which the school did something for all; says nothing about a report.',
    evidence:
      'How the school shows that it was done, such as an evening for parents; the page says to name no student.',
    left_out: 'Why the school does not do it this year; the page says to name no student.',
    version: 'How often it was changed.',
  },
}
