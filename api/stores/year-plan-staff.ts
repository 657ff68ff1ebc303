import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { memberships, staff } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Role } from '../domain/roles.ts'
import type { SiteStaff } from '../domain/year-plan/new-plan.ts'
import { isAtWork, isInForce } from './staff.ts'

/** Everybody who ever worked at the site, so that an owner who left still has a name. */
export async function listOwners(db: Database, site: string, today: LocalDate) {
  return db
    .select({ holder: staff.id, name: staff.name, isHere: sql<boolean>`coalesce(${isAtWork(today)}, false)` })
    .from(staff)
    .where(eq(staff.siteId, site))
    .orderBy(asc(staff.name), asc(staff.id))
}

/** The roles that anybody holds at a site today. */
export async function listHeldRoles(db: Database, site: string, today: LocalDate): Promise<ReadonlySet<Role>> {
  const rows = await db
    .selectDistinct({ role: memberships.role })
    .from(memberships)
    .innerJoin(staff, and(eq(staff.siteId, memberships.siteId), eq(staff.id, memberships.staffId)))
    .where(and(eq(memberships.siteId, site), isInForce(today), isAtWork(today)))
  return new Set(rows.map(({ role }) => role))
}

/** Who can see to something at a site today. */
export async function staffOfPlan(db: Database, site: string, today: LocalDate): Promise<SiteStaff> {
  const people = await listOwners(db, site, today)
  const holders = new Set(people.filter(({ isHere }) => isHere).map(({ holder }) => holder))
  return { holders, roles: await listHeldRoles(db, site, today) }
}
