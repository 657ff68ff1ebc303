import { index, integer, pgEnum, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { auditActions, auditSubjects } from '../../api/domain/audit.ts'

export const auditAction = pgEnum('audit_action', auditActions)
export const auditSubject = pgEnum('audit_subject', auditSubjects)

/**
 * What staff did, in one chain per site: each row holds the hash of the one before. The database refuses to change or
 * remove a row. Nothing a reporter did is in it.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    /** The site's id, or `-` for what concerns the school as a whole. */
    siteId: text().notNull(),
    sequence: integer().notNull(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** The account that did it, or `-` for the program itself. */
    accountId: text().notNull(),
    action: auditAction().notNull(),
    subject: auditSubject().notNull(),
    /** The id of what it was done to; for an account, a member of staff, a report or an item of a year plan. */
    subjectId: text().notNull(),
    /** A role, a holder or a day that belongs to the action; never words somebody typed. */
    detail: text(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.sequence] }),
    index('audit_events_account').on(table.siteId, table.accountId),
    index('audit_events_subject').on(table.siteId, table.subject, table.subjectId),
  ],
)
