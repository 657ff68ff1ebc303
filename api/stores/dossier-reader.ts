import type { Database } from '../../db/connect.ts'
import { holdersOf, type StaffAtSite } from '../domain/access.ts'
import { mayReadDossier } from '../domain/dossier/access.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { listDossierHolders, listDossierRecused } from './dossier-grants.ts'
import { type DossierKey, findDossier } from './dossiers.ts'
import { listStaffAtSites } from './staff.ts'

/** Who reads: as whom, and the holders under whose keys. */
export type DossierReader = Readonly<{ staff: StaffAtSite; holders: readonly string[] }>

/** This account as a reader of this dossier; null when it may not read it, or there is no such dossier. */
export async function findDossierReader(
  db: Database,
  account: string,
  key: DossierKey,
  today: LocalDate,
): Promise<DossierReader | null> {
  const staff = (await listStaffAtSites(db, account, today)).find(({ site }) => site === key.site)
  const dossier = staff && (await findDossier(db, key))
  if (!dossier) return null
  const [grants, recused] = await Promise.all([listDossierHolders(db, key), listDossierRecused(db, key)])
  const isReader = mayReadDossier(staff, { site: key.site, epoch: dossier.epoch, grants, recused })
  return isReader ? { staff, holders: holdersOf(staff) } : null
}
