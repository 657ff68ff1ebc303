import { sql } from 'drizzle-orm'
import { date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { ageFile } from './columns.ts'
import { reports } from './reports.ts'
import { sites } from './sites.ts'

/**
 * A place to put encrypted chunks before the report or message they belong to exists. Paid for with proof of work
 * (reporters) or a session. Erased after two days, with what was never sent.
 */
export const drafts = pgTable('drafts', {
  /** SHA-256 of the bearer token. */
  tokenHash: text().primaryKey(),
  siteId: text()
    .notNull()
    .references(() => sites.id),
  openedOn: date({ mode: 'string' }).notNull(),
  /** Set when the draft became a report, so that a repeated submission gets the same answer. */
  reportId: uuid(),
})

export const attachments = pgTable(
  'attachments',
  {
    siteId: text().notNull(),
    reportId: uuid().notNull(),
    id: uuid().notNull(),
    chunks: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.reportId, table.id] }),
    foreignKey({ columns: [table.siteId, table.reportId], foreignColumns: [reports.siteId, reports.id] }),
  ],
)

export const attachmentChunks = pgTable(
  'attachment_chunks',
  {
    siteId: text().notNull(),
    attachmentId: uuid().notNull(),
    index: integer().notNull(),
    /** The draft it was uploaded under; null once the report or message was sent. */
    draftHash: text().references(() => drafts.tokenHash),
    sealed: ageFile().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.attachmentId, table.index] }),
    // Small: only what was not sent yet has a draft.
    index('attachment_chunks_draft').on(table.draftHash).where(sql`${table.draftHash} is not null`),
  ],
)

/** Proof-of-work solutions already used, until the day after they expire. */
export const spentSolutions = pgTable('spent_solutions', {
  solutionHash: text().primaryKey(),
  spentOn: date({ mode: 'string' }).notNull(),
})
