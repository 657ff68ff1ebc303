import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, holders, memberships, sites, staff, staffKeys } from '../../db/schema/index.ts'
import type { StaffAtSite } from '../domain/access.ts'
import { isReceivingFunction, type Role } from '../domain/roles.ts'

/** The places where one account works, with the functions whose key it holds there. */
export async function listStaffAtSites(db: Database, account: string): Promise<readonly StaffAtSite[]> {
  const rows = await db
    .select({ site: staff.siteId, holder: staff.id, role: memberships.role, functionKey: memberships.functionKey })
    .from(staff)
    .leftJoin(memberships, and(eq(memberships.siteId, staff.siteId), eq(memberships.staffId, staff.id)))
    .where(eq(staff.accountId, account))
    .orderBy(asc(staff.siteId))
  const holdersBySite = new Map<string, { site: string; holder: string; functions: string[] }>()
  for (const { site, holder, role, functionKey } of rows) {
    const place = holdersBySite.get(site) ?? { site, holder, functions: [] }
    if (role !== null && functionKey !== null && isReceivingFunction(role)) place.functions.push(role)
    holdersBySite.set(site, place)
  }
  return [...holdersBySite.values()]
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

export type FunctionKey = Readonly<{ role: Role; certificate: string; functionKey: Uint8Array }>
export type Workplace = Readonly<{
  site: string
  siteName: string
  siteKey: string | null
  holder: string
  certificate: string
  roles: readonly Role[]
  functions: readonly FunctionKey[]
}>

/** All a member of staff needs to open what was granted to them or to a function of theirs. */
export async function listWorkplaces(db: Database, account: string): Promise<readonly Workplace[]> {
  const places = await db
    .select({
      site: sites.id,
      siteName: sites.name,
      siteKey: sites.siteKey,
      holder: staff.id,
      certificate: holders.certificate,
    })
    .from(staff)
    .innerJoin(sites, eq(sites.id, staff.siteId))
    .innerJoin(holders, and(eq(holders.siteId, staff.siteId), eq(holders.id, staff.id)))
    .where(eq(staff.accountId, account))
    .orderBy(asc(sites.position), asc(sites.id))
  return Promise.all(places.map(async (place) => ({ ...place, ...(await membershipsOf(db, place)) })))
}

async function membershipsOf(db: Database, { site, holder }: { site: string; holder: string }) {
  const held = await db
    .select({ role: memberships.role, functionKey: memberships.functionKey })
    .from(memberships)
    .where(and(eq(memberships.siteId, site), eq(memberships.staffId, holder)))
    .orderBy(asc(memberships.role))
  const withKey = held.flatMap(({ role, functionKey }) => (functionKey ? [{ role, functionKey }] : []))
  const certificates = await certificatesById(
    db,
    site,
    withKey.map(({ role }) => role),
  )
  return {
    roles: held.map(({ role }) => role),
    functions: withKey.flatMap(({ role, functionKey }) => {
      const certificate = certificates.get(role)
      return certificate ? [{ role, certificate, functionKey }] : []
    }),
  }
}

async function certificatesById(db: Database, site: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: holders.id, certificate: holders.certificate })
    .from(holders)
    .where(and(eq(holders.siteId, site), inArray(holders.id, [...ids])))
  return new Map(rows.map(({ id, certificate }) => [id, certificate]))
}
