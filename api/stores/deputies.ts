import { and, asc, eq, lt, or } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { absences, grants, memberships, reports } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Role } from '../domain/roles.ts'
import { findPerson } from './holders.ts'
import { dropSharedDossiers } from './owned-dossiers.ts'
import { type AppointmentRefusal, dropPost, isSafe } from './posts.ts'

export type Deputising = Readonly<{
  site: string
  absent: string
  deputy: string
  roles: readonly Role[]
  firstDay: LocalDate
  lastDay: LocalDate
}>

/** Somebody takes over what another holds, up to and including a day. Keys come separately, from a browser. */
export async function startDeputy(tx: Database, deputising: Deputising): Promise<AppointmentRefusal | null> {
  const { site, absent, deputy, roles, firstDay, lastDay } = deputising
  const [away, standIn] = await Promise.all([
    findPerson(tx, site, absent, firstDay),
    findPerson(tx, site, deputy, firstDay),
  ])
  if (!away || !standIn || absent === deputy) return 'staff-unknown'
  if (!(await isSafe(tx, site, firstDay, { kind: 'startDeputy', absent, deputy }))) return 'owner-needed'
  await tx
    .insert(absences)
    .values({ siteId: site, staffId: absent, deputyId: deputy, firstDay, lastDay })
    .onConflictDoUpdate({
      target: [absences.siteId, absences.staffId, absences.firstDay],
      set: { deputyId: deputy, lastDay },
    })
  const held = roles.filter((role) => away.roles.some((one) => one.role === role))
  for (const role of held.filter((wanted) => !standIn.roles.some((one) => one.role === wanted))) {
    await tx
      .insert(memberships)
      .values({ siteId: site, role, staffId: deputy, until: lastDay, deputyFor: absent })
      .onConflictDoNothing()
  }
  return null
}

/** Who stood in for whom. */
export type Absence = Readonly<{ site: string; absent: string; deputy: string; firstDay: string; lastDay: string }>

const absenceColumns = {
  ...{ site: absences.siteId, absent: absences.staffId, deputy: absences.deputyId, firstDay: absences.firstDay },
  lastDay: absences.lastDay,
}

/** Those of somebody who is away, or stands in. */
export const listAbsencesOf = (db: Database, site: string, holder: string): Promise<readonly Absence[]> =>
  db
    .select(absenceColumns)
    .from(absences)
    .where(and(eq(absences.siteId, site), or(eq(absences.staffId, holder), eq(absences.deputyId, holder))))
    .orderBy(asc(absences.firstDay))

/** Those that are over. Another process that has one in hand does it. */
export const lockOverAbsences = (tx: Database, today: LocalDate): Promise<readonly Absence[]> =>
  tx.select(absenceColumns).from(absences).where(lt(absences.lastDay, today)).for('update', { skipLocked: true })

/** Takes back what a deputy held only for the other, keys included. @returns the functions. */
export async function endDeputy(tx: Database, absence: Absence, today: LocalDate): Promise<readonly Role[]> {
  const { site, absent, deputy, firstDay } = absence
  await isSafe(tx, site, today, { kind: 'endDeputy', absent, deputy })
  const stoodIn = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.siteId, site), eq(memberships.staffId, deputy), eq(memberships.deputyFor, absent)))
  for (const { role } of stoodIn) await dropPost(tx, { site, holder: deputy, role, today })
  await dropSharedGrants(tx, site, absent, deputy)
  await dropSharedDossiers(tx, site, absent, deputy)
  await tx
    .delete(absences)
    .where(and(eq(absences.siteId, site), eq(absences.staffId, absent), eq(absences.firstDay, firstDay)))
  return stoodIn.map(({ role }) => role)
}

/** Reports to the absent person that the deputy read along in person. */
async function dropSharedGrants(tx: Database, site: string, absent: string, deputy: string): Promise<void> {
  const shared = await tx
    .select({ report: grants.reportId })
    .from(grants)
    .innerJoin(
      reports,
      and(eq(reports.siteId, grants.siteId), eq(reports.id, grants.reportId), eq(reports.epoch, grants.epoch)),
    )
    .where(and(eq(grants.siteId, site), eq(grants.holderId, absent)))
  for (const { report } of shared) {
    const isOfDeputy = and(eq(grants.siteId, site), eq(grants.reportId, report), eq(grants.holderId, deputy))
    const dropped = await tx.delete(grants).where(isOfDeputy).returning({ report: grants.reportId })
    if (dropped.length === 0) continue
    await tx
      .update(reports)
      .set({ isKeyDue: true })
      .where(and(eq(reports.siteId, site), eq(reports.id, report)))
  }
}
