import { sql } from 'drizzle-orm'
import { check, date, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { sites } from './sites.ts'
import { roleColumn, staff } from './staff.ts'

/** Jaarplan: what a site does against bullying in one school year. A plan is there when it has items. */
export const yearPlanItems = pgTable(
  'year_plan_items',
  {
    siteId: text()
      .notNull()
      .references(() => sites.id),
    /** The year in which the school year begins. */
    schoolYear: integer().notNull(),
    /** The key in the protocol, or random. */
    id: text().notNull(),
    /** Where the protocol has it; null for what the school added. Title and section stay when the protocol changes. */
    section: text(),
    title: text().notNull(),
    /** What the protocol asks, for whoever has to do it. */
    asks: text(),
    position: integer().notNull(),
    ownerRole: roleColumn(),
    ownerId: text(),
    startsOn: date({ mode: 'string' }),
    dueOn: date({ mode: 'string' }).notNull(),
    doneOn: date({ mode: 'string' }),
    evidence: text(),
    /** Why it is not done this year. */
    leftOut: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.schoolYear, table.id] }),
    foreignKey({ columns: [table.siteId, table.ownerId], foreignColumns: [staff.siteId, staff.id] }),
    check('one_owner', sql`(${table.ownerRole} is null) <> (${table.ownerId} is null)`),
  ],
)
