import { and, asc, desc, eq, gte, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { functionKeyShares, functionKeys } from '../../db/schema/functions.ts'
import { accounts, holders, memberships, sites, staff, staffKeys } from '../../db/schema/index.ts'
import type { StaffAtSite } from '../domain/access.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { isReceivingFunction, type ReceivingFunction, type Role } from '../domain/roles.ts'
import { statementsOf } from './neighbours.ts'

/** Somebody works at a site up to and including the day they leave. */
export const isAtWork = (today: LocalDate) => or(isNull(staff.leftOn), gte(staff.leftOn, today))

/** A deputy holds a role from the first up to and including the last day. */
export const isInForce = (today: LocalDate) =>
  and(or(isNull(memberships.since), lte(memberships.since, today)), isToBeHeld(today))

/** Also a deputy whose first day is yet to come: keys are sealed to them beforehand, and kept from them until then. */
export const isToBeHeld = (today: LocalDate) => or(isNull(memberships.until), gte(memberships.until, today))

/** The places where one account works, with its roles there and the functions whose key it holds. */
export async function listStaffAtSites(
  db: Database,
  account: string,
  today: LocalDate,
): Promise<readonly StaffAtSite[]> {
  const rows = await db
    .select({
      site: staff.siteId,
      holder: staff.id,
      role: memberships.role,
      hasKey: sql<boolean>`exists (select 1 from ${functionKeyShares} where ${functionKeyShares.siteId} = ${staff.siteId}
        and ${functionKeyShares.role} = ${memberships.role} and ${functionKeyShares.staffId} = ${staff.id} and ${functionKeyShares.sealed} is not null)`,
    })
    .from(staff)
    .leftJoin(
      memberships,
      and(eq(memberships.siteId, staff.siteId), eq(memberships.staffId, staff.id), isInForce(today)),
    )
    .where(and(eq(staff.accountId, account), isAtWork(today)))
    .orderBy(asc(staff.siteId), asc(memberships.role))
  const placeBySite = new Map<string, { site: string; holder: string; roles: Role[]; functions: string[] }>()
  for (const { site, holder, role, hasKey } of rows) {
    const place = placeBySite.get(site) ?? { site, holder, roles: [], functions: [] }
    if (role !== null) place.roles.push(role)
    if (role !== null && hasKey && isReceivingFunction(role)) place.functions.push(role)
    placeBySite.set(site, place)
  }
  return [...placeBySite.values()]
}

export async function findStaffKeys(db: Database, account: string) {
  const [row] = await db
    .select({
      name: accounts.name,
      email: accounts.email,
      recipient: staffKeys.recipient,
      signingKey: staffKeys.signingKey,
      box: staffKeys.box,
    })
    .from(accounts)
    .innerJoin(staffKeys, eq(staffKeys.accountId, accounts.id))
    .where(eq(accounts.id, account))
  return row ?? null
}

/** One generation of a function's key as a member has it, with what the site key says of it. */
export type HeldKey = Readonly<{ certificate: string; functionKey: Uint8Array }>

/** `former`: the keys before the one in force, which open what the function received then. */
export type HeldFunction = HeldKey & Readonly<{ role: ReceivingFunction; former: readonly HeldKey[] }>

export type Workplace = Readonly<{
  site: string
  siteName: string
  siteKey: string | null
  holder: string
  /** Null until the site key has signed who this is. */
  certificate: string | null
  /** The site key this person compared and trusts, as they signed it. */
  pin: string | null
  roles: readonly Role[]
  functions: readonly HeldFunction[]
  /** What the site signed about other sites of the school. */
  neighbours: readonly string[]
}>

/** All a member of staff needs to open what was granted to them or to a function of theirs. */
export async function listWorkplaces(db: Database, account: string, today: LocalDate): Promise<readonly Workplace[]> {
  const [places, held] = await Promise.all([
    db
      .select({
        site: sites.id,
        siteName: sites.name,
        siteKey: sites.siteKey,
        holder: staff.id,
        certificate: holders.certificate,
        pin: staff.pinnedSiteKey,
      })
      .from(staff)
      .innerJoin(sites, eq(sites.id, staff.siteId))
      .innerJoin(holders, and(eq(holders.siteId, staff.siteId), eq(holders.id, staff.id)))
      .where(and(eq(staff.accountId, account), isAtWork(today)))
      .orderBy(asc(sites.position), asc(sites.id)),
    listStaffAtSites(db, account, today),
  ])
  return Promise.all(
    places.map(async (place) => {
      const here = held.find(({ site }) => site === place.site)
      const roles = here?.roles ?? []
      const [functions, neighbours] = await Promise.all([heldFunctions(db, place, roles), statementsOf(db, place.site)])
      return { ...place, roles, functions, neighbours }
    }),
  )
}

async function heldFunctions(
  db: Database,
  { site, holder }: Readonly<{ site: string; holder: string }>,
  roles: readonly Role[],
): Promise<readonly HeldFunction[]> {
  const rows = await db
    .select({
      role: functionKeys.role,
      certificate: functionKeys.certificate,
      functionKey: functionKeyShares.sealed,
    })
    .from(functionKeyShares)
    .innerJoin(
      functionKeys,
      and(
        eq(functionKeys.siteId, functionKeyShares.siteId),
        eq(functionKeys.role, functionKeyShares.role),
        eq(functionKeys.generation, functionKeyShares.generation),
      ),
    )
    .where(
      and(
        eq(functionKeyShares.siteId, site),
        eq(functionKeyShares.staffId, holder),
        isNotNull(functionKeys.certificate),
      ),
    )
    .orderBy(desc(functionKeys.generation))
  return roles.filter(isReceivingFunction).flatMap((role) => {
    const [newest, ...former] = rows.flatMap(({ certificate, functionKey, ...row }) =>
      row.role === role && certificate !== null && functionKey !== null ? [{ certificate, functionKey }] : [],
    )
    return newest ? [{ role, ...newest, former }] : []
  })
}
