import { and, asc, eq, isNotNull, lt, or } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { absences, memberships } from '../../db/schema/index.ts'
import { type LocalDate, localDate } from '../domain/local-date.ts'
import type { Pair, Period } from '../domain/ownership.ts'
import type { Role } from '../domain/roles.ts'
import { findPerson } from './holders.ts'
import { type AppointmentRefusal, dropPost, settle, withdrawPost } from './posts.ts'
import { endStandIns } from './stand-ins.ts'

export type Deputising = Pair & Period & Readonly<{ site: string; roles: readonly Role[] }>
export type DeputyRefusal = AppointmentRefusal | 'deputy-away' | 'absence-there' | 'absence-unknown' | 'input-malformed'

/**
 * Somebody takes over what another holds, on these days. Keys come separately, from a browser, and before the first day
 * they are not given out.
 */
export async function planDeputy(
  tx: Database,
  deputising: Deputising,
  today: LocalDate,
): Promise<DeputyRefusal | null> {
  const { site, absent, deputy, roles, firstDay, lastDay } = deputising
  const [away, standIn] = await Promise.all([findPerson(tx, site, absent, today), findPerson(tx, site, deputy, today)])
  if (!away || !standIn || absent === deputy) return 'staff-unknown'
  const kind = firstDay > today ? 'planDeputy' : 'startDeputy'
  const settled = await settle(tx, site, today, { kind, absent, deputy, firstDay, lastDay })
  if (!settled.ok) return settled.refusal
  const held = roles.filter((role) => away.roles.some((one) => one.role === role))
  // One function is held for one absence at a time, so that its end says what ends.
  if (standIn.roles.some(({ role, deputyFor }) => deputyFor !== null && held.includes(role))) return 'deputy-away'
  await tx.insert(absences).values({ siteId: site, staffId: absent, deputyId: deputy, firstDay, lastDay })
  const wanted = held.filter((role) => !standIn.roles.some((one) => one.role === role))
  if (wanted.length === 0) return null
  const period = { since: firstDay, until: lastDay, deputyFor: absent }
  await tx.insert(memberships).values(wanted.map((role) => ({ siteId: site, role, staffId: deputy, ...period })))
  return null
}

/** Other days for an absence. The first day of one that has begun stays what it was. */
export async function moveDeputy(
  tx: Database,
  { site, absent, firstDay, lastDay }: Readonly<{ site: string; absent: string }> & Period,
  today: LocalDate,
): Promise<Readonly<{ refusal: DeputyRefusal }> | Readonly<{ refusal: null; deputy: string }>> {
  const absence = (await listAbsencesOf(tx, site, absent)).find((one) => one.absent === absent)
  if (!absence) return { refusal: 'absence-unknown' }
  const { deputy } = absence
  const isFirstDayRight = absence.firstDay <= today ? firstDay === absence.firstDay : firstDay >= today
  if (!isFirstDayRight) return { refusal: 'input-malformed' }
  const settled = await settle(tx, site, today, { kind: 'moveDeputy', absent, deputy, firstDay, lastDay })
  if (!settled.ok) return settled
  await tx
    .update(absences)
    .set({ firstDay, lastDay })
    .where(and(eq(absences.siteId, site), eq(absences.staffId, absent), eq(absences.firstDay, absence.firstDay)))
  await tx.update(memberships).set({ since: firstDay, until: lastDay }).where(isHeldFor(site, { absent, deputy }))
  return { refusal: null, deputy }
}

/** Who stands in for whom. */
export type Absence = Pair & Period & Readonly<{ site: string }>

const absenceColumns = {
  ...{ site: absences.siteId, absent: absences.staffId, deputy: absences.deputyId, firstDay: absences.firstDay },
  lastDay: absences.lastDay,
}

const withDays = <Row extends Readonly<{ firstDay: string; lastDay: string }>>(row: Row) => ({
  ...row,
  ...{ firstDay: localDate(row.firstDay), lastDay: localDate(row.lastDay) },
})

/** Those of somebody who is or will be away, or stands in. */
export async function listAbsencesOf(db: Database, site: string, holder: string): Promise<readonly Absence[]> {
  const rows = await db
    .select(absenceColumns)
    .from(absences)
    .where(and(eq(absences.siteId, site), or(eq(absences.staffId, holder), eq(absences.deputyId, holder))))
    .orderBy(asc(absences.firstDay))
  return rows.map(withDays)
}

/** Those that are over. Another process that has one in hand does it. */
export async function lockOverAbsences(tx: Database, today: LocalDate): Promise<readonly Absence[]> {
  const rows = await tx
    .select(absenceColumns)
    .from(absences)
    .where(lt(absences.lastDay, today))
    .for('update', { skipLocked: true })
  return rows.map(withDays)
}

/** Takes back what a deputy held only for the other, keys included. What was not yet given out is withdrawn. */
export async function endDeputy(tx: Database, absence: Absence, today: LocalDate): Promise<void> {
  const { site, absent, deputy, firstDay } = absence
  await settle(tx, site, today, { kind: 'endDeputy', absent, deputy })
  const stoodIn = await tx.select({ role: memberships.role }).from(memberships).where(isHeldFor(site, absence))
  const end = firstDay > today ? withdrawPost : dropPost
  for (const { role } of stoodIn) await end(tx, { site, holder: deputy, role, today })
  await endStandIns(tx, site, absence)
  await tx
    .delete(absences)
    .where(and(eq(absences.siteId, site), eq(absences.staffId, absent), eq(absences.firstDay, firstDay)))
}

const isHeldFor = (site: string, { absent, deputy }: Pair) =>
  and(
    ...[eq(memberships.siteId, site), eq(memberships.staffId, deputy), eq(memberships.deputyFor, absent)],
    isNotNull(memberships.until),
  )
