import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accountSessions, accounts } from '../../db/schema/accounts.ts'
import { staff } from '../../db/schema/staff.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Ownership } from '../domain/ownership.ts'
import { applyChange } from '../domain/ownership-changes.ts'
import { changeSeenFrom } from '../domain/ownership-elsewhere.ts'
import { isReceivingFunction } from '../domain/roles.ts'
import { writeAudit } from './audit.ts'
import { sitesThatKnow } from './elsewhere.ts'
import { retireKeys } from './function-keys.ts'
import { lockOwnership, saveKeysDue } from './ownership.ts'
import { transact } from './transact.ts'

type Blocking = Readonly<{ site: string; holder: string; by: string; isBlocked: boolean; at: Date; today: LocalDate }>

/** Blocks the account of somebody who works at a site, or lets it in again. Blocking ends every session it has. */
export const setBlocked = (db: Database, { site, holder, by, isBlocked, at, today }: Blocking) =>
  transact(db, async (tx): Promise<'done' | 'staff-unknown' | 'own-account'> => {
    const [person] = await tx
      .select({ account: staff.accountId, blockedAt: accounts.blockedAt })
      .from(staff)
      .innerJoin(accounts, eq(accounts.id, staff.accountId))
      .where(and(eq(staff.siteId, site), eq(staff.id, holder)))
      .for('update', { of: accounts })
    if (!person) return 'staff-unknown'
    if (person.account === by) return 'own-account'
    if ((person.blockedAt !== null) === isBlocked) return 'done'
    await tx
      .update(accounts)
      .set({ blockedAt: isBlocked ? at : null })
      .where(eq(accounts.id, person.account))
    if (isBlocked) {
      await tx.delete(accountSessions).where(eq(accountSessions.userId, person.account))
      await closeKeys(tx, person.account, today)
    }
    const action = isBlocked ? 'blocked' : 'unblocked'
    await writeAudit(tx, { site, account: by, action, subject: 'account', subjectId: person.account }, at)
    return 'done'
  })

/**
 * Whoever is blocked keeps the keys they had. Nothing new is sealed to these: not to a function of theirs, and not to a
 * report they read, which gets a new key before anybody writes in it.
 */
async function closeKeys(tx: Database, account: string, today: LocalDate): Promise<void> {
  const places = await tx
    .select({ site: staff.siteId, holder: staff.id })
    .from(staff)
    .where(eq(staff.accountId, account))
    .orderBy(asc(staff.siteId))
  for (const { site, holder } of places) {
    const before = await lockOwnership(tx, site, today)
    const after = applyChange(before, { kind: 'block', holder })
    await saveKeysDue(tx, site, after)
    const closed = after.functions.filter(({ role, isRetired }) => isRetired && isOpen(before, role))
    for (const { role } of closed) if (isReceivingFunction(role)) await retireKeys(tx, site, role, today)
    for (const at of await sitesThatKnow(tx, site)) {
      const there = await lockOwnership(tx, at, today)
      await saveKeysDue(tx, at, applyChange(there, changeSeenFrom(at, site, { kind: 'block', holder })))
    }
  }
}

const isOpen = ({ functions }: Ownership, role: string): boolean =>
  functions.some((one) => one.role === role && !one.isRetired)

export async function mayStillSignIn(db: Database, account: string): Promise<boolean> {
  const rows = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, account), isNull(accounts.blockedAt)))
  return rows.length > 0
}
