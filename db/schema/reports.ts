import { boolean, date, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { reportStates } from '../../api/domain/report.ts'
import { ageFile } from './columns.ts'
import { sites } from './sites.ts'
import { holders, staff } from './staff.ts'

export const reportState = pgEnum('report_state', reportStates)

export const reports = pgTable(
  'reports',
  {
    siteId: text()
      .notNull()
      .references(() => sites.id),
    /** Chosen by the reporter's browser, at random. */
    id: uuid().notNull(),
    epoch: integer().notNull(),
    isUrgent: boolean().notNull(),
    state: reportState().notNull(),
    receivedOn: date({ mode: 'string' }).notNull(),
    lastSequence: integer().notNull(),
    /** The last message in which the reporter says something, and the last in which the school does or closes it; 0 is none. */
    askedSequence: integer().notNull().default(1),
    answeredSequence: integer().notNull().default(0),
    /** The day of the first of those. */
    firstAnsweredOn: date({ mode: 'string' }),
    /** Somebody's access was taken away: nothing more is accepted until whoever writes next has made a new report key. */
    isKeyDue: boolean().notNull().default(false),
    /** Since when those who work on it are told that it will be erased. */
    eraseWarnedOn: date({ mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.id] })],
)

/** Finds a report by its access code, of which only hashes of derived values are known here. */
export const reportAccess = pgTable(
  'report_access',
  {
    lookupHash: text().primaryKey(),
    proofHash: text().notNull(),
    siteId: text().notNull(),
    /** Null once it was erased: the code still says so for a while, and no more. */
    reportId: uuid(),
    erasedOn: date({ mode: 'string' }),
  },
  (table) => [
    index('report_access_report').on(table.siteId, table.reportId),
    foreignKey({ columns: [table.siteId, table.reportId], foreignColumns: [reports.siteId, reports.id] }),
  ],
)

/** The report key of one epoch, sealed to one holder. */
export const grants = pgTable(
  'grants',
  {
    siteId: text().notNull(),
    reportId: uuid().notNull(),
    epoch: integer().notNull(),
    holderId: text().notNull(),
    sealed: ageFile().notNull(),
    /** The last message this holder has opened; 0 is none. */
    readSequence: integer().notNull().default(0),
    /** The last message that a mail has told of, and how far the reminders about it went. */
    mailedSequence: integer().notNull().default(0),
    reminders: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.reportId, table.epoch, table.holderId] }),
    index('grants_holder').on(table.siteId, table.holderId),
    foreignKey({ columns: [table.siteId, table.reportId], foreignColumns: [reports.siteId, reports.id] }),
    foreignKey({ columns: [table.siteId, table.holderId], foreignColumns: [holders.siteId, holders.id] }),
  ],
)

/** Staff who are involved in a report themselves: it is closed to them, through whatever function. */
export const recusals = pgTable(
  'recusals',
  {
    siteId: text().notNull(),
    reportId: uuid().notNull(),
    /** Of another site as `<site>/<id>`. */
    staffId: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.reportId, table.staffId] }),
    foreignKey({ columns: [table.siteId, table.reportId], foreignColumns: [reports.siteId, reports.id] }),
    foreignKey({ columns: [table.siteId, table.staffId], foreignColumns: [holders.siteId, holders.id] }),
  ],
)

/** Who has the key of a report in person only for as long as somebody else is away. */
export const standIns = pgTable(
  'stand_ins',
  {
    siteId: text().notNull(),
    reportId: uuid().notNull(),
    /** Who stands in. */
    staffId: text().notNull(),
    absentId: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.reportId, table.staffId, table.absentId] }),
    index('stand_ins_pair').on(table.siteId, table.absentId, table.staffId),
    foreignKey({ columns: [table.siteId, table.reportId], foreignColumns: [reports.siteId, reports.id] }),
    foreignKey({ columns: [table.siteId, table.staffId], foreignColumns: [staff.siteId, staff.id] }),
    foreignKey({ columns: [table.siteId, table.absentId], foreignColumns: [staff.siteId, staff.id] }),
  ],
)

/** The report key of one epoch, sealed to the reporter. */
export const reporterGrants = pgTable(
  'reporter_grants',
  {
    siteId: text().notNull(),
    reportId: uuid().notNull(),
    epoch: integer().notNull(),
    sealed: ageFile().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.reportId, table.epoch] }),
    foreignKey({ columns: [table.siteId, table.reportId], foreignColumns: [reports.siteId, reports.id] }),
  ],
)

/** The report itself is the message with sequence 1. */
export const messages = pgTable(
  'messages',
  {
    siteId: text().notNull(),
    reportId: uuid().notNull(),
    sequence: integer().notNull(),
    /** Chosen by the writer's browser; the same id again is the same message, not a second one. */
    id: uuid().notNull(),
    epoch: integer().notNull(),
    isFromReporter: boolean().notNull(),
    sentOn: date({ mode: 'string' }).notNull(),
    sealed: ageFile().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.reportId, table.sequence] }),
    index('messages_id').on(table.siteId, table.reportId, table.id),
    foreignKey({ columns: [table.siteId, table.reportId], foreignColumns: [reports.siteId, reports.id] }),
  ],
)
