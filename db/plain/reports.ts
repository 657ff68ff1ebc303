import type { Reasons } from '../plain-columns.ts'

/** What reporters sent, and who may read it. */
export const reportsColumns: Reasons = {
  reports: {
    site_id: 'Which site it is for: that site alone may have it.',
    id: 'Random, made by the reporter’s browser.',
    epoch: 'Which report key is in force; messages under an older one are refused.',
    is_urgent: 'Puts it on top for those who can read it.',
    state: 'For the work list; the reporter goes by the signed one inside the conversation.',
    received_on: 'The day, never the time; the term for an answer counts from it.',
    last_sequence: 'How many messages there are.',
    asked_sequence: 'The last message of the reporter; the term for an answer counts from its day.',
    answered_sequence: 'The last message in which the school answered: before it no answer is due; no time.',
    first_answered_on:
      'The day, never the time, of the first answer of the school; counted once a month, with all others.',
    is_key_due: 'Whether whoever writes next must make a new report key; says nothing about a reporter.',
    erase_warned_on: 'Since when its readers are told that it will be erased; nothing is erased without.',
  },
  report_access: {
    lookup_hash: 'Hash of what the access code becomes after Argon2id; finds the report.',
    proof_hash: 'Hash of what proves that somebody has the code.',
    site_id: 'Which report.',
    report_id: 'Which report; empty once it was erased.',
    erased_on: 'The day on which what it found was erased, so that the code can say so for a year.',
  },
  grants: {
    site_id: 'Which report.',
    report_id: 'Which report.',
    epoch: 'Which report key.',
    holder_id: 'For whom: the server must know whose inbox it belongs in, and keep it from everybody else.',
    read_sequence: 'How far this holder has read; no time.',
    mailed_sequence: 'Up to which message a mail has told this holder that there is something; no time.',
    reminders: 'How often somebody was reminded about it; no time.',
  },
  recusals: {
    site_id: 'Which report.',
    report_id: 'Which report.',
    staff_id: 'Who is involved and stays out: the server must keep it from that person.',
  },
  stand_ins: {
    site_id: 'Which report.',
    report_id: 'Which report.',
    staff_id: 'Who reads only while somebody is away: the server must keep it from that person before and after.',
    absent_id: 'Who is away; of staff.',
  },
  reporter_grants: {
    site_id: 'Which report.',
    report_id: 'Which report.',
    epoch: 'Which report key.',
  },
  messages: {
    site_id: 'Which report.',
    report_id: 'Which report.',
    sequence: 'The order in the conversation.',
    id: 'Random; a message sent twice is stored once.',
    epoch: 'Which report key.',
    is_from_reporter: 'Which side wrote; the work list marks what is new to the other.',
    sent_on: 'The day, never the time.',
  },
  attachments: {
    site_id: 'Which report.',
    report_id: 'Which report.',
    id: 'Random.',
    chunks: 'In how many pieces of a fixed size: a rough length. Name and type of the file are sealed.',
  },
  attachment_chunks: {
    site_id: 'Which site.',
    attachment_id: 'Random.',
    index: 'Which piece.',
    draft_hash: 'Hash of a random token, until it is sent; then empty.',
  },
  drafts: {
    token_hash: 'Hash of a random token.',
    site_id: 'Which site.',
    opened_on: 'The day, never the time; after two days the row goes.',
    report_id: 'What became of it, for two days, so that sending twice stores once.',
  },
  spent_solutions: {
    solution_hash: 'Hash of a signature on a random challenge; linked to no draft and no report.',
    spent_on: 'The day, never the time; after two days the row goes.',
  },
}
