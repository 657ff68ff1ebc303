import type { Database } from '../../db/connect.ts'
import { holdersOf, mayRead, type StaffAtSite } from '../domain/access.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { listGrantedHolders } from './grants.ts'
import { listRecused } from './recusals.ts'
import { findReport, type ReportKey } from './reports.ts'
import { listStaffAtSites } from './staff.ts'
import { listKeptBack } from './stand-ins.ts'

/** Who reads: as whom, and the holders under whose keys. */
export type ReportReader = Readonly<{ staff: StaffAtSite; holders: readonly string[] }>

/** This account as a reader of this report; null when it may not read it, or there is no such report. */
export async function findReader(
  db: Database,
  account: string,
  key: ReportKey,
  today: LocalDate,
): Promise<ReportReader | null> {
  const staff = (await listStaffAtSites(db, account, today)).find(({ site }) => site === key.site)
  const report = staff && (await findReport(db, key))
  if (!report) return null
  const [granted, recused, keptBack] = await Promise.all([
    listGrantedHolders(db, key),
    listRecused(db, key),
    listKeptBack(db, key, today),
  ])
  const isGivenOut = (holder: string) => !keptBack.includes(holder)
  const grants = granted.filter(({ holder }) => isGivenOut(holder))
  const isReader = mayRead(staff, { site: key.site, epoch: report.epoch, grants, recused })
  return isReader ? { staff, holders: holdersOf(staff).filter(isGivenOut) } : null
}
