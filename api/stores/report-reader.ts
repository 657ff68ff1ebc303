import type { Database } from '../../db/connect.ts'
import { holdersOf, mayRead, type StaffAtSite, staffSeenAt } from '../domain/access.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { listGrantedHolders } from './grants.ts'
import { listRecused } from './recusals.ts'
import { findReport, type ReportKey } from './reports.ts'
import { listStaffAtSites } from './staff.ts'
import { listKeptBack } from './stand-ins.ts'

/**
 * Who reads: as whom, and the holders under whose keys, as the site knows them at which the report stands. `home` is the
 * site where they work; `also`: what the same person is at other sites.
 */
export type ReportReader = Readonly<{
  staff: StaffAtSite
  home: string
  holders: readonly string[]
  also: readonly string[]
}>

/** This account as a reader of this report; null when it may not read it, or there is no such report. */
export async function findReader(
  db: Database,
  account: string,
  key: ReportKey,
  today: LocalDate,
): Promise<ReportReader | null> {
  const places = await listStaffAtSites(db, account, today)
  const report = places.length > 0 && (await findReport(db, key))
  if (!report) return null
  const [granted, recused, keptBack] = await Promise.all([
    listGrantedHolders(db, key),
    listRecused(db, key),
    listKeptBack(db, key, today),
  ])
  const isGivenOut = (holder: string) => !keptBack.includes(holder)
  const grants = granted.filter(({ holder }) => isGivenOut(holder))
  const readers = places.map((place) => ({ home: place.site, staff: staffSeenAt(key.site, place) }))
  // Whoever stays out does so wherever else they work.
  if (readers.some(({ staff }) => recused.includes(staff.holder))) return null
  const standing = { site: key.site, epoch: report.epoch, grants, recused }
  const able = readers.filter(({ staff }) => mayRead(staff, standing))
  const reader = able.find(({ home }) => home === key.site) ?? able[0]
  if (!reader) return null
  const also = readers.map(({ staff }) => staff.holder).filter((holder) => holder !== reader.staff.holder)
  return { ...reader, holders: holdersOf(reader.staff).filter(isGivenOut), also }
}
