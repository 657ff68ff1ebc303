import { date, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** One row: what this installation is. The salt never changes; without it no access code opens anything. */
export const instance = pgTable('instance', {
  id: integer().primaryKey(),
  slug: text().notNull(),
  salt: text().notNull(),
  secret: text().notNull(),
  createdOn: date({ mode: 'string' }).notNull(),
})
