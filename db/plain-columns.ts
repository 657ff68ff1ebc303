/**
 * Every column that is not an age file, and why it may be read by whoever has the database. A test holds this list
 * against the database: a new column fails until somebody argues for it here. `node db/plain-columns.ts` prints it as
 * the page docs/plain-text.md.
 *
 * Columns of type bytea are not in it: tests open every value and accept nothing but age files.
 */
export const plainColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
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
  },
  site_holidays: {
    site_id: 'Which site.',
    first_day: 'Public; a term counts school days.',
    last_day: 'Public.',
    name: 'Public; named to a reporter who writes in a holiday.',
  },
  accounts: {
    id: 'Random.',
    name: 'Of staff; pupils choose by it whom they trust.',
    email: 'Of staff; they sign in with it.',
    email_verified: 'Of staff; whether the school confirmed the address.',
    image: 'Always empty: the sign-in library wants the column.',
    created_at: 'Of staff, not of a reporter.',
    updated_at: 'Of staff, not of a reporter.',
  },
  account_sessions: {
    id: 'Random.',
    user_id: 'Whose session.',
    token: 'Random, for ten hours at most; with it somebody acts as a member of staff, but opens nothing.',
    expires_at: 'Ends the session.',
    created_at: 'Of staff, not of a reporter.',
    updated_at: 'Of staff, not of a reporter.',
    ip_address: 'Always empty, which the database itself enforces.',
    user_agent: 'Always empty, which the database itself enforces.',
  },
  account_credentials: {
    id: 'Random.',
    user_id: 'Whose.',
    account_id: 'Whose.',
    provider_id: 'How somebody signs in.',
    password: 'Argon2id hash of what the browser derived; the password itself never comes here.',
    access_token: 'Empty: for signing in elsewhere, which is not there yet.',
    refresh_token: 'Empty: for signing in elsewhere, which is not there yet.',
    id_token: 'Empty: for signing in elsewhere, which is not there yet.',
    access_token_expires_at: 'Empty: for signing in elsewhere, which is not there yet.',
    refresh_token_expires_at: 'Empty: for signing in elsewhere, which is not there yet.',
    scope: 'Empty: for signing in elsewhere, which is not there yet.',
    created_at: 'Of staff, not of a reporter.',
    updated_at: 'Of staff, not of a reporter.',
  },
  verifications: {
    id: 'Random.',
    identifier: 'Of staff: what is being confirmed. Nothing writes it yet.',
    value: 'Of staff: what confirms it. Nothing writes it yet.',
    expires_at: 'Of staff, not of a reporter.',
    created_at: 'Of staff, not of a reporter.',
    updated_at: 'Of staff, not of a reporter.',
  },
  sign_in_failures: {
    email_hash: 'Keyed hash of what was typed as an address; counts failures of one account.',
    failures: 'How often in a row.',
    retry_at: 'When the account may be tried again; of staff, gone after a success.',
  },
  staff_keys: {
    account_id: 'Whose keys.',
    recipient: 'A public key.',
    signing_key: 'A public key.',
  },
  holders: {
    site_id: 'Which site.',
    id: 'A role name, or random.',
    kind: 'Function or person.',
    certificate: 'Names, roles and public keys, signed by the site key: what a browser checks before it encrypts.',
  },
  staff: {
    site_id: 'Which site.',
    id: 'Random.',
    account_id: 'Whose.',
    name: 'Of staff; pupils choose by it whom they trust.',
    reach: 'How pupils reach this person; public for three functions.',
    hours: 'When; public for three functions.',
    is_findable: 'Whether this person agreed to be found by name.',
  },
  memberships: {
    site_id: 'Which site.',
    role: 'Who holds which function; the school publishes most of it.',
    staff_id: 'Who.',
    position: 'The order in lists.',
  },
  class_groups: {
    site_id: 'Which site.',
    name: 'Name of a class; no pupil is in it.',
    mentor_id: 'Its mentor, a member of staff.',
  },
  reports: {
    site_id: 'Which site it is for: that site alone may have it.',
    id: 'Random, made by the reporter’s browser.',
    epoch: 'Which report key is in force; messages under an older one are refused.',
    is_urgent: 'Puts it on top for those who can read it.',
    state: 'For the work list; the reporter goes by the signed one inside the conversation.',
    received_on: 'The day, never the time; the term for an answer counts from it.',
    last_sequence: 'How many messages there are.',
  },
  report_access: {
    lookup_hash: 'Hash of what the access code becomes after Argon2id; finds the report.',
    proof_hash: 'Hash of what proves that somebody has the code.',
    site_id: 'Which report.',
    report_id: 'Which report.',
  },
  grants: {
    site_id: 'Which report.',
    report_id: 'Which report.',
    epoch: 'Which report key.',
    holder_id: 'For whom: the server must know whose inbox it belongs in, and keep it from everybody else.',
    read_sequence: 'How far this holder has read; no time.',
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

export function plainColumnsPage(): string {
  const tables = Object.entries(plainColumns).map(
    ([table, columns]) =>
      `## ${table}\n\n| Column | Why it is not encrypted |\n| --- | --- |\n${Object.entries(columns)
        .map(([column, reason]) => `| ${column} | ${reason} |`)
        .join('\n')}\n`,
  )
  return `# What the database holds in plain text\n\n${introduction}\n\n${tables.join('\n')}`
}

const introduction = [
  'Whoever copies the database can read the columns below, and nothing else: every other column is an age file, sealed in a browser.',
  'This page is made from `db/plain-columns.ts` by `npx -c "node db/plain-columns.ts" > docs/plain-text.md`; tests hold it against the database.',
].join('\n')

if (import.meta.main) process.stdout.write(plainColumnsPage())
