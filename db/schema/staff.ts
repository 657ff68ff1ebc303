import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { roles } from '../../api/domain/roles.ts'
import { accounts } from './accounts.ts'
import { ageFile } from './columns.ts'
import { sites } from './sites.ts'

export const roleColumn = pgEnum('role', roles)
export const holderKind = pgEnum('holder_kind', ['staff', 'function'])

/** The keys of one account: the public halves, and the secret ones sealed to a key only the password makes. */
export const staffKeys = pgTable('staff_keys', {
  accountId: text()
    .primaryKey()
    .references(() => accounts.id),
  recipient: text().notNull(),
  signingKey: text().notNull(),
  box: ageFile().notNull(),
  /** The same box, sealed to a key that only the printed recovery sheet makes. */
  recoveryBox: ageFile(),
  /** Hash of what proves that somebody has the sheet. */
  recoveryProofHash: text(),
  /** The day its owner typed the sheet over; until then they hold no function that takes reports. */
  recoveryConfirmedOn: date({ mode: 'string' }),
})

/**
 * Whoever a report can be addressed to: a staff member in person, or a function of a site. A holder of another site to
 * whom a report was forwarded stands here as `<site>/<id>`, without a certificate: that is at their own site.
 */
export const holders = pgTable(
  'holders',
  {
    siteId: text()
      .notNull()
      .references(() => sites.id),
    /** For a function its role name, for a staff member a random id. */
    id: text().notNull(),
    kind: holderKind().notNull(),
    /** Signed by the site key, see web/crypto/certificate.ts; null until then, and nobody can address such a holder. */
    certificate: text(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.id] })],
)

/** A person at a site. The same account can work at several sites. */
export const staff = pgTable(
  'staff',
  {
    siteId: text().notNull(),
    /** The person's holder id. */
    id: text().notNull(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    name: text().notNull(),
    /** How pupils reach them, in the school's words; null shows nothing. */
    reach: text(),
    hours: text(),
    /** Agreed to be found by a reporter who types part of the name. */
    isFindable: boolean().notNull().default(false),
    /** Does not work at the school: a confidential adviser from outside. */
    isExternal: boolean().notNull().default(false),
    /** A small picture for the public page, base64 of WebP; null where somebody wants none. */
    photo: text(),
    /** The site key this person compared and trusts, signed by their own key, see web/crypto/pin.ts. */
    pinnedSiteKey: text(),
    /** The day after which this person does not work here any more. */
    leftOn: date({ mode: 'string' }),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.id] }),
    index('staff_account').on(table.accountId),
    foreignKey({ columns: [table.siteId, table.id], foreignColumns: [holders.siteId, holders.id] }),
  ],
)

/** Who holds which role at a site. The key of a receiving function is a share of its own, see functions.ts. */
export const memberships = pgTable(
  'memberships',
  {
    siteId: text().notNull(),
    role: roleColumn().notNull(),
    staffId: text().notNull(),
    position: integer().notNull().default(0),
    /** The first day, for a deputy of somebody who is still here; null for who began already. */
    since: date({ mode: 'string' }),
    /** The last day, for a deputy; null for as long as it lasts. */
    until: date({ mode: 'string' }),
    /** Whose place a deputy takes. */
    deputyFor: text(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.role, table.staffId] }),
    foreignKey({ columns: [table.siteId, table.staffId], foreignColumns: [staff.siteId, staff.id] }),
  ],
)

export const classGroups = pgTable(
  'class_groups',
  {
    siteId: text().notNull(),
    name: text().notNull(),
    mentorId: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.name, table.mentorId] }),
    foreignKey({ columns: [table.siteId, table.mentorId], foreignColumns: [staff.siteId, staff.id] }),
  ],
)

/** When somebody is away, and who reads what comes in for them in person. */
export const absences = pgTable(
  'absences',
  {
    siteId: text().notNull(),
    staffId: text().notNull(),
    firstDay: date({ mode: 'string' }).notNull(),
    lastDay: date({ mode: 'string' }).notNull(),
    deputyId: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.staffId, table.firstDay] }),
    foreignKey({ columns: [table.siteId, table.staffId], foreignColumns: [staff.siteId, staff.id] }),
    foreignKey({ columns: [table.siteId, table.deputyId], foreignColumns: [staff.siteId, staff.id] }),
  ],
)

/** Slows down guessing at one account without locking its owner out for long. */
export const signInFailures = pgTable('sign_in_failures', {
  emailHash: text().primaryKey(),
  failures: integer().notNull(),
  retryAt: timestamp({ withTimezone: true }).notNull(),
})
