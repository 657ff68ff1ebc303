import { and, asc, eq, exists, inArray, isNull, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossierGrants, dossierRecusals, dossiers, memberships } from '../../db/schema/index.ts'
import type { OwnedReport } from '../domain/ownership.ts'
import { rolesByPermission } from '../domain/permissions.ts'

/** The dossiers of a site as things that somebody has to handle. @param only - one; without it all of them. */
export async function loadOwnedDossiers(
  db: Database,
  site: string,
  only: string | undefined,
): Promise<readonly Omit<OwnedReport, 'standIns'>[]> {
  const isMeant = and(eq(dossiers.siteId, site), only === undefined ? undefined : eq(dossiers.id, only))
  const [rows, granted, involved] = await Promise.all([
    db
      .select({ id: dossiers.id, isOpen: dossiers.isOpen, isKeyDue: dossiers.isKeyDue })
      .from(dossiers)
      .where(isMeant)
      .orderBy(asc(dossiers.id)),
    db
      .select({ id: dossierGrants.dossierId, holder: dossierGrants.holderId })
      .from(dossierGrants)
      .innerJoin(
        dossiers,
        and(
          eq(dossiers.siteId, dossierGrants.siteId),
          eq(dossiers.id, dossierGrants.dossierId),
          eq(dossiers.epoch, dossierGrants.epoch),
        ),
      )
      .where(isMeant)
      .orderBy(asc(dossierGrants.holderId)),
    db
      .select({ id: dossierRecusals.dossierId, holder: dossierRecusals.staffId })
      .from(dossierRecusals)
      .where(
        and(eq(dossierRecusals.siteId, site), only === undefined ? undefined : eq(dossierRecusals.dossierId, only)),
      ),
  ])
  const of = (all: typeof granted, id: string) => all.filter((one) => one.id === id).map(({ holder }) => holder)
  return rows.map(({ id, isOpen, isKeyDue }) => ({
    ...{ report: id, isDossier: true, isOpen, isKeyDue },
    ...{ holders: of(granted, id), recused: of(involved, id) },
  }))
}

export async function saveDossierKeysDue(tx: Database, site: string, due: readonly string[]): Promise<void> {
  if (due.length > 0) await makeDue(tx, site, inArray(dossiers.id, [...due]))
}

/** What these holders can read gets a new key before anybody writes in it. */
export async function makeDossierKeysDue(tx: Database, site: string, held: readonly string[]): Promise<void> {
  const concerned = tx
    .select({ id: dossierGrants.dossierId })
    .from(dossierGrants)
    .where(
      and(
        eq(dossierGrants.siteId, dossiers.siteId),
        eq(dossierGrants.dossierId, dossiers.id),
        eq(dossierGrants.epoch, dossiers.epoch),
        inArray(dossierGrants.holderId, [...held]),
      ),
    )
  await makeDue(tx, site, exists(concerned))
}

const makeDue = (tx: Database, site: string, isConcerned: SQL) =>
  tx
    .update(dossiers)
    .set({ isKeyDue: true })
    .where(and(eq(dossiers.siteId, site), isConcerned))

/** Every dossier key that somebody had in person. */
export async function dropDossierGrantsOf(tx: Database, site: string, holder: string): Promise<void> {
  await tx.delete(dossierGrants).where(and(eq(dossierGrants.siteId, site), eq(dossierGrants.holderId, holder)))
}

/** By holder: the lasting roles in which people of a site work dossiers. Whoever only stands in has none of these. */
export async function listDossierRoles(db: Database, site: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .select({ holder: memberships.staffId, role: memberships.role })
    .from(memberships)
    .where(
      and(
        ...[eq(memberships.siteId, site), isNull(memberships.until), isNull(memberships.deputyFor)],
        inArray(memberships.role, [...rolesByPermission['work-dossiers']]),
      ),
    )
  return new Map(
    [...new Set(rows.map(({ holder }) => holder))].map((holder) => [
      holder,
      rows.filter((row) => row.holder === holder).map(({ role }) => role),
    ]),
  )
}
