import { and, eq, gte, isNull, or } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accountSessions } from '../../db/schema/accounts.ts'
import { grants, memberships, staff } from '../../db/schema/index.ts'
import { addDays } from '../domain/local-date.ts'
import { functionsWithoutEscrow } from '../domain/roles.ts'
import { endDeputy, listAbsencesOf } from './deputies.ts'
import { standingsOf } from './elsewhere.ts'
import { findPerson, type PersonOfSite, replaceCertificate } from './holders.ts'
import { dropDossierGrantsOf } from './owned-dossiers.ts'
import { type AppointmentRefusal, dropClasses, dropPost, isSafe, type Post } from './posts.ts'
import { dropSiteKeyShare } from './site-keys.ts'

/** Who is asked about must work there; nobody lets themselves in where only members may. */
export async function appoint(tx: Database, own: string, post: Post): Promise<AppointmentRefusal | null> {
  const { site, holder, role, today } = post
  const isClosed = functionsWithoutEscrow.some((closed) => closed === role)
  if (isClosed && holder === own) return 'own-appointment'
  if (!(await findPerson(tx, site, holder, today))) return 'staff-unknown'
  const value = { siteId: site, role, staffId: holder, since: null, until: null, deputyFor: null }
  await tx
    .insert(memberships)
    .values(value)
    .onConflictDoUpdate({
      target: [memberships.siteId, memberships.role, memberships.staffId],
      // Whoever stood in and is appointed now stays.
      set: { since: null, until: null, deputyFor: null },
    })
  return null
}

/** Ends what somebody does at a site. Of a function they held the key, that key is not used for anything new. */
export async function removeFromPost(tx: Database, post: Post): Promise<AppointmentRefusal | null> {
  const { site, holder, role, today } = post
  const person = await findPerson(tx, site, holder, today)
  if (!person?.roles.some((held) => held.role === role)) return 'staff-unknown'
  if (!(await isSafe(tx, site, today, { kind: 'remove', role, holder }))) return 'owner-needed'
  await dropPost(tx, post)
  return null
}

/** Somebody does not work here any more, from this moment: whatever was theirs at the site is no longer. */
export async function leaveSite(
  tx: Database,
  { site, holder, today }: Omit<Post, 'role'>,
): Promise<Readonly<{ refusal: AppointmentRefusal }> | Readonly<{ refusal: null; person: PersonOfSite }>> {
  const person = await findPerson(tx, site, holder, today)
  if (!person) return { refusal: 'staff-unknown' }
  if (!(await isSafe(tx, site, today, { kind: 'leave', holder }))) return { refusal: 'owner-needed' }
  for (const { role } of person.roles) await dropPost(tx, { site, holder, role, today })
  await dropClasses(tx, site, holder)
  await dropSiteKeyShare(tx, site, holder)
  for (const standing of await standingsOf(tx, site, holder)) {
    await tx.delete(grants).where(and(eq(grants.siteId, standing.site), eq(grants.holderId, standing.holder)))
  }
  await dropDossierGrantsOf(tx, site, holder)
  for (const ended of await listAbsencesOf(tx, site, holder)) await endDeputy(tx, ended, today)
  await replaceCertificate(tx, site, holder, null)
  // Yesterday was the last day, so that nothing opens for them any more today.
  await tx
    .update(staff)
    .set({ leftOn: addDays(today, -1) })
    .where(and(eq(staff.siteId, site), eq(staff.id, holder)))
  const elsewhere = await tx
    .select({ site: staff.siteId })
    .from(staff)
    .where(and(eq(staff.accountId, person.account), or(isNull(staff.leftOn), gte(staff.leftOn, today))))
  if (elsewhere.length === 0) await tx.delete(accountSessions).where(eq(accountSessions.userId, person.account))
  return { refusal: null, person }
}
