import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { functionKeys, holders, memberships, staff } from '../../db/schema/index.ts'
import { holderSeenFrom, isElsewhere } from '../domain/holder-id.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { receivingFunctions } from '../domain/roles.ts'
import { byHome } from './elsewhere.ts'
import { vouchedSites } from './neighbours.ts'
import { isAtWork } from './staff.ts'

/**
 * Which of these can be written to: with a certificate, at work, and for a function with a key that nobody else has; of
 * another site only when this one vouches for it.
 */
export async function knownHolders(
  db: Database,
  site: string,
  ids: readonly string[],
  today: LocalDate,
): Promise<readonly string[]> {
  const vouched = ids.some(isElsewhere) ? await vouchedSites(db, site) : []
  const known: string[] = []
  for (const [home, own] of byHome(site, ids)) {
    if (home !== site && !vouched.includes(home)) continue
    known.push(...(await knownAt(db, home, own, today)).map((holder) => holderSeenFrom(site, home, holder)))
  }
  return known
}

async function knownAt(
  db: Database,
  site: string,
  ids: readonly string[],
  today: LocalDate,
): Promise<readonly string[]> {
  const rows = await db
    .select({ id: holders.id })
    .from(holders)
    .leftJoin(staff, and(eq(staff.siteId, holders.siteId), eq(staff.id, holders.id)))
    .leftJoin(
      functionKeys,
      and(
        eq(functionKeys.siteId, holders.siteId),
        eq(sql`${functionKeys.role}::text`, holders.id),
        eq(functionKeys.certificate, holders.certificate),
        isNull(functionKeys.retiredOn),
      ),
    )
    .where(
      and(
        eq(holders.siteId, site),
        inArray(holders.id, [...ids]),
        isNotNull(holders.certificate),
        or(and(isNotNull(staff.id), isAtWork(today)), isNotNull(functionKeys.role)),
      ),
    )
  return rows.map(({ id }) => id)
}

type Member = Readonly<{ role: string; holder: string }>

/** Everybody who holds one of these functions, of this site or another, as this site knows them. */
export async function membersOf(db: Database, site: string, functions: readonly string[]): Promise<readonly Member[]> {
  const members: Member[] = []
  for (const [home, own] of byHome(site, functions)) {
    const seen = (holder: string) => holderSeenFrom(site, home, holder)
    for (const { role, holder } of await membersAt(db, home, own))
      members.push({ role: seen(role), holder: seen(holder) })
  }
  return members
}

async function membersAt(db: Database, site: string, functions: readonly string[]): Promise<readonly Member[]> {
  const roles = receivingFunctions.filter((role) => functions.includes(role))
  if (roles.length === 0) return []
  return db
    .select({ role: memberships.role, holder: memberships.staffId })
    .from(memberships)
    .where(and(eq(memberships.siteId, site), inArray(memberships.role, roles)))
}
