import type { Reasons } from '../plain-columns.ts'

/** The school and its mail. */
export const schoolColumns: Reasons = {
  instance: {
    id: 'Always 1: there is one row.',
    slug: 'Which school this is; public.',
    salt: 'Every browser needs it before it can derive a key; public.',
    secret: 'Signs sessions and challenges and opens nothing; AUTH_SECRET keeps it out of the database.',
    created_on: 'The day of the installation; says nothing about a person.',
  },
  sites: {
    id: 'Part of public addresses.',
    name: 'Public.',
    region: 'Public; chooses the school holidays.',
    school_types: 'Public.',
    phone: 'Public.',
    position: 'The order in lists.',
    site_key: 'A public key; on the poster of the school.',
    escrow: 'A public key, signed by the site key; its secret is on paper in the safe of the school.',
    answer_within: 'A term of the school, in school days; public.',
    remind_after: 'A term of the school, in school days.',
    keep_reports: 'A retention period of the school, in months.',
    keep_dossiers: 'A retention period of the school, in months.',
    keep_set_aside: 'A retention period of the school, in months.',
    timeline: 'A choice of the school, the same for every report of the site.',
  },
  neighbours: {
    site_id: 'Which site vouches.',
    neighbour_id: 'For which other site.',
    statement: 'A public key with a name, signed by the site key; whoever reads a shared report checks it.',
    withdrawn_on: 'A day; says nothing about a person.',
  },
  site_holidays: {
    site_id: 'Which site.',
    first_day: 'Public; a term counts school days.',
    last_day: 'Public.',
    name: 'Public; named to a reporter who writes in a holiday.',
  },
  class_groups: {
    site_id: 'Which site.',
    name: 'Name of a class; no pupil is in it.',
    mentor_id: 'Its mentor, a member of staff.',
  },
  mails: {
    id: 'Random.',
    kind: 'Why; none says what was reported.',
    account_id: 'To whom of the staff.',
    occasion: 'Keeps one mail from being sent twice; of staff, days and random ids.',
    token: 'Of an invitation, until it is sent; then empty.',
    due_at: 'One of the fixed times of a day at which mail leaves; for an urgent report the day only.',
    claimed_until:
      'Until when a process is sending it, or when it is tried again; rounded, so that it does not say when a report came. Empty once sent.',
    attempts: 'How often it was tried.',
    sent_on: 'The day it left, never the time.',
    trouble: 'What the mail server said, as a code.',
  },
  mail_rounds: {
    day: 'A day at which mail leaves; of the program.',
    time: 'One of the fixed times of that day.',
  },
}
