import { eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { sites } from '../../db/schema/index.ts'
import { type OwnPeriods, periodsOf, type RetentionPeriods, type SitePeriods } from '../domain/retention/periods.ts'

const { keepReports, keepDossiers, keepSetAside } = sites

/** Bewaartermijnen that a site chose for itself. @returns null when there is no such site. */
export async function findOwnPeriods(db: Database, site: string): Promise<SitePeriods | null> {
  const [row] = await db.select({ keepReports, keepDossiers, keepSetAside }).from(sites).where(eq(sites.id, site))
  return row ? { report: row.keepReports, dossier: row.keepDossiers, 'set-aside': row.keepSetAside } : null
}

/** What is in force at a site. @param school - what the school says for all of its sites. */
export const periodsAt = async (db: Database, site: string, school?: OwnPeriods): Promise<RetentionPeriods> =>
  periodsOf((await findOwnPeriods(db, site)) ?? {}, school)

export async function saveOwnPeriods(tx: Database, site: string, own: SitePeriods): Promise<void> {
  const { report, dossier, 'set-aside': setAside } = own
  await tx
    .update(sites)
    .set({ keepReports: report, keepDossiers: dossier, keepSetAside: setAside })
    .where(eq(sites.id, site))
}
