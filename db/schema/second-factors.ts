import { boolean, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { ageFile } from './columns.ts'

const ofAccount = () =>
  text()
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' })

/** One-time codes (TOTP). Property names of this table and the next are better-auth's. */
export const twoFactors = pgTable(
  'two_factors',
  {
    id: text().primaryKey(),
    userId: ofAccount(),
    /** Encrypted with the secret of the instance, which AUTH_SECRET keeps out of the database. */
    secret: text().notNull(),
    backupCodes: text().notNull(),
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer().notNull().default(0),
    lockedUntil: timestamp({ withTimezone: true }),
  },
  (table) => [index('two_factors_user').on(table.userId)],
)

export const passkeys = pgTable(
  'passkeys',
  {
    id: text().primaryKey(),
    name: text(),
    publicKey: text().notNull(),
    userId: ofAccount(),
    credentialID: text('credential_id').notNull().unique(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    createdAt: timestamp({ withTimezone: true }),
    aaguid: text(),
  },
  (table) => [index('passkeys_user').on(table.userId)],
)

/** The staff box once more, sealed to a key that only this passkey makes (WebAuthn PRF). */
export const passkeyBoxes = pgTable(
  'passkey_boxes',
  {
    accountId: ofAccount(),
    credentialId: text().notNull(),
    box: ageFile().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.credentialId] })],
)
