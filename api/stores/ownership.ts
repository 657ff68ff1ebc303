import { and, asc, desc, eq, gte, inArray, isNotNull } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import {
  absences,
  accounts,
  functionKeyShares,
  functionKeys,
  holders,
  memberships,
  reports,
  sites,
  staff,
} from '../../db/schema/index.ts'
import { holderSeenFrom, homeOf } from '../domain/holder-id.ts'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import type { Deputy, FunctionAtSite, Ownership, PersonAtSite } from '../domain/ownership.ts'
import { everywhere, type StaffOfSite, staffSeenFrom } from '../domain/ownership-elsewhere.ts'
import { isReceivingFunction } from '../domain/roles.ts'
import { homesAt } from './elsewhere.ts'
import { vouchedSites } from './neighbours.ts'
import { listDossierRoles, loadOwnedDossiers, saveDossierKeysDue } from './owned-dossiers.ts'
import { loadReports } from './owned-reports.ts'

/**
 * Who handles what at a site, for a change that is about to be made: until the transaction ends nobody else changes it,
 * and no report comes in that was addressed to somebody who is just leaving.
 *
 * @param only - one report; without it all of them.
 * @param newcomer - somebody of another site who may be given it.
 */
export async function lockOwnership(
  tx: Database,
  site: string,
  today: LocalDate,
  only?: string,
  newcomer?: string,
): Promise<Ownership> {
  await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, site)).for('no key update')
  const home = newcomer === undefined ? site : homeOf(site, newcomer).site
  if (home !== site) await holdOwnership(tx, home)
  return loadOwnership(tx, site, today, only, [home])
}

/** Keeps those who handle the reports of a site as they are while something is addressed to them. */
export async function holdOwnership(tx: Database, site: string): Promise<void> {
  await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, site)).for('share')
}

/** @param also - other sites of which nobody reads anything here yet. */
export async function loadOwnership(
  db: Database,
  site: string,
  today: LocalDate,
  only?: string,
  also: readonly string[] = [],
): Promise<Ownership> {
  const [known, vouched, owned, ownedDossiers] = await Promise.all([
    homesAt(db, site),
    vouchedSites(db, site),
    loadReports(db, site, only),
    loadOwnedDossiers(db, site, only),
  ])
  const homes = [...new Set([site, ...known, ...also])]
  const staffs = await Promise.all(
    homes.map(async (home) => {
      const { accounts: people, ...there } = await loadStaff(db, home, today)
      const accountsHere = people.map(([holder, account]) => [holderSeenFrom(site, home, holder), account] as const)
      return { ...staffSeenFrom(site, home, there, vouched.includes(home)), accountsHere }
    }),
  )
  const places = placesOf(staffs.flatMap(({ accountsHere }) => accountsHere))
  const deputies = staffs.flatMap((one) => one.deputies)
  // Standing in gives no dossier in person: whoever has one has it of their own, and keeps it when the absence ends.
  const dossiers = ownedDossiers.map((dossier) => ({ ...dossier, standIns: [] }))
  return {
    people: staffs.flatMap(({ people }) => people),
    functions: staffs.flatMap(({ functions }) => functions),
    deputies,
    reports: [...owned, ...dossiers].map((report) => ({ ...report, recused: everywhere(report.recused, places) })),
  }
}

async function loadStaff(db: Database, site: string, today: LocalDate): Promise<StaffOfSite & { accounts: Accounts }> {
  const [people, functions, deputies] = await Promise.all([
    loadPeople(db, site),
    loadFunctions(db, site),
    loadDeputies(db, site, today),
  ])
  return {
    people: people.map(({ account: _, ...person }) => person),
    ...{ functions, deputies, accounts: people.map(({ holder, account }) => [holder, account] as const) },
  }
}

type Accounts = readonly (readonly [holder: string, account: string])[]

/** By holder: all that the same person is, here and at other sites. */
function placesOf(people: Accounts): ReadonlyMap<string, readonly string[]> {
  const of = (account: string) => people.filter(([, other]) => other === account).map(([holder]) => holder)
  return new Map(people.map(([holder, account]) => [holder, of(account)]))
}

/** What changed about the keys that are due, put down. */
export async function saveKeysDue(tx: Database, site: string, { reports: owned }: Ownership): Promise<void> {
  const due = owned.filter(({ isKeyDue }) => isKeyDue).map(({ report }) => report)
  await saveDossierKeysDue(tx, site, due)
  if (due.length === 0) return
  await tx
    .update(reports)
    .set({ isKeyDue: true })
    .where(and(eq(reports.siteId, site), inArray(reports.id, due)))
}

async function loadPeople(db: Database, site: string): Promise<readonly (PersonAtSite & { account: string })[]> {
  const [rows, posts] = await Promise.all([
    db
      .select({ holder: staff.id, account: staff.accountId, leftOn: staff.leftOn, blockedAt: accounts.blockedAt })
      .from(staff)
      .innerJoin(accounts, eq(accounts.id, staff.accountId))
      .where(eq(staff.siteId, site))
      .orderBy(asc(staff.id)),
    listDossierRoles(db, site),
  ])
  return rows.map(({ holder, account, leftOn, blockedAt }) => ({
    ...{ holder, account, isAble: leftOn === null && blockedAt === null, dossierRoles: posts.get(holder) ?? [] },
  }))
}

async function loadFunctions(db: Database, site: string): Promise<readonly FunctionAtSite[]> {
  const [keys, shares, appointed] = await Promise.all([
    db
      .select({ role: functionKeys.role, retiredOn: functionKeys.retiredOn, signed: functionKeys.certificate })
      .from(functionKeys)
      .innerJoin(
        holders,
        and(
          eq(holders.siteId, functionKeys.siteId),
          eq(holders.kind, 'function'),
          eq(holders.certificate, functionKeys.certificate),
        ),
      )
      .where(eq(functionKeys.siteId, site))
      .orderBy(desc(functionKeys.generation)),
    db.select().from(functionKeyShares).where(eq(functionKeyShares.siteId, site)),
    db
      .select()
      .from(memberships)
      .where(eq(memberships.siteId, site))
      .orderBy(asc(memberships.position), asc(memberships.staffId)),
  ])
  const lasting = appointed.filter(({ role, deputyFor, until }) => isReceivingFunction(role) && !deputyFor && !until)
  const roles = new Set([...lasting.map(({ role }) => role), ...shares.map(({ role }) => role)])
  return [...roles].map((role) => {
    const members = lasting.filter((one) => one.role === role).map(({ staffId }) => staffId)
    const hasKey = (holder: string) =>
      shares.some((share) => share.role === role && share.staffId === holder && share.sealed !== null)
    const former = shares
      .filter(
        (share) => share.role === role && !appointed.some((one) => one.role === role && one.staffId === share.staffId),
      )
      .map(({ staffId }) => staffId)
    const isInForce = keys.some((key) => key.role === role && key.retiredOn === null)
    return { role, members, keyHolders: members.filter(hasKey), former: [...new Set(former)], isRetired: !isInForce }
  })
}

async function loadDeputies(db: Database, site: string, today: LocalDate): Promise<readonly Deputy[]> {
  const [away, posts] = await Promise.all([
    db
      .select({
        ...{ absent: absences.staffId, deputy: absences.deputyId },
        ...{ firstDay: absences.firstDay, lastDay: absences.lastDay },
      })
      .from(absences)
      .where(and(eq(absences.siteId, site), gte(absences.lastDay, today))),
    db
      .select({ absent: memberships.deputyFor, deputy: memberships.staffId, role: memberships.role })
      .from(memberships)
      .where(and(eq(memberships.siteId, site), isNotNull(memberships.deputyFor))),
  ])
  return away.map(({ absent, deputy, ...days }) => {
    const [firstDay, lastDay] = [localDate(days.firstDay), localDate(days.lastDay)]
    const roles = posts.filter((one) => one.deputy === deputy && one.absent === absent).map(({ role }) => role)
    return { absent, deputy, firstDay, lastDay, roles, hasBegun: firstDay <= today }
  })
}
