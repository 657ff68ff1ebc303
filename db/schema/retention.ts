import { date, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { erasedKinds } from '../../api/domain/retention/tombstone.ts'
import { sites } from './sites.ts'

export const erasedKind = pgEnum('erased_kind', erasedKinds)

/**
 * What is left of reports and dossiers that were erased: how many there were, by school year. No row is about one of them, so
 * that nothing here can be put beside anything else.
 */
export const tombstones = pgTable(
  'tombstones',
  {
    siteId: text()
      .notNull()
      .references(() => sites.id),
    kind: erasedKind().notNull(),
    /** The school year in which it came or was opened, by its first year. */
    begunIn: text().notNull(),
    /** Of a dossier: the way in and how it ended, by the protocol's keys; of a report `urgent` or empty. */
    way: text().notNull(),
    outcome: text().notNull(),
    number: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.kind, table.begunIn, table.way, table.outcome] })],
)

/**
 * Something was erased, and the tables it was in must still be rewritten, so that dead rows hold nothing of it. Written
 * in the transaction that erased, and gone when that is done: a process that ends in between leaves it to the next.
 */
export const sweeps = pgTable('sweeps', {
  id: uuid().primaryKey(),
  erasedOn: date({ mode: 'string' }).notNull(),
  /** How many rounds are left: whoever was reading during the first one keeps dead rows alive until the second. */
  rounds: integer().notNull(),
})
