import type { Reasons } from '../plain-columns.ts'

/** What is left of what was erased. */
export const retentionColumns: Reasons = {
  tombstones: {
    site_id: 'Which site; numbers are shown per site.',
    kind: 'Whether reports, dossiers or records of one pupil are counted.',
    begun_in: 'The school year in which they came or were opened; no day and no month.',
    way: 'How they began, by a key of the protocol, or that they were urgent; never words of a person.',
    outcome: 'How they ended, by a key of the protocol.',
    number: 'How many there were. No row stands for one of them.',
  },
  sweeps: {
    id: 'Random; not the id of what was erased.',
    erased_on: 'The day, never the time; the row goes within a day.',
    rounds: 'How often the tables are still to be rewritten.',
  },
}
