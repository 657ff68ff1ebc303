import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { classGroups, grants, memberships, reports } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type Going, mayDo, type Needed, type OwnershipChange, whereNeeded } from '../domain/ownership-changes.ts'
import { changeSeenFrom, neededWith } from '../domain/ownership-elsewhere.ts'
import { isReceivingFunction, type Role } from '../domain/roles.ts'
import { sitesThatKnow, standingsOf } from './elsewhere.ts'
import { takeKeys, takeShares } from './function-keys.ts'
import { makeDossierKeysDue } from './owned-dossiers.ts'
import { loadOwnership, lockOwnership, saveKeysDue } from './ownership.ts'
import { dropSiteKeyShare } from './site-keys.ts'

export type AppointmentRefusal = 'staff-unknown' | 'own-appointment' | 'owner-needed'

/** What somebody does at a site. */
export type Post = Readonly<{ site: string; holder: string; role: Role; today: LocalDate }>

/**
 * Whether every open report keeps somebody who can handle it, here and at the sites that shared one. When it does, the reports that need a new key after the
 * change are marked: whoever writes next makes it.
 */
export async function settle(tx: Database, site: string, today: LocalDate, change: OwnershipChange) {
  const own = mayDo(await lockOwnership(tx, site, today), change)
  if (!own.ok) return own
  const settled = [{ at: site, after: own.value }]
  // Known only now: whoever shares with somebody here for the first time waits for the lock that this has.
  for (const at of await sitesThatKnow(tx, site)) {
    const there = mayDo(await lockOwnership(tx, at, today), changeSeenFrom(at, site, change))
    if (!there.ok) return there
    settled.push({ at, after: there.value })
  }
  for (const { at, after } of settled) await saveKeysDue(tx, at, after)
  return own
}

export const isSafe = async (tx: Database, site: string, today: LocalDate, change: OwnershipChange): Promise<boolean> =>
  (await settle(tx, site, today, change)).ok

/** What has to be there before somebody can go. */
export async function findNeeded(db: Database, site: string, today: LocalDate, change: Going): Promise<Needed> {
  let needed = whereNeeded(await loadOwnership(db, site, today), change)
  for (const at of await sitesThatKnow(db, site)) {
    const there = whereNeeded(await loadOwnership(db, at, today), changeSeenFrom(at, site, change))
    needed = neededWith(site, needed, there)
  }
  return needed
}

/** Ends what somebody was yet to begin. A key that was never given out needs no other. */
export async function withdrawPost(tx: Database, { site, holder, role }: Post): Promise<void> {
  await tx
    .delete(memberships)
    .where(and(eq(memberships.siteId, site), eq(memberships.role, role), eq(memberships.staffId, holder)))
  if (isReceivingFunction(role)) await takeShares(tx, site, role, holder)
}

/** Ends what somebody does, with all that goes with it. */
export async function dropPost(tx: Database, { site, holder, role, today }: Post): Promise<void> {
  await tx
    .delete(memberships)
    .where(and(eq(memberships.siteId, site), eq(memberships.role, role), eq(memberships.staffId, holder)))
  if (isReceivingFunction(role) && (await takeKeys(tx, site, role, holder, today))) {
    await dueFor(tx, site, role)
    await makeDossierKeysDue(tx, site, [role])
  }
  if (role === 'director') await dropSiteKeyShare(tx, site, holder)
  if (role === 'mentor') await dropClasses(tx, site, holder)
}

export const dropClasses = (tx: Database, site: string, holder: string) =>
  tx.delete(classGroups).where(and(eq(classGroups.siteId, site), eq(classGroups.mentorId, holder)))

/** Reports that are read through this function get a new key before anything else is written. */
async function dueFor(tx: Database, home: string, role: string): Promise<void> {
  for (const { site, holder } of await standingsOf(tx, home, role)) await dueAt(tx, site, holder)
}

async function dueAt(tx: Database, site: string, holder: string): Promise<void> {
  const granted = sql`exists (select 1 from ${grants} where ${grants.siteId} = ${reports.siteId}
    and ${grants.reportId} = ${reports.id} and ${grants.epoch} = ${reports.epoch} and ${grants.holderId} = ${holder})`
  await tx
    .update(reports)
    .set({ isKeyDue: true })
    .where(and(eq(reports.siteId, site), granted))
}
