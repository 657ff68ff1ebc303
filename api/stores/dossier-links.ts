import { and, asc, eq, or } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossierLinks, dossierReports } from '../../db/schema/index.ts'
import type { DossierKey } from './dossiers.ts'

/** @returns whether it was not there yet. */
export async function linkReport(tx: Database, { site, dossier }: DossierKey, report: string): Promise<boolean> {
  const values = { siteId: site, dossierId: dossier, reportId: report }
  const rows = await tx.insert(dossierReports).values(values).onConflictDoNothing().returning()
  return rows.length > 0
}

export async function listLinkedReports(db: Database, { site, dossier }: DossierKey): Promise<readonly string[]> {
  const rows = await db
    .select({ report: dossierReports.reportId })
    .from(dossierReports)
    .where(and(eq(dossierReports.siteId, site), eq(dossierReports.dossierId, dossier)))
    .orderBy(asc(dossierReports.reportId))
  return rows.map(({ report }) => report)
}

/** @returns whether it was not there yet. */
export async function linkEarlier(tx: Database, { site, dossier }: DossierKey, earlier: string): Promise<boolean> {
  const values = { siteId: site, dossierId: dossier, earlierId: earlier }
  const rows = await tx.insert(dossierLinks).values(values).onConflictDoNothing().returning()
  return rows.length > 0
}

/** The dossiers this one follows on, and those that follow on it. */
export async function listLinkedDossiers(db: Database, { site, dossier }: DossierKey) {
  const rows = await db
    .select({ later: dossierLinks.dossierId, earlier: dossierLinks.earlierId })
    .from(dossierLinks)
    .where(
      and(eq(dossierLinks.siteId, site), or(eq(dossierLinks.dossierId, dossier), eq(dossierLinks.earlierId, dossier))),
    )
    .orderBy(asc(dossierLinks.dossierId), asc(dossierLinks.earlierId))
  return {
    earlier: rows.filter(({ later }) => later === dossier).map((row) => row.earlier),
    later: rows.filter(({ earlier }) => earlier === dossier).map((row) => row.later),
  }
}
