import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { hashAuthentication } from '../../db/authentication-hash.ts'
import type { Database } from '../../db/connect.ts'
import { accountCredentials, accounts, passkeyBoxes, staffKeys } from '../../db/schema/index.ts'
import { type AuditAction, wholeSchool } from '../domain/audit.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { writeAudit } from './audit.ts'
import { hashOf } from './hashes.ts'

/** What a password gives: what signs in, hashed, and the box that only its other half opens. */
export type PasswordKeys = Readonly<{ authenticationHash: string; box: Uint8Array }>

/** What a recovery sheet gives back, and what proves that somebody has it. */
export type SheetKeys = Readonly<{ recoveryBox: Uint8Array; recoveryProof: Uint8Array }>

export type NewStaffKeys = PasswordKeys & SheetKeys & Readonly<{ recipient: string; signingKey: string }>

/** Hashing takes a while and memory, so it is done before the transaction. */
export const hashPassword = hashAuthentication

/** The keys of one account, with a sheet that was typed over; they take the place of any that were there. */
export async function storeStaffKeys(
  tx: Database,
  account: string,
  keys: NewStaffKeys,
  today: LocalDate,
): Promise<void> {
  const { recipient, signingKey, box, authenticationHash, ...sheet } = keys
  const set = { recipient, signingKey, box, ...columnsOf(sheet, today) }
  await tx
    .insert(staffKeys)
    .values({ accountId: account, ...set })
    .onConflictDoUpdate({ target: staffKeys.accountId, set })
  await storePassword(tx, account, { authenticationHash, box })
}

/** Another password for the same keys. What passkeys held opened the box of before; they go on signing in. */
export async function storePassword(
  tx: Database,
  account: string,
  { authenticationHash, box }: PasswordKeys,
): Promise<void> {
  await tx.update(staffKeys).set({ box }).where(eq(staffKeys.accountId, account))
  await tx.delete(passkeyBoxes).where(eq(passkeyBoxes.accountId, account))
  const isPassword = and(eq(accountCredentials.userId, account), eq(accountCredentials.providerId, 'credential'))
  await tx.delete(accountCredentials).where(isPassword)
  await tx.insert(accountCredentials).values({
    ...{ id: randomUUID(), userId: account, accountId: account, providerId: 'credential' },
    password: authenticationHash,
  })
}

/** Another sheet for the same keys; the one before opens nothing from here on. */
export async function storeSheet(tx: Database, account: string, sheet: SheetKeys, today: LocalDate): Promise<void> {
  await tx.update(staffKeys).set(columnsOf(sheet, today)).where(eq(staffKeys.accountId, account))
}

const columnsOf = ({ recoveryBox, recoveryProof }: SheetKeys, today: LocalDate) => ({
  recoveryBox,
  recoveryProofHash: hashOf(recoveryProof),
  recoveryConfirmedOn: today,
})

export const hasStaffKeys = async (db: Database, account: string): Promise<boolean> =>
  (await db.$count(staffKeys, eq(staffKeys.accountId, account))) > 0

export type Recoverable = Readonly<{ account: string; name: string; recoveryBox: Uint8Array; proofHash: string }>

/** The account at this address that has a sheet, and that may be used. Locked against another recovery meanwhile. */
export async function findRecoverable(tx: Database, email: string): Promise<Recoverable | null> {
  const [row] = await tx
    .select({
      ...{ account: accounts.id, name: accounts.name, blockedAt: accounts.blockedAt },
      ...{ recoveryBox: staffKeys.recoveryBox, proofHash: staffKeys.recoveryProofHash },
    })
    .from(accounts)
    .innerJoin(staffKeys, eq(staffKeys.accountId, accounts.id))
    .where(eq(accounts.email, email))
    .for('update', { of: staffKeys })
  if (!row || row.blockedAt !== null || row.recoveryBox === null || row.proofHash === null) return null
  const { account, name, recoveryBox, proofHash } = row
  return { account, name, recoveryBox, proofHash }
}

/** What somebody did to their own keys stands in the chain of the school as a whole. */
export const writeKeyAudit = (
  tx: Database,
  account: string,
  what: Readonly<{ action: AuditAction; detail?: string }>,
  at: Date,
): Promise<void> => writeAudit(tx, { site: wholeSchool, account, ...what, subject: 'account', subjectId: account }, at)
