import type { Reasons } from '../plain-columns.ts'

const whichDossier = { site_id: 'Which dossier.', dossier_id: 'Which dossier.' } as const

/** What the school does about reports, step by step, and who may read it. */
export const dossiersColumns: Reasons = {
  dossiers: {
    site_id: 'Which site it is of: that site alone may have it.',
    id: 'Random, made by the browser of whoever opened it.',
    protocol_id: 'Which protocol: the server counts terms by it.',
    protocol_version: 'Which version of it, because a newer one never rewrites an older dossier.',
    epoch: 'Which dossier key is in force; entries under an older one are refused.',
    opened_on: 'The day, never the time; terms count from it.',
    is_open: 'An open dossier may never be left without somebody who can handle it.',
    last_sequence: 'How many entries there are; a second writer at the same moment is told.',
    is_key_due: 'Whether whoever writes next must make a new key.',
    joined_to: 'Which other dossier goes on instead; both are random ids.',
    erase_warned_on: 'Since when its readers are told that it will be erased; nothing is erased without.',
  },
  dossier_reports: {
    ...whichDossier,
    report_id: 'Which report it is about, so that it shows with both; says nothing of what is in either.',
  },
  dossier_links: { ...whichDossier, earlier_id: 'Which earlier dossier it follows on; the server does not know why.' },
  dossier_grants: {
    ...whichDossier,
    epoch: 'Which dossier key.',
    holder_id: 'For whom: the server must keep it from everybody else.',
    read_sequence: 'How far this holder has read; no time.',
  },
  dossier_recusals: {
    ...whichDossier,
    staff_id: 'Who is involved and stays out: the server must keep it from that person.',
  },
  dossier_records: {
    ...whichDossier,
    id: 'Random; stands for one person involved, whose name, class and part in words are sealed.',
    epoch: 'Which dossier key it is sealed to.',
  },
  dossier_entries: {
    ...whichDossier,
    sequence: 'The order in which they came in.',
    id: 'Random; an entry sent twice is stored once.',
    epoch: 'Which dossier key.',
    kind: 'That a step, talk or measure was written down: terms and reminders are worked out from it.',
    code: 'Which step, measure or part of the protocol: without it no term can be counted. Never words of a person.',
    record_id: 'Which record it belongs to, because some steps are taken once for each.',
    happened_on: 'The day it happened; terms count from it.',
    hour: 'The hour, only where the protocol counts in hours; staff wrote it, not a reporter.',
    recorded_on: 'The day it was written down.',
    by_staff_id: 'Who of the staff wrote it; the sealed part proves it.',
    refers_to: 'Which other entry it corrects or fulfils.',
    due_on: 'The day of a planned moment, to be reminded of.',
    is_override: 'Whether a director went on although something lacked; the reason is sealed.',
  },
  dossier_announcements: {
    ...whichDossier,
    sequence: 'Its place between the entries.',
    id: 'Random; sent twice it is stored once.',
    epoch: 'Which dossier key.',
    by_staff_id: 'Who of the staff changed who reads.',
  },
  dossier_reminders: {
    ...whichDossier,
    about: 'Which step or planned moment somebody was mailed about; never words of a person.',
    due_on: 'By which day; worked out from the entries. Due again on another day it is told again.',
    stage: 'Whether it was the last day, late, or went on to the next role: each is told once.',
    staff_id: 'Who was mailed; the mail itself says nothing.',
  },
  dossier_cards: {
    ...whichDossier,
    record_id: 'Which record; the name on the card is sealed.',
    holder_id: 'Which keeper can open it.',
    by_staff_id: 'Who of the staff made it.',
  },
}
