import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, type invitationKinds, invitations } from '../../db/schema/index.ts'
import { hashOf } from './hashes.ts'

export type InvitationKind = (typeof invitationKinds)[number]

export type Invited = Readonly<{ account: string; kind: InvitationKind; name: string; email: string }>

const validDays = 14

/** As it stands behind the # of the link: 32 bytes, base64url. */
export const invitationToken = /^[A-Za-z0-9_-]{43}$/

const hashOfToken = (token: string): string => hashOf(Buffer.from(token, 'base64url'))

/**
 * A one-time link for somebody who is to make their keys. Only its hash is kept, so this is the one moment that the token
 * is known; links that were given before and not used stop working.
 *
 * @returns the token.
 */
export async function invite(
  tx: Database,
  { account, kind, at }: Readonly<{ account: string; kind: InvitationKind; at: Date }>,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.delete(invitations).where(and(eq(invitations.accountId, account), isNull(invitations.usedAt)))
  await tx.insert(invitations).values({
    ...{ tokenHash: hashOfToken(token), kind, accountId: account, createdAt: at },
    expiresAt: new Date(at.getTime() + validDays * 24 * 3_600_000),
  })
  return token
}

/** Whom the link is for; null when it was used, replaced or is too old, or when nobody knows it. */
export async function findInvitation(db: Database, token: string, at: Date): Promise<Invited | null> {
  const [row] = await db
    .select({ account: accounts.id, kind: invitations.kind, name: accounts.name, email: accounts.email })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .where(and(isValid(token, at), isNull(accounts.blockedAt)))
  return row ?? null
}

/** As `findInvitation`, and the link does not work again after the transaction. Of two at once one gets null. */
export async function useInvitation(tx: Database, token: string, at: Date): Promise<Invited | null> {
  const invited = await findInvitation(tx, token, at)
  const used = await tx
    .update(invitations)
    .set({ usedAt: at })
    .where(isValid(token, at))
    .returning({ hash: invitations.tokenHash })
  return used.length > 0 ? invited : null
}

const isValid = (token: string, at: Date) =>
  and(eq(invitations.tokenHash, hashOfToken(token)), isNull(invitations.usedAt), gt(invitations.expiresAt, at))
