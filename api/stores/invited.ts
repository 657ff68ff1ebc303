import { createHash } from 'node:crypto'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, invitations, mails, memberships, sites, staff, staffKeys } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Role } from '../domain/roles.ts'
import { invite } from './invitations.ts'
import { queueMail } from './mails.ts'
import { isAtWork, isInForce } from './staff.ts'

/** Somebody who has an account but no keys yet. `expiresAt` is null while no link is open. */
export type Invited = Readonly<{
  account: string
  name: string
  email: string
  places: readonly Readonly<{ site: string; siteName: string; holder: string; roles: readonly Role[] }>[]
  invitedAt: Date | null
  expiresAt: Date | null
}>

/** Whoever works at one of these sites and has no keys, so nothing can be addressed to them. */
export async function listWithoutKeys(
  db: Database,
  siteIds: readonly string[],
  today: LocalDate,
): Promise<readonly Invited[]> {
  if (siteIds.length === 0) return []
  const rows = await db
    .select({
      ...{ account: accounts.id, name: accounts.name, email: accounts.email, holder: staff.id },
      ...{ site: staff.siteId, siteName: sites.name, role: memberships.role },
      ...{ invitedAt: invitations.createdAt, expiresAt: invitations.expiresAt },
    })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .innerJoin(sites, eq(sites.id, staff.siteId))
    .leftJoin(staffKeys, eq(staffKeys.accountId, staff.accountId))
    .leftJoin(
      memberships,
      and(eq(memberships.siteId, staff.siteId), eq(memberships.staffId, staff.id), isInForce(today)),
    )
    .leftJoin(invitations, and(eq(invitations.accountId, accounts.id), isNull(invitations.usedAt)))
    .where(and(inArray(staff.siteId, [...siteIds]), isAtWork(today), isNull(staffKeys.accountId)))
    .orderBy(asc(accounts.name), asc(accounts.id), asc(sites.position))
  const byAccount = new Map<string, Invited>()
  for (const { account, name, email, site, siteName, holder, role, invitedAt, expiresAt } of rows) {
    const person = byAccount.get(account) ?? { account, name, email, places: [], invitedAt, expiresAt }
    const here = person.places.find((place) => place.site === site) ?? { site, siteName, holder, roles: [] }
    const place = role === null ? here : { ...here, roles: [...here.roles, role] }
    byAccount.set(account, { ...person, places: [...person.places.filter((one) => one.site !== site), place] })
  }
  return [...byAccount.values()]
}

/** The account of somebody who works at the site, and whether they have keys. */
export async function findAccountAt(
  db: Database,
  { site, holder }: Readonly<{ site: string; holder: string }>,
  today: LocalDate,
) {
  const [row] = await db
    .select({ account: staff.accountId, name: staff.name, keys: staffKeys.accountId })
    .from(staff)
    .leftJoin(staffKeys, eq(staffKeys.accountId, staff.accountId))
    .where(and(eq(staff.siteId, site), eq(staff.id, holder), isAtWork(today)))
  return row ? { account: row.account, name: row.name, hasKeys: row.keys !== null } : null
}

export async function emailOf(db: Database, account: string): Promise<string | null> {
  const [row] = await db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, account))
  return row?.email ?? null
}

export type Way = 'mail' | 'letter'

/**
 * A link for somebody to make their keys. By mail only the mail knows it; on a letter whoever prints it does.
 * @returns the token for a letter, null for a mail.
 */
export async function sendInvitation(
  tx: Database,
  { account, way, isAnew, at }: Readonly<{ account: string; way: Way; isAnew: boolean; at: Date }>,
): Promise<string | null> {
  await forgetMail(tx, account)
  const token = await invite(tx, { account, kind: isAnew ? 'anew' : 'staff', at })
  if (way === 'letter') return token
  const occasion = `invitation:${createHash('sha256').update(token).digest('hex')}`
  await queueMail(tx, { kind: 'invitation', account, occasion, dueAt: at, token })
  return null
}

/** @returns false when no link was open. */
export async function withdrawInvitation(tx: Database, account: string): Promise<boolean> {
  await forgetMail(tx, account)
  const withdrawn = await tx
    .delete(invitations)
    .where(and(eq(invitations.accountId, account), isNull(invitations.usedAt)))
    .returning({ hash: invitations.tokenHash })
  return withdrawn.length > 0
}

/** A mail that did not leave yet would bring a link that does not work any more. */
const forgetMail = (tx: Database, account: string) =>
  tx.delete(mails).where(and(eq(mails.accountId, account), eq(mails.kind, 'invitation'), isNull(mails.sentOn)))
