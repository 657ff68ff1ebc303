import { boolean, date, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { entryKinds } from '../../api/domain/dossier/entry.ts'
import { ageFile } from './columns.ts'
import { reports } from './reports.ts'
import { sites } from './sites.ts'
import { holders, staff } from './staff.ts'

export const dossierEntryKind = pgEnum('dossier_entry_kind', entryKinds)

export const dossiers = pgTable(
  'dossiers',
  {
    siteId: text()
      .notNull()
      .references(() => sites.id),
    /** Chosen by the browser of whoever opened it, at random. */
    id: uuid().notNull(),
    /** The protocol it is worked by, and the version that was in use when it was opened. */
    protocolId: text().notNull(),
    protocolVersion: text().notNull(),
    epoch: integer().notNull(),
    openedOn: date({ mode: 'string' }).notNull(),
    isOpen: boolean().notNull(),
    /** The place of the last entry or announcement; they share one count, so that a missing one is seen. */
    lastSequence: integer().notNull(),
    /** Somebody's access was taken away: nothing more is accepted until whoever writes next has made a new key. */
    isKeyDue: boolean().notNull().default(false),
    /** The dossier about the same that goes on instead of this one. */
    joinedTo: uuid(),
    /** Since when those who work on it are told that it will be erased. */
    eraseWarnedOn: date({ mode: 'string' }),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.id] }),
    foreignKey({ columns: [table.siteId, table.joinedTo], foreignColumns: [table.siteId, table.id] }),
  ],
)

const ofDossier = { siteId: text().notNull(), dossierId: uuid().notNull() }

/** The reports it was opened from or that were added later. What is in them is not granted along. */
export const dossierReports = pgTable('dossier_reports', { ...ofDossier, reportId: uuid().notNull() }, (table) => [
  primaryKey({ columns: [table.siteId, table.dossierId, table.reportId] }),
  index('dossier_reports_report').on(table.siteId, table.reportId),
  foreignKey({ columns: [table.siteId, table.dossierId], foreignColumns: [dossiers.siteId, dossiers.id] }),
  foreignKey({ columns: [table.siteId, table.reportId], foreignColumns: [reports.siteId, reports.id] }),
])

/** An earlier dossier about the same people, for whoever may read both. */
export const dossierLinks = pgTable('dossier_links', { ...ofDossier, earlierId: uuid().notNull() }, (table) => [
  primaryKey({ columns: [table.siteId, table.dossierId, table.earlierId] }),
  foreignKey({ columns: [table.siteId, table.dossierId], foreignColumns: [dossiers.siteId, dossiers.id] }),
  foreignKey({ columns: [table.siteId, table.earlierId], foreignColumns: [dossiers.siteId, dossiers.id] }),
])

/** The dossier key of one epoch, sealed to one holder. */
export const dossierGrants = pgTable(
  'dossier_grants',
  {
    ...ofDossier,
    epoch: integer().notNull(),
    holderId: text().notNull(),
    sealed: ageFile().notNull(),
    /** The last entry or announcement this holder has seen; 0 is none. */
    readSequence: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.dossierId, table.epoch, table.holderId] }),
    index('dossier_grants_holder').on(table.siteId, table.holderId),
    foreignKey({ columns: [table.siteId, table.dossierId], foreignColumns: [dossiers.siteId, dossiers.id] }),
    foreignKey({ columns: [table.siteId, table.holderId], foreignColumns: [holders.siteId, holders.id] }),
  ],
)

/** Staff who are involved themselves: the dossier is closed to them, through whatever function. */
export const dossierRecusals = pgTable('dossier_recusals', { ...ofDossier, staffId: text().notNull() }, (table) => [
  primaryKey({ columns: [table.siteId, table.dossierId, table.staffId] }),
  foreignKey({ columns: [table.siteId, table.dossierId], foreignColumns: [dossiers.siteId, dossiers.id] }),
  foreignKey({ columns: [table.siteId, table.staffId], foreignColumns: [staff.siteId, staff.id] }),
])

/**
 * The key of what is written about one person involved, per epoch, sealed to the dossier's key of that epoch. With a key
 * of its own one record can be kept, shown, handed over or erased without the others.
 */
export const dossierRecords = pgTable(
  'dossier_records',
  { ...ofDossier, id: uuid().notNull(), epoch: integer().notNull(), sealed: ageFile().notNull() },
  (table) => [
    primaryKey({ columns: [table.siteId, table.dossierId, table.id, table.epoch] }),
    foreignKey({ columns: [table.siteId, table.dossierId], foreignColumns: [dossiers.siteId, dossiers.id] }),
  ],
)

/** What happened: the plain facts of one entry, and beside them what was written, sealed with those same facts. */
export const dossierEntries = pgTable(
  'dossier_entries',
  {
    ...ofDossier,
    sequence: integer().notNull(),
    /** Chosen by the writer's browser; the same id again is the same entry, not a second one. */
    id: uuid().notNull(),
    epoch: integer().notNull(),
    kind: dossierEntryKind().notNull(),
    code: text(),
    recordId: uuid(),
    happenedOn: date({ mode: 'string' }).notNull(),
    hour: integer(),
    recordedOn: date({ mode: 'string' }).notNull(),
    byStaffId: text().notNull(),
    refersTo: uuid(),
    dueOn: date({ mode: 'string' }),
    isOverride: boolean().notNull(),
    /** Null once the record it belongs to was erased: the facts stay, signed by whoever erased it. */
    sealed: ageFile(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.dossierId, table.sequence] }),
    index('dossier_entries_id').on(table.siteId, table.dossierId, table.id),
    foreignKey({ columns: [table.siteId, table.dossierId], foreignColumns: [dossiers.siteId, dossiers.id] }),
    foreignKey({ columns: [table.siteId, table.byStaffId], foreignColumns: [staff.siteId, staff.id] }),
  ],
)

/** Who reads from here on: a colleague was brought in, somebody stopped, a new key. Stands between the entries. */
export const dossierAnnouncements = pgTable(
  'dossier_announcements',
  {
    ...ofDossier,
    sequence: integer().notNull(),
    id: uuid().notNull(),
    epoch: integer().notNull(),
    byStaffId: text().notNull(),
    sealed: ageFile().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.dossierId, table.sequence] }),
    index('dossier_announcements_id').on(table.siteId, table.dossierId, table.id),
    foreignKey({ columns: [table.siteId, table.dossierId], foreignColumns: [dossiers.siteId, dossiers.id] }),
    foreignKey({ columns: [table.siteId, table.byStaffId], foreignColumns: [staff.siteId, staff.id] }),
  ],
)

/** Whom a mail was sent because of a term: nobody is told of one stage of it twice. */
export const dossierReminders = pgTable(
  'dossier_reminders',
  {
    ...ofDossier,
    /** A step, with the record it is taken for; or the id of a planned moment. */
    about: text().notNull(),
    dueOn: date({ mode: 'string' }).notNull(),
    /** The last day, late, or how far up the line it went. */
    stage: text().notNull(),
    staffId: text().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'dossier_reminders_pk',
      columns: [table.siteId, table.dossierId, table.about, table.dueOn, table.stage, table.staffId],
    }),
    foreignKey({ columns: [table.siteId, table.dossierId], foreignColumns: [dossiers.siteId, dossiers.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [table.siteId, table.staffId], foreignColumns: [staff.siteId, staff.id] }),
  ],
)

/** By which an earlier dossier on the same person is found: who a record is about, sealed to one keeper of dossiers. */
export const dossierCards = pgTable(
  'dossier_cards',
  {
    ...ofDossier,
    recordId: uuid().notNull(),
    holderId: text().notNull(),
    byStaffId: text().notNull(),
    sealed: ageFile().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.dossierId, table.recordId, table.holderId] }),
    index('dossier_cards_holder').on(table.siteId, table.holderId),
    foreignKey({ columns: [table.siteId, table.dossierId], foreignColumns: [dossiers.siteId, dossiers.id] }),
    foreignKey({ columns: [table.siteId, table.holderId], foreignColumns: [holders.siteId, holders.id] }),
    foreignKey({ columns: [table.siteId, table.byStaffId], foreignColumns: [staff.siteId, staff.id] }),
  ],
)
