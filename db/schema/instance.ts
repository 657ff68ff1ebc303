import { date, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** One row: what this installation is. The salt never changes; without it no access code opens anything. */
export const instance = pgTable('instance', {
  id: integer().primaryKey(),
  slug: text().notNull(),
  salt: text().notNull(),
  /** Signs sessions and challenges; null where AUTH_SECRET keeps it out of the database. */
  secret: text(),
  createdOn: date({ mode: 'string' }).notNull(),
})
