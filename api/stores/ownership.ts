import { and, asc, desc, eq, gte, inArray, isNotNull } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import {
  absences,
  accounts,
  functionKeyShares,
  functionKeys,
  grants,
  holders,
  memberships,
  recusals,
  reports,
  sites,
  staff,
  standIns,
} from '../../db/schema/index.ts'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import type { Deputy, FunctionAtSite, OwnedReport, Ownership, Pair, PersonAtSite } from '../domain/ownership.ts'
import { isReceivingFunction } from '../domain/roles.ts'
import { listDossierRoles, loadOwnedDossiers, saveDossierKeysDue } from './owned-dossiers.ts'

/**
 * Who handles what at a site, for a change that is about to be made: until the transaction ends nobody else changes it,
 * and no report comes in that was addressed to somebody who is just leaving.
 *
 * @param only - one report; without it all of them.
 */
export async function lockOwnership(tx: Database, site: string, today: LocalDate, only?: string): Promise<Ownership> {
  await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, site)).for('no key update')
  return loadOwnership(tx, site, today, only)
}

/** Keeps those who handle the reports of a site as they are while something is addressed to them. */
export async function holdOwnership(tx: Database, site: string): Promise<void> {
  await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, site)).for('share')
}

export async function loadOwnership(db: Database, site: string, today: LocalDate, only?: string): Promise<Ownership> {
  const [people, functions, deputies, owned, ownedDossiers] = await Promise.all([
    loadPeople(db, site),
    loadFunctions(db, site),
    loadDeputies(db, site, today),
    loadReports(db, site, only),
    loadOwnedDossiers(db, site, only),
  ])
  const standingIn = (holders: readonly string[]) =>
    deputies.filter((one) => one.hasBegun && holders.includes(one.absent) && holders.includes(one.deputy))
  const dossiers = ownedDossiers.map((dossier) => ({ ...dossier, standIns: standingIn(dossier.holders) }))
  return { people, functions, deputies, reports: [...owned, ...dossiers] }
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

async function loadPeople(db: Database, site: string): Promise<readonly PersonAtSite[]> {
  const [rows, posts] = await Promise.all([
    db
      .select({ holder: staff.id, leftOn: staff.leftOn, blockedAt: accounts.blockedAt })
      .from(staff)
      .innerJoin(accounts, eq(accounts.id, staff.accountId))
      .where(eq(staff.siteId, site))
      .orderBy(asc(staff.id)),
    listDossierRoles(db, site),
  ])
  return rows.map(({ holder, leftOn, blockedAt }) => ({
    ...{ holder, isAble: leftOn === null && blockedAt === null, dossierRoles: posts.get(holder) ?? [] },
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

async function loadReports(db: Database, site: string, only: string | undefined): Promise<readonly OwnedReport[]> {
  const isMeant = and(eq(reports.siteId, site), only === undefined ? undefined : eq(reports.id, only))
  const [rows, granted, involved, standing] = await Promise.all([
    db
      .select({ report: reports.id, state: reports.state, isKeyDue: reports.isKeyDue })
      .from(reports)
      .where(isMeant)
      .orderBy(asc(reports.id)),
    db
      .select({ report: grants.reportId, holder: grants.holderId })
      .from(grants)
      .innerJoin(
        reports,
        and(eq(reports.siteId, grants.siteId), eq(reports.id, grants.reportId), eq(reports.epoch, grants.epoch)),
      )
      .where(isMeant)
      .orderBy(asc(grants.holderId)),
    db
      .select({ report: recusals.reportId, holder: recusals.staffId })
      .from(recusals)
      .where(and(eq(recusals.siteId, site), only === undefined ? undefined : eq(recusals.reportId, only))),
    db
      .select({ report: standIns.reportId, absent: standIns.absentId, deputy: standIns.staffId })
      .from(standIns)
      .where(and(eq(standIns.siteId, site), only === undefined ? undefined : eq(standIns.reportId, only))),
  ])
  const standInsBy = new Map<string, Pair[]>()
  for (const { report, ...pair } of standing) standInsBy.set(report, [...(standInsBy.get(report) ?? []), pair])
  const holdersBy = groupByReport(granted)
  const recusedBy = groupByReport(involved)
  return rows.map(({ report, state, isKeyDue }) => ({
    report,
    isOpen: state !== 'closed',
    holders: holdersBy.get(report) ?? [],
    recused: recusedBy.get(report) ?? [],
    standIns: standInsBy.get(report) ?? [],
    isKeyDue,
  }))
}

function groupByReport(rows: readonly Readonly<{ report: string; holder: string }>[]): Map<string, string[]> {
  const holdersBy = new Map<string, string[]>()
  for (const { report, holder } of rows) holdersBy.set(report, [...(holdersBy.get(report) ?? []), holder])
  return holdersBy
}
