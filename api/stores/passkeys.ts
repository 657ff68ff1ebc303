import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { passkeyBoxes, passkeys } from '../../db/schema/second-factors.ts'

export async function listPasskeys(db: Database, account: string) {
  const rows = await db
    .select({
      ...{ id: passkeys.id, name: passkeys.name, madeAt: passkeys.createdAt },
      opensKeys: sql<boolean>`${isNotNull(passkeyBoxes.credentialId)}`,
    })
    .from(passkeys)
    .leftJoin(passkeyBoxes, ownBox)
    .where(eq(passkeys.userId, account))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
  return rows.map(({ name, madeAt, ...row }) => ({
    ...row,
    name: name ?? '',
    madeAt: madeAt?.toISOString() ?? null,
  }))
}

const ownBox = and(eq(passkeyBoxes.accountId, passkeys.userId), eq(passkeyBoxes.credentialId, passkeys.credentialID))

/** @returns false when the account has no such passkey. */
export async function renamePasskey(db: Database, account: string, id: string, name: string): Promise<boolean> {
  const renamed = await db.update(passkeys).set({ name }).where(own(account, id)).returning({ id: passkeys.id })
  return renamed.length > 0
}

/** With the box that it opens. @returns false when the account has no such passkey. */
export async function removePasskey(tx: Database, account: string, id: string): Promise<boolean> {
  const [removed] = await tx.delete(passkeys).where(own(account, id)).returning({ credential: passkeys.credentialID })
  if (!removed) return false
  await tx.delete(passkeyBoxes).where(boxOf(account, removed.credential))
  return true
}

/** All but these, with the boxes they open. @returns how many there were. */
export async function removeOtherPasskeys(tx: Database, account: string, kept: readonly string[]): Promise<number> {
  const rows = await tx.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.userId, account))
  const others = rows.filter(({ id }) => !kept.includes(id))
  for (const { id } of others) await removePasskey(tx, account, id)
  return others.length
}

const own = (account: string, id: string) => and(eq(passkeys.userId, account), eq(passkeys.id, id))
const boxOf = (account: string, credential: string) =>
  and(eq(passkeyBoxes.accountId, account), eq(passkeyBoxes.credentialId, credential))

export async function keepPasskeyBox(db: Database, account: string, credentialId: string, box: Uint8Array) {
  await db.insert(passkeyBoxes).values({ accountId: account, credentialId, box })
}

export async function findPasskeyBox(db: Database, account: string, credential: string): Promise<Uint8Array | null> {
  const [row] = await db.select({ box: passkeyBoxes.box }).from(passkeyBoxes).where(boxOf(account, credential))
  return row?.box ?? null
}
