import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, memberships, staff } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { rolesByPermission } from '../domain/permissions.ts'
import { isReceivingFunction, type Role } from '../domain/roles.ts'
import { knownHolders } from './known-holders.ts'
import { isAtWork, isInForce } from './staff.ts'

/** Which of these can be given a dossier: those who can be written to at all, and work by the protocol. */
export async function knownDossierHolders(
  db: Database,
  site: string,
  ids: readonly string[],
  today: LocalDate,
): Promise<readonly string[]> {
  const known = await knownHolders(db, site, ids, today)
  const workers = await rolesAt(db, site, known, today)
  return known.filter((holder) => isReceivingFunction(holder) || workers.has(holder))
}

/** Somebody who works by the protocol, with the roles that count there: who can do which step hangs on it. */
export type Worker = Readonly<{ holder: string; name: string; roles: readonly Role[]; isAble: boolean }>

/** These people as the protocol knows them, whether or not they still work here. */
export async function listWorkers(
  db: Database,
  site: string,
  holders: readonly string[],
  today: LocalDate,
): Promise<readonly Worker[]> {
  if (holders.length === 0) return []
  const roles = await rolesAt(db, site, holders, today)
  const rows = await db
    .select({ holder: staff.id, name: staff.name, blockedAt: accounts.blockedAt, leftOn: staff.leftOn })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .where(and(eq(staff.siteId, site), inArray(staff.id, [...holders])))
    .orderBy(staff.name, staff.id)
  return rows.map(({ holder, name, blockedAt, leftOn }) => {
    const held = roles.get(holder) ?? []
    const isHere = blockedAt === null && (leftOn === null || leftOn >= today)
    return { holder, name, roles: held, isAble: isHere && held.length > 0 }
  })
}

async function rolesAt(db: Database, site: string, holders: readonly string[], today: LocalDate) {
  const found = new Map<string, Role[]>()
  if (holders.length === 0) return found
  const rows = await db
    .select({ holder: memberships.staffId, role: memberships.role })
    .from(memberships)
    .innerJoin(staff, and(eq(staff.siteId, memberships.siteId), eq(staff.id, memberships.staffId)))
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .where(
      and(
        ...[eq(memberships.siteId, site), isInForce(today), isAtWork(today), isNull(accounts.blockedAt)],
        inArray(memberships.staffId, [...holders]),
        inArray(memberships.role, [...rolesByPermission['work-dossiers']]),
      ),
    )
  for (const { holder, role } of rows) found.set(holder, [...(found.get(holder) ?? []), role])
  return found
}
