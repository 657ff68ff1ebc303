import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import {
  accounts,
  formerCertificates,
  functionKeys,
  holders,
  memberships,
  staff,
  staffKeys,
} from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Role } from '../domain/roles.ts'
import { isAtWork, isToBeHeld } from './staff.ts'

/** Somebody who works at a site. Keys are null for who was invited and did not make them yet. */
export type PersonOfSite = Readonly<{
  holder: string
  account: string
  name: string
  email: string
  /** Also those of a deputy whose first day, `since`, is yet to come. */
  roles: readonly Readonly<{ role: Role; since: string | null; until: string | null; deputyFor: string | null }>[]
  recipient: string | null
  signingKey: string | null
  hasSheet: boolean
  isBlocked: boolean
  isExternal: boolean
  certificate: string | null
}>

export async function listPeople(db: Database, site: string, today: LocalDate): Promise<readonly PersonOfSite[]> {
  const [people, held] = await Promise.all([
    db
      .select({
        ...{ holder: staff.id, account: staff.accountId, name: staff.name, email: accounts.email },
        ...{ recipient: staffKeys.recipient, signingKey: staffKeys.signingKey },
        hasSheet: sql<boolean>`${staffKeys.recoveryConfirmedOn} is not null`,
        isBlocked: sql<boolean>`${accounts.blockedAt} is not null`,
        isExternal: staff.isExternal,
        certificate: holders.certificate,
      })
      .from(staff)
      .innerJoin(holders, and(eq(holders.siteId, staff.siteId), eq(holders.id, staff.id)))
      .innerJoin(accounts, eq(accounts.id, staff.accountId))
      .leftJoin(staffKeys, eq(staffKeys.accountId, staff.accountId))
      .where(and(eq(staff.siteId, site), isAtWork(today)))
      .orderBy(asc(staff.name), asc(staff.id)),
    db
      .select({
        ...{ holder: memberships.staffId, role: memberships.role },
        ...{ since: memberships.since, until: memberships.until, deputyFor: memberships.deputyFor },
      })
      .from(memberships)
      .where(and(eq(memberships.siteId, site), isToBeHeld(today)))
      .orderBy(asc(memberships.position), asc(memberships.role)),
  ])
  return people.map((person) => ({
    ...person,
    roles: held.filter(({ holder }) => holder === person.holder).map(({ holder: _, ...role }) => role),
  }))
}

/** The one who is this account at this site, if they still work there. */
export async function findPerson(
  tx: Database,
  site: string,
  holder: string,
  today: LocalDate,
): Promise<PersonOfSite | null> {
  return (await listPeople(tx, site, today)).find((person) => person.holder === holder) ?? null
}

/** What the site key said of a holder before now, newest first. */
export async function listFormerCertificates(db: Database, site: string, holder: string): Promise<readonly string[]> {
  const rows = await db
    .select({ certificate: formerCertificates.certificate })
    .from(formerCertificates)
    .where(and(eq(formerCertificates.siteId, site), eq(formerCertificates.holderId, holder)))
    .orderBy(desc(formerCertificates.position))
  return rows.map(({ certificate }) => certificate)
}

/** Puts another certificate in force, or none; the one before stays for what was written under it. */
export async function replaceCertificate(
  tx: Database,
  site: string,
  holder: string,
  certificate: string | null,
): Promise<void> {
  const isThis = and(eq(holders.siteId, site), eq(holders.id, holder))
  const [row] = await tx.select({ certificate: holders.certificate }).from(holders).where(isThis).for('update')
  if (!row || row.certificate === certificate) return
  if (row.certificate !== null) {
    const [last] = await tx
      .select({ position: formerCertificates.position })
      .from(formerCertificates)
      .where(and(eq(formerCertificates.siteId, site), eq(formerCertificates.holderId, holder)))
      .orderBy(desc(formerCertificates.position))
      .limit(1)
    const position = (last?.position ?? 0) + 1
    await tx
      .insert(formerCertificates)
      .values({ siteId: site, holderId: holder, position, certificate: row.certificate })
  }
  await tx.update(holders).set({ certificate }).where(isThis)
}

/** The newest key of a function gets the certificate that its holder has. */
export async function certifyGeneration(
  tx: Database,
  site: string,
  role: Role,
  generation: number,
  certificate: string,
): Promise<void> {
  await tx
    .update(functionKeys)
    .set({ certificate })
    .where(
      and(
        ...[eq(functionKeys.siteId, site), eq(functionKeys.role, role), eq(functionKeys.generation, generation)],
        isNull(functionKeys.retiredOn),
      ),
    )
}
