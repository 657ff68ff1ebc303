import type { Database } from '../../db/connect.ts'
import type { StaffAtSite } from '../domain/access.ts'
import { erasureRequests } from '../domain/dossier/erasure.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { isNear, type Keeping, type Kept, keepingOf } from '../domain/retention/keeping.ts'
import type { OwnPeriods } from '../domain/retention/periods.ts'
import { listDossiersFor } from './dossier-list.ts'
import type { StoredDossier } from './dossiers.ts'
import { listKeptDossiers } from './kept-dossiers.ts'
import { listKeptReports } from './kept-reports.ts'
import { periodsAt } from './retention-periods.ts'
import { calendarOf } from './sites.ts'
import { listReportsFor } from './work-list.ts'

/** What will be erased soon. `eraseOn`: the day from which that can be; it moves on while nobody has read it. */
export type NearErasure = Readonly<{
  kind: 'report' | 'dossier'
  site: string
  siteName: string
  id: string
  eraseOn: LocalDate
  isUnread: boolean
}>

/** That something of a dossier was asked to be erased, or was erased a short while ago. */
export type ToldErasure = Readonly<{
  site: string
  siteName: string
  dossier: string
  state: 'open' | 'erased'
  on: LocalDate
}>

/** For so long whoever reads a dossier is shown that something of it was erased. */
const toldDays = 28

/** The requests in what this person reads that somebody must decide about, and what came of those of the last weeks. */
export async function listToldErasures(
  db: Database,
  places: readonly StaffAtSite[],
  today: LocalDate,
): Promise<readonly ToldErasure[]> {
  const dossiers = await listDossiersFor(db, places, { isOpen: false, today })
  return dossiers.flatMap(({ site, siteName, dossier, entries }) =>
    erasureRequests(entries).flatMap(({ state, on, answer }): readonly ToldErasure[] => {
      if (state === 'open') return [{ site, siteName, dossier, state, on }]
      const isTold = state === 'erased' && answer !== null && answer.recordedOn >= addDays(today, -toldDays)
      return isTold ? [{ site, siteName, dossier, state, on: answer.recordedOn }] : []
    }),
  )
}

type Asked = Readonly<{ today: LocalDate; school: OwnPeriods | undefined }>
type Readable = Readonly<{ site: string; siteName: string; id: string }>

/** What this person may read and will be erased soon, the soonest first. */
export async function listNearErasures(
  db: Database,
  places: readonly StaffAtSite[],
  { today, school }: Asked,
): Promise<readonly NearErasure[]> {
  const [dossiers, reports] = await Promise.all([
    listDossiersFor(db, places, { isOpen: false, today }),
    listReportsFor(db, places, today),
  ])
  const closed = reports.filter(({ state }) => state === 'closed')
  const near: NearErasure[] = []
  for (const site of new Set([...dossiers, ...closed].map((one) => one.site))) {
    const [periods, calendar] = await Promise.all([periodsAt(db, site, school), calendarOf(db, site)])
    const add = (kind: NearErasure['kind'], kept: Kept, found: Readable | undefined) => {
      const keeping = keepingOf(kept, today, calendar)
      if (!found || !isNear(keeping)) return
      const eraseOn = keeping.state === 'due' ? today : keeping.eraseOn
      near.push({ kind, ...found, eraseOn, isUnread: keeping.state === 'unread' })
    }
    const mine = new Map(dossiers.map(({ dossier: id, siteName }) => [id, { site, siteName, id }]))
    for (const { dossier, kept } of await listKeptDossiers(db, site, periods))
      add('dossier', kept, mine.get(dossier.dossier))
    const mineToo = new Map(closed.map(({ report: id, siteName }) => [id, { site, siteName, id }]))
    for (const { report, kept } of await listKeptReports(db, site, periods)) add('report', kept, mineToo.get(report))
  }
  return near.toSorted((a, b) => (a.eraseOn === b.eraseOn ? compare(a.id, b.id) : compare(a.eraseOn, b.eraseOn)))
}

/** How it stands with the erasing of one dossier; null where nobody can say. */
export async function keepingOfDossier(
  db: Database,
  { site, dossier }: StoredDossier,
  { today, school }: Asked,
): Promise<Keeping | null> {
  const [periods, calendar] = await Promise.all([periodsAt(db, site, school), calendarOf(db, site)])
  const [found] = await listKeptDossiers(db, site, periods, dossier)
  return found ? keepingOf(found.kept, today, calendar) : null
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
