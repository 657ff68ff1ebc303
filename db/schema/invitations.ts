import { index, pgEnum, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'

/** `first`: whoever sets up the school. `staff`: somebody new. `anew`: somebody who lost all their keys. */
export const invitationKinds = ['first', 'staff', 'anew'] as const
export const invitationKind = pgEnum('invitation_kind', invitationKinds)

const at = () => timestamp({ withTimezone: true })

/** A one-time link with which somebody makes the keys of an account. */
export const invitations = pgTable(
  'invitations',
  {
    /** Hash of the token in the link. */
    tokenHash: text().primaryKey(),
    kind: invitationKind().notNull(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: at().notNull(),
    expiresAt: at().notNull(),
    usedAt: at(),
  },
  (table) => [index('invitations_account').on(table.accountId)],
)
