import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { functionKeyShares, functionKeys, holders, memberships } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { isReceivingFunction, type ReceivingFunction } from '../domain/roles.ts'

/** One key a function has had, and who holds it. */
export type Generation = Readonly<{
  role: ReceivingFunction
  generation: number
  recipient: string
  certificate: string | null
  madeOn: string
  retiredOn: string | null
  hasEscrow: boolean
  confirmation: string | null
  /** Holder ids of those who have it. */
  keyHolders: readonly string[]
}>

/** By function, newest first. */
export async function listGenerations(db: Database, site: string): Promise<readonly Generation[]> {
  const [keys, shares] = await Promise.all([
    db
      .select()
      .from(functionKeys)
      .where(eq(functionKeys.siteId, site))
      .orderBy(asc(functionKeys.role), desc(functionKeys.generation)),
    db
      .select({
        ...{ role: functionKeyShares.role, generation: functionKeyShares.generation },
        holder: functionKeyShares.staffId,
      })
      .from(functionKeyShares)
      .where(and(eq(functionKeyShares.siteId, site), isNotNull(functionKeyShares.sealed)))
      .orderBy(asc(functionKeyShares.staffId)),
  ])
  return keys.flatMap(({ role, siteId: _, escrow, ...key }) => {
    if (!isReceivingFunction(role)) return []
    const isThis = (share: (typeof shares)[number]) => share.role === role && share.generation === key.generation
    const keyHolders = shares.filter(isThis).map(({ holder }) => holder)
    return [{ ...key, role, hasEscrow: escrow !== null, keyHolders }]
  })
}

export type Share = Readonly<{ generation: number; sealed: Uint8Array }>

/**
 * The keys of functions that one person holds, as they were sealed to them; newest first. A deputy gets them on the
 * first day.
 */
export async function listSharesOf(
  db: Database,
  site: string,
  holder: string,
  today: LocalDate,
): Promise<readonly (Share & Readonly<{ role: ReceivingFunction }>)[]> {
  const rows = await db
    .select({
      ...{ role: functionKeyShares.role, generation: functionKeyShares.generation, sealed: functionKeyShares.sealed },
    })
    .from(functionKeyShares)
    .where(
      and(
        ...[eq(functionKeyShares.siteId, site), eq(functionKeyShares.staffId, holder)],
        sql`not exists (select 1 from ${memberships} where ${memberships.siteId} = ${functionKeyShares.siteId}
          and ${memberships.role} = ${functionKeyShares.role} and ${memberships.staffId} = ${functionKeyShares.staffId}
          and ${memberships.since} > ${today})`,
      ),
    )
    .orderBy(desc(functionKeyShares.generation))
  return rows.flatMap(({ role, sealed, generation }) =>
    sealed !== null && isReceivingFunction(role) ? [{ role, generation, sealed }] : [],
  )
}

/** The copies of a function's keys that only the sheet in the safe opens; newest first. */
export async function listEscrow(db: Database, site: string, role: ReceivingFunction): Promise<readonly Share[]> {
  const rows = await db
    .select({ generation: functionKeys.generation, sealed: functionKeys.escrow })
    .from(functionKeys)
    .where(and(eq(functionKeys.siteId, site), eq(functionKeys.role, role)))
    .orderBy(desc(functionKeys.generation))
  return rows.flatMap(({ generation, sealed }) => (sealed === null ? [] : [{ generation, sealed }]))
}

export type NewGeneration = Readonly<{
  role: ReceivingFunction
  generation: number
  recipient: string
  escrow: Uint8Array | null
  confirmation: string
  shares: readonly Readonly<{ holder: string; sealed: Uint8Array }>[]
  madeOn: LocalDate
}>

export async function insertGeneration(tx: Database, site: string, made: NewGeneration): Promise<void> {
  const { role, generation, recipient, escrow, confirmation, madeOn, shares } = made
  await tx.insert(holders).values({ siteId: site, id: role, kind: 'function' }).onConflictDoNothing()
  await retireKeys(tx, site, role, madeOn)
  await tx.insert(functionKeys).values({ siteId: site, role, generation, recipient, escrow, confirmation, madeOn })
  await tx
    .insert(functionKeyShares)
    .values(shares.map(({ holder, sealed }) => ({ siteId: site, role, generation, staffId: holder, sealed })))
}

/** Gives somebody keys of a function. */
export async function insertShares(
  tx: Database,
  site: string,
  role: ReceivingFunction,
  holder: string,
  shares: readonly Share[],
): Promise<void> {
  for (const { generation, sealed } of shares) {
    const { siteId, role: roleColumn, generation: generationColumn, staffId } = functionKeyShares
    await tx
      .insert(functionKeyShares)
      .values({ siteId: site, role, generation, staffId: holder, sealed })
      .onConflictDoUpdate({ target: [siteId, roleColumn, generationColumn, staffId], set: { sealed } })
  }
}

export async function storeConfirmation(
  tx: Database,
  site: string,
  role: ReceivingFunction,
  generation: number,
  confirmation: string | null,
): Promise<void> {
  await tx
    .update(functionKeys)
    .set({ confirmation })
    .where(and(eq(functionKeys.siteId, site), eq(functionKeys.role, role), eq(functionKeys.generation, generation)))
}

/**
 * Takes the keys of a function away from somebody. They may have kept a copy, so nothing new is sealed to the key from
 * now on. The rows stay, because what this person wrote must still be checked. @returns false when they had none.
 */
export async function takeKeys(
  tx: Database,
  site: string,
  role: ReceivingFunction,
  holder: string,
  today: LocalDate,
): Promise<boolean> {
  if (!(await takeShares(tx, site, role, holder))) return false
  await retireKeys(tx, site, role, today)
  return true
}

/** Only what lies here for somebody. @returns false when there was nothing. */
export async function takeShares(
  tx: Database,
  site: string,
  role: ReceivingFunction,
  holder: string,
): Promise<boolean> {
  const { siteId, staffId, sealed } = functionKeyShares
  const taken = await tx
    .update(functionKeyShares)
    .set({ sealed: null })
    .where(and(...[eq(siteId, site), eq(functionKeyShares.role, role), eq(staffId, holder)], isNotNull(sealed)))
    .returning({ generation: functionKeyShares.generation })
  return taken.length > 0
}

/** Nothing new is sealed to a function's keys until there is another. */
export async function retireKeys(tx: Database, site: string, role: ReceivingFunction, today: LocalDate): Promise<void> {
  await tx
    .update(functionKeys)
    .set({ retiredOn: today })
    .where(and(eq(functionKeys.siteId, site), eq(functionKeys.role, role), isNull(functionKeys.retiredOn)))
}
