import { date, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { ageFile } from './columns.ts'
import { sites } from './sites.ts'
import { holders, roleColumn, staff } from './staff.ts'

/** The keys a receiving function has had. Each next one is made when somebody who held the one before has left. */
export const functionKeys = pgTable(
  'function_keys',
  {
    siteId: text()
      .notNull()
      .references(() => sites.id),
    role: roleColumn().notNull(),
    generation: integer().notNull(),
    recipient: text().notNull(),
    /** What the site key last said of this key and its members; null until it has signed. */
    certificate: text(),
    madeOn: date({ mode: 'string' }).notNull(),
    /** Since when somebody has it who should not: nothing new may be sealed to it. */
    retiredOn: date({ mode: 'string' }),
    /** The identity, sealed to the site's recovery key; null for functions that only their members can open. */
    escrow: ageFile(),
    /** An existing member's word that this key and these members are right, see web/crypto/confirmation.ts. */
    confirmation: text(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.role, table.generation] })],
)

/** The identity of one generation, sealed to one member. The row of somebody who left stays, without the key. */
export const functionKeyShares = pgTable(
  'function_key_shares',
  {
    siteId: text().notNull(),
    role: roleColumn().notNull(),
    generation: integer().notNull(),
    staffId: text().notNull(),
    sealed: ageFile(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.role, table.generation, table.staffId] }),
    foreignKey({
      columns: [table.siteId, table.role, table.generation],
      foreignColumns: [functionKeys.siteId, functionKeys.role, functionKeys.generation],
    }),
    foreignKey({ columns: [table.siteId, table.staffId], foreignColumns: [staff.siteId, staff.id] }),
  ],
)

/** The seed of the site's signing key, sealed to a director, so that the sheet can stay in the safe. */
export const siteKeyShares = pgTable(
  'site_key_shares',
  {
    siteId: text().notNull(),
    staffId: text().notNull(),
    sealed: ageFile().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.staffId] }),
    foreignKey({ columns: [table.siteId, table.staffId], foreignColumns: [staff.siteId, staff.id] }),
  ],
)

/** Certificates that were in force before: what people wrote then is checked with them. */
export const formerCertificates = pgTable(
  'former_certificates',
  {
    siteId: text().notNull(),
    holderId: text().notNull(),
    position: integer().notNull(),
    certificate: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.holderId, table.position] }),
    foreignKey({ columns: [table.siteId, table.holderId], foreignColumns: [holders.siteId, holders.id] }),
  ],
)
