import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { sites } from './sites.ts'

/**
 * What a site made of the texts of its letters. Only texts that are still to be filled in: a letter that somebody made is
 * nowhere here.
 */
export const letterTexts = pgTable(
  'letter_texts',
  {
    siteId: text()
      .notNull()
      .references(() => sites.id),
    /** The id of the protocol; a new version of the same keeps the texts. */
    protocol: text().notNull(),
    /** The key of the letter in it. */
    letter: text().notNull(),
    /** Null once the site went back to the standard text. The row stays, so that versions go on counting. */
    text: text(),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.protocol, table.letter] })],
)
