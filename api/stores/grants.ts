import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { grants, reporterGrants } from '../../db/schema/index.ts'
import type { GrantedHolder } from '../domain/access.ts'
import { welcome } from './elsewhere.ts'
import type { ReportKey } from './reports.ts'

export type Grant = GrantedHolder & Readonly<{ sealed: Uint8Array }>

/** The keys of one epoch: one for the reporter, one for each holder. */
export async function insertGrants(
  tx: Database,
  key: ReportKey,
  epoch: number,
  sealed: Readonly<{ reporter: Uint8Array; holders: readonly Readonly<{ holder: string; sealed: Uint8Array }>[] }>,
): Promise<void> {
  const place = { siteId: key.site, reportId: key.report, epoch }
  await tx.insert(reporterGrants).values({ ...place, sealed: sealed.reporter })
  await welcome(
    tx,
    key.site,
    sealed.holders.map(({ holder }) => holder),
  )
  await tx
    .insert(grants)
    .values(sealed.holders.map(({ holder, sealed: own }) => ({ ...place, holderId: holder, sealed: own })))
}

/**
 * Keys of earlier epochs for somebody who reads along from now on, so that they can follow how the key in force came
 * to be. What a holder already has stays as it is.
 */
export async function insertEarlierGrants(tx: Database, key: ReportKey, earlier: readonly Grant[]): Promise<void> {
  if (earlier.length === 0) return
  await welcome(
    tx,
    key.site,
    earlier.map(({ holder }) => holder),
  )
  await tx
    .insert(grants)
    .values(
      earlier.map(({ epoch, holder, sealed }) => ({
        ...{ siteId: key.site, reportId: key.report },
        ...{ epoch, holderId: holder, sealed },
      })),
    )
    .onConflictDoNothing()
}

const isGrantOf = ({ site, report }: ReportKey) => and(eq(grants.siteId, site), eq(grants.reportId, report))

/** Who was granted what, without the keys. */
export async function listGrantedHolders(db: Database, key: ReportKey): Promise<readonly GrantedHolder[]> {
  return db
    .select({ holder: grants.holderId, epoch: grants.epoch })
    .from(grants)
    .where(isGrantOf(key))
    .orderBy(asc(grants.epoch), asc(grants.holderId))
}

export async function listGrants(db: Database, key: ReportKey, holders: readonly string[]): Promise<readonly Grant[]> {
  return db
    .select({ holder: grants.holderId, epoch: grants.epoch, sealed: grants.sealed })
    .from(grants)
    .where(and(isGrantOf(key), inArray(grants.holderId, [...holders])))
    .orderBy(asc(grants.epoch), asc(grants.holderId))
}

export async function forgetHolders(tx: Database, key: ReportKey, holders: readonly string[]): Promise<void> {
  if (holders.length === 0) return
  await tx.delete(grants).where(and(isGrantOf(key), inArray(grants.holderId, [...holders])))
}

/** The key of one epoch alone. */
export async function dropGrants(tx: Database, key: ReportKey, holder: string, epoch: number): Promise<void> {
  await tx.delete(grants).where(and(isGrantOf(key), eq(grants.holderId, holder), eq(grants.epoch, epoch)))
}

export async function listReporterGrants(
  db: Database,
  { site, report }: ReportKey,
): Promise<readonly Readonly<{ epoch: number; sealed: Uint8Array }>[]> {
  return db
    .select({ epoch: reporterGrants.epoch, sealed: reporterGrants.sealed })
    .from(reporterGrants)
    .where(and(eq(reporterGrants.siteId, site), eq(reporterGrants.reportId, report)))
    .orderBy(asc(reporterGrants.epoch))
}

/** Marks up to where these holders have read; never back. */
export async function markRead(
  tx: Database,
  key: ReportKey,
  holders: readonly string[],
  sequence: number,
): Promise<void> {
  await tx
    .update(grants)
    .set({ readSequence: sequence })
    .where(and(isGrantOf(key), inArray(grants.holderId, [...holders]), lt(grants.readSequence, sequence)))
}
