import { boolean, date, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { sites } from './sites.ts'

/** A month of a site whose reports and dossiers were counted. What happens in them later counts in a later month. */
export const countedMonths = pgTable(
  'counted_months',
  {
    siteId: text()
      .notNull()
      .references(() => sites.id),
    /** `YYYY-MM`. */
    month: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.month] })],
)

/** True counts, which nobody is shown; they are erased when their school year is published. Left out is nothing. */
export const monthCounts = pgTable(
  'month_counts',
  {
    siteId: text().notNull(),
    month: text().notNull(),
    measure: text().notNull(),
    code: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.month, table.measure, table.code] }),
    foreignKey({
      columns: [table.siteId, table.month],
      foreignColumns: [countedMonths.siteId, countedMonths.month],
    }).onDelete('cascade'),
  ],
)

/** A half school year, or a whole one, of which numbers were published. Once, and never again. */
export const publishedPeriods = pgTable('published_periods', {
  id: text().primaryKey(),
  publishedOn: date({ mode: 'string' }).notNull(),
  /** Made up, to show what the page looks like. */
  isDemonstration: boolean().notNull(),
})

/** Numbers as anybody may see them. */
export const publishedCounts = pgTable(
  'published_counts',
  {
    /** A site, or the mark for the whole school. */
    siteId: text().notNull(),
    period: text()
      .notNull()
      .references(() => publishedPeriods.id),
    measure: text().notNull(),
    code: text().notNull(),
    /** Null: too small to be shown, or it would tell one that is. */
    count: integer(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.period, table.measure, table.code] })],
)
