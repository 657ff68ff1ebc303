import { and, between, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossierEntries, dossiers, grants, recusals, reports } from '../../db/schema/index.ts'
import { mayRead, staffSeenAt } from '../domain/access.ts'
import { type GrantedDossier, mayReadDossier } from '../domain/dossier/access.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import type { MailReader } from '../domain/mail-readers.ts'
import { queueMail } from './mails.ts'
import { loadOwnedDossiers } from './owned-dossiers.ts'

/** A warning older than this was told on the first school day after it, or is no news any more. */
const newsDays = 14

type Warned = Readonly<{ warnedOn: string; readers: readonly string[] }>
type Sending = Readonly<{ day: LocalDate; dueAt: Date; except: readonly string[] }>

/**
 * One mail for everybody who reads something that will be erased, each time that there is more of it. It says that there
 * is something to do, and not what.
 *
 * @param except - accounts that get such a mail now for something else. @returns the accounts that get one.
 */
export async function queueErasureMails(
  tx: Database,
  sites: Iterable<string>,
  staff: readonly MailReader[],
  { day, dueAt, except }: Sending,
): Promise<readonly string[]> {
  const latest = new Map<string, string>()
  for (const site of sites) {
    const here = [tx, site, staff, day] as const
    const warned = [
      ...(await warnedDossiers(...here)),
      ...(await warnedReports(...here)),
      ...(await askedOrErased(...here)),
    ]
    for (const { warnedOn, readers } of warned)
      for (const account of readers) if (warnedOn > (latest.get(account) ?? '')) latest.set(account, warnedOn)
  }
  const told: string[] = []
  for (const [account, warnedOn] of latest) {
    if (except.includes(account)) continue
    const isNew = await queueMail(tx, { kind: 'task', account, occasion: `erasures:${account}:${warnedOn}`, dueAt })
    if (isNew) told.push(account)
  }
  return told
}

async function warnedDossiers(db: Database, site: string, staff: readonly MailReader[], day: LocalDate) {
  const rows = await db
    .select({ id: dossiers.id, epoch: dossiers.epoch, warnedOn: dossiers.eraseWarnedOn })
    .from(dossiers)
    .where(
      and(
        eq(dossiers.siteId, site),
        eq(dossiers.isOpen, false),
        between(dossiers.eraseWarnedOn, addDays(day, -newsDays), day),
      ),
    )
  if (rows.length === 0) return []
  const readersOf = await dossierReaders(db, site, staff)
  return rows.map(
    ({ id, epoch, warnedOn }): Warned => ({
      warnedOn: warnedOn ?? '',
      readers: readersOf(id, epoch).map(({ account }) => account),
    }),
  )
}

/** That something of a dossier is to be erased on request, or was: told to its readers, but for who wrote it down. */
async function askedOrErased(db: Database, site: string, staff: readonly MailReader[], day: LocalDate) {
  const rows = await db
    .select({
      ...{ id: dossiers.id, epoch: dossiers.epoch },
      ...{ by: dossierEntries.byStaffId, on: dossierEntries.recordedOn },
    })
    .from(dossierEntries)
    .innerJoin(dossiers, and(eq(dossiers.siteId, dossierEntries.siteId), eq(dossiers.id, dossierEntries.dossierId)))
    .where(
      and(
        eq(dossierEntries.siteId, site),
        inArray(dossierEntries.kind, ['erasure-asked', 'record-erased']),
        between(dossierEntries.recordedOn, addDays(day, -newsDays), day),
      ),
    )
  if (rows.length === 0) return []
  const readersOf = await dossierReaders(db, site, staff)
  return rows.map(({ id, epoch, by, on }): Warned => {
    const others = readersOf(id, epoch).filter(({ holder }) => holder !== by)
    return { warnedOn: on, readers: others.map(({ account }) => account) }
  })
}

async function dossierReaders(db: Database, site: string, staff: readonly MailReader[]) {
  const owned = new Map((await loadOwnedDossiers(db, site, undefined)).map((one) => [one.report, one]))
  return (id: string, epoch: number): readonly MailReader[] => {
    const { holders = [], recused = [] } = owned.get(id) ?? {}
    const granted: GrantedDossier = { site, epoch, recused, grants: holders.map((holder) => ({ holder, epoch })) }
    return staff.filter((person) => mayReadDossier(person, granted))
  }
}

async function warnedReports(db: Database, site: string, staff: readonly MailReader[], day: LocalDate) {
  const rows = await db
    .select({ id: reports.id, epoch: reports.epoch, warnedOn: reports.eraseWarnedOn })
    .from(reports)
    .where(and(eq(reports.siteId, site), between(reports.eraseWarnedOn, addDays(day, -newsDays), day)))
  return Promise.all(
    rows.map(async ({ id, epoch, warnedOn }): Promise<Warned> => {
      const [granted, out] = await Promise.all([
        db
          .select({ holder: grants.holderId, epoch: grants.epoch })
          .from(grants)
          .where(and(eq(grants.siteId, site), eq(grants.reportId, id))),
        db
          .select({ holder: recusals.staffId })
          .from(recusals)
          .where(and(eq(recusals.siteId, site), eq(recusals.reportId, id))),
      ])
      const report = { site, epoch, grants: granted, recused: out.map(({ holder }) => holder) }
      const readers = staff.filter((person) => mayRead(staffSeenAt(site, person), report))
      return { warnedOn: warnedOn ?? '', readers: readers.map(({ account }) => account) }
    }),
  )
}
