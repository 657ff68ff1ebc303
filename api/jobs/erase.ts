import type { Database } from '../../db/connect.ts'
import { theProgram } from '../domain/audit.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type Kept, keepingOf } from '../domain/retention/keeping.ts'
import type { OwnPeriods, RetentionPeriods } from '../domain/retention/periods.ts'
import { dossierTombstone, reportTombstone } from '../domain/retention/tombstone.ts'
import { writeAudit } from '../stores/audit.ts'
import { lockDossier } from '../stores/dossiers.ts'
import { askForSweep, eraseDossier, eraseReport, leaveTombstone } from '../stores/erase.ts'
import { listKeptDossiers, warnOfDossier } from '../stores/kept-dossiers.ts'
import { listKeptReports, warnOfReport } from '../stores/kept-reports.ts'
import { lockReport } from '../stores/reports.ts'
import { periodsAt } from '../stores/retention-periods.ts'
import { calendarOf, listSites } from '../stores/sites.ts'
import { transact } from '../stores/transact.ts'

export type EraseRound = Readonly<{ today: LocalDate; now: Date; school?: OwnPeriods | undefined }>

type AtSite = EraseRound & Readonly<{ site: string; periods: RetentionPeriods; toDo(kept: Kept): ToDo }>
type ToDo = 'warn' | 'erase' | null

/**
 * Warns of what will be erased, and erases what is due: each in a transaction of its own that locks it, looks again, and
 * does all of it or nothing. So any number of processes may do it at the same time, and one that ends half-way has only
 * done less: whoever comes second finds nothing, or something that was warned of already.
 */
export async function eraseWhatIsDue(db: Database, round: EraseRound): Promise<void> {
  for (const { id: site } of await listSites(db)) {
    const [periods, calendar] = await Promise.all([periodsAt(db, site, round.school), calendarOf(db, site)])
    const toDo = (kept: Kept): ToDo => {
      const { state } = keepingOf(kept, round.today, calendar)
      return state === 'toWarn' ? 'warn' : state === 'due' ? 'erase' : null
    }
    const here = { ...round, site, periods, toDo }
    for (const { dossier, kept } of await listKeptDossiers(db, site, periods))
      if (toDo(kept)) await transact(db, (tx) => seeToDossier(tx, dossier.dossier, here))
    for (const { report, kept } of await listKeptReports(db, site, periods))
      if (toDo(kept)) await transact(db, (tx) => seeToReport(tx, report, here))
  }
}

async function seeToDossier(tx: Database, dossier: string, { site, periods, toDo, today, now }: AtSite): Promise<void> {
  const key = { site, dossier }
  if (!(await lockDossier(tx, key))) return
  const [found] = await listKeptDossiers(tx, site, periods, dossier)
  const act = found && toDo(found.kept)
  if (!act) return
  if (act === 'warn') return warnOfDossier(tx, key, today)
  await eraseDossier(tx, key)
  await leaveTombstone(tx, site, dossierTombstone(found.dossier.openedOn, found.entries), today)
  await writeAudit(tx, { ...didErase(site), subject: 'dossier', subjectId: dossier }, now)
}

async function seeToReport(tx: Database, report: string, { site, periods, toDo, today, now }: AtSite): Promise<void> {
  const key = { site, report }
  if (!(await lockReport(tx, key))) return
  const [found] = await listKeptReports(tx, site, periods, report)
  const act = found && toDo(found.kept)
  if (!act) return
  if (act === 'warn') return warnOfReport(tx, key, today)
  await eraseReport(tx, key, today)
  if (found.isCounted) await leaveTombstone(tx, site, reportTombstone(found), today)
  else await askForSweep(tx, today)
  await writeAudit(tx, { ...didErase(site), subject: 'report', subjectId: report }, now)
}

const didErase = (site: string) => ({ site, account: theProgram, action: 'erased' }) as const
