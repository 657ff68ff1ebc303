import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, holders, invitations, memberships, sites, staff, staffKeys } from '../../db/schema/index.ts'
import { theProgram, wholeSchool } from '../domain/audit.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { rolesByPermission } from '../domain/permissions.ts'
import { writeAudit } from './audit.ts'
import { invite } from './invitations.ts'
import { isAtWork, isInForce } from './staff.ts'

const setupLock = 36_780

export type FirstAdministrator = Readonly<{ name: string; email: string }>

export type Setup =
  | Readonly<{ ok: true; token: string; isAgain: boolean }>
  /** `others`: who can invite people at the school already, by e-mail address. */
  | Readonly<{ ok: false; others: readonly string[] }>

/**
 * Lets the first administrator of a school in: an account at every site, and a one-time link. Again before the link was
 * used makes a new one, also with a name or address that was mistyped. Refused from the moment somebody who can invite
 * others has keys, unless that is this same person and nobody else can invite them anew.
 */
export async function setUpAdministrator(
  tx: Database,
  { name, email }: FirstAdministrator,
  { now, today }: Readonly<{ now: Date; today: LocalDate }>,
): Promise<Setup> {
  await tx.execute(sql`select pg_advisory_xact_lock(${setupLock})`)
  const able = await ableToInvite(tx, today)
  if (able.some((person) => person.email !== email)) return { ok: false, others: able.map((person) => person.email) }
  const known = able[0]?.account ?? (await findPending(tx, email))
  const account = known ?? (await addAdministrator(tx, email, name))
  if (known !== null) await tx.update(accounts).set({ name, email, updatedAt: now }).where(eq(accounts.id, account))
  if (known !== null) await tx.update(staff).set({ name }).where(eq(staff.accountId, account))
  await addToSites(tx, account, name)
  const token = await invite(tx, { account, kind: able.length > 0 ? 'anew' : 'first', at: now })
  const event = { site: wholeSchool, account: theProgram, action: 'invited' } as const
  await writeAudit(tx, { ...event, subject: 'account', subjectId: account }, now)
  return { ok: true, token, isAgain: known !== null }
}

/** People who have their keys and may invite others. */
const ableToInvite = (db: Database, today: LocalDate) =>
  db
    .selectDistinct({ account: accounts.id, email: accounts.email })
    .from(accounts)
    .innerJoin(staffKeys, eq(staffKeys.accountId, accounts.id))
    .innerJoin(staff, eq(staff.accountId, accounts.id))
    .innerJoin(memberships, and(eq(memberships.siteId, staff.siteId), eq(memberships.staffId, staff.id)))
    .where(
      and(
        isNull(accounts.blockedAt),
        inArray(memberships.role, [...rolesByPermission['invite-staff']]),
        isAtWork(today),
        isInForce(today),
      ),
    )

/** Somebody without keys yet: with this address, or else the one that setting up made before with another. */
async function findPending(db: Database, email: string): Promise<string | null> {
  const rows = await db
    .select({ account: accounts.id, email: accounts.email })
    .from(accounts)
    .leftJoin(staffKeys, eq(staffKeys.accountId, accounts.id))
    .leftJoin(invitations, and(eq(invitations.accountId, accounts.id), eq(invitations.kind, 'first')))
    .where(and(isNull(staffKeys.accountId), or(eq(accounts.email, email), isNotNull(invitations.kind))))
  return (rows.find((row) => row.email === email) ?? rows[0])?.account ?? null
}

async function addAdministrator(db: Database, email: string, name: string): Promise<string> {
  const id = randomUUID()
  await db.insert(accounts).values({ id, email, name, emailVerified: true })
  return id
}

/** Administrator at every site; one that the school added since is one of them. */
async function addToSites(db: Database, account: string, name: string): Promise<void> {
  const own = await db.select({ site: staff.siteId, id: staff.id }).from(staff).where(eq(staff.accountId, account))
  for (const { id: siteId } of await db.select({ id: sites.id }).from(sites)) {
    const known = own.find(({ site }) => site === siteId)?.id
    const id = known ?? randomUUID()
    if (known === undefined) await db.insert(holders).values({ siteId, id, kind: 'staff' })
    if (known === undefined) await db.insert(staff).values({ siteId, id, accountId: account, name })
    await db.insert(memberships).values({ siteId, role: 'systemAdministrator', staffId: id }).onConflictDoNothing()
  }
}
