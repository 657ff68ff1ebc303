import { date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { type TimelinePart, timelineParts } from '../../api/domain/timeline.ts'

export const sites = pgTable('sites', {
  id: text().primaryKey(),
  name: text().notNull(),
  region: text().notNull(),
  schoolTypes: text().array().notNull(),
  phone: text(),
  position: integer().notNull(),
  /** Ed25519 public key, base64url; null until the site's key ceremony. Such a site takes no reports. */
  siteKey: text(),
  /** The recipient of the site's recovery key, as the site key signed it; its secret is on the sheet in the safe only. */
  escrow: text(),
  /** School days within which an answer comes, and after which somebody is reminded; null follows the school's setting. */
  answerWithin: integer(),
  remindAfter: integer(),
  /** Bewaartermijnen in months, by what is kept; null follows the school's. */
  keepReports: integer(),
  keepDossiers: integer(),
  keepSetAside: integer(),
  /** What reporters are shown of how far it is, besides that it came and that it was closed. */
  timeline: text()
    .array()
    .$type<TimelinePart[]>()
    .notNull()
    .default([...timelineParts]),
})

/** Which other sites of the school a site vouches for: reports can be shared with these. */
export const neighbours = pgTable(
  'neighbours',
  {
    siteId: text()
      .notNull()
      .references(() => sites.id),
    neighbourId: text()
      .notNull()
      .references(() => sites.id),
    /** The key of the neighbour, signed by the site key, see web/crypto/neighbour.ts. */
    statement: text().notNull(),
    /** Nothing new is shared since that day; the statement stays for what was written before. */
    withdrawnOn: date({ mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.neighbourId] })],
)

/** Days on which nobody at the site reads: holidays and the school's own free days. Both ends included. */
export const siteHolidays = pgTable(
  'site_holidays',
  {
    siteId: text()
      .notNull()
      .references(() => sites.id),
    firstDay: date({ mode: 'string' }).notNull(),
    lastDay: date({ mode: 'string' }).notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.firstDay] })],
)
