import type { Database } from '../../db/connect.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { outOf } from '../domain/ownership.ts'
import { certificatesFor } from './certificates.ts'
import { withText } from './conversations.ts'
import { listAnnouncements, listEntries, type StoredEntry } from './dossier-entries.ts'
import { listDossierGrants, listDossierHolders, listDossierRecused } from './dossier-grants.ts'
import { listLinkedDossiers, listLinkedReports } from './dossier-links.ts'
import { listRecordKeys } from './dossier-records.ts'
import { listWorkersOn } from './dossier-workers-on.ts'
import type { DossierKey, StoredDossier } from './dossiers.ts'
import { loadOwnership } from './ownership.ts'
import { calendarOf, findSite } from './sites.ts'

/** Everything of one dossier that its reader needs to open it, to check who wrote it and to work out what is next. */
export async function loadDossier(
  db: Database,
  dossier: StoredDossier,
  { holders, today }: Readonly<{ holders: readonly string[]; today: LocalDate }>,
) {
  const [site, calendar, granted, grants, entries, announcements, records, reports, linked] = await Promise.all([
    findSite(db, dossier.site),
    calendarOf(db, dossier.site),
    listDossierHolders(db, dossier),
    listDossierGrants(db, dossier, holders),
    listEntries(db, dossier),
    listAnnouncements(db, dossier),
    listRecordKeys(db, dossier),
    listLinkedReports(db, dossier),
    listLinkedDossiers(db, dossier),
  ])
  if (!site) throw new Error('a dossier without a site')
  const writers = [...entries, ...announcements].map(({ by }) => by)
  const everGranted = granted.map(({ holder }) => holder)
  const { lastSequence: _, ...facts } = dossier
  return {
    ...facts,
    ...{ siteName: site.name, siteKey: site.siteKey, calendar: [...calendar], today },
    certificates: [...(await certificatesFor(db, site.id, [...new Set([...everGranted, ...writers])]))],
    readers: granted.map(({ holder, epoch }) => ({ holder, epoch })),
    workers: await listWorkersOn(db, dossier, today),
    out: [...(dossier.isKeyDue ? await whoIsOut(db, dossier, today) : await listDossierRecused(db, dossier))],
    ...{ reports: [...reports], earlier: linked.earlier, later: linked.later },
    ...{ grants: grants.map(withText), records: records.map(withText) },
    ...{ entries: entries.map(withTextOrNull), announcements: announcements.map(withText) },
  }
}

const withTextOrNull = ({ sealed, ...entry }: StoredEntry) => ({
  ...entry,
  sealed: sealed && Buffer.from(sealed).toString('base64url'),
})

async function whoIsOut(db: Database, { site, dossier }: DossierKey, today: LocalDate): Promise<readonly string[]> {
  const ownership = await loadOwnership(db, site, today, dossier)
  return ownership.reports.flatMap((owned) => [...outOf(ownership, owned)])
}

/** What a line of the work list shows: who it is about, also when a note to that entry put a name right. */
export async function loadDossierLine(db: Database, dossier: StoredDossier, holders: readonly string[]) {
  const [site, granted, grants, entries, announcements, records] = await Promise.all([
    findSite(db, dossier.site),
    listDossierHolders(db, dossier),
    listDossierGrants(db, dossier, holders),
    listEntries(db, dossier),
    listAnnouncements(db, dossier),
    listRecordKeys(db, dossier),
  ])
  if (!site) throw new Error('a dossier without a site')
  const added = entries.filter(({ kind }) => kind === 'record-added')
  const ids = new Set(added.map(({ id }) => id))
  const isAboutWho = ({ kind, refersTo }: StoredEntry) => kind === 'note' && refersTo !== null && ids.has(refersTo)
  // Of somebody whose record was erased there is nothing to show.
  const shown = entries.filter((entry) => entry.sealed !== null && (entry.kind === 'record-added' || isAboutWho(entry)))
  const makers = [...granted.map(({ holder }) => holder), ...[...entries, ...announcements].map(({ by }) => by)]
  return {
    ...{ site: dossier.site, dossier: dossier.dossier, siteKey: site.siteKey },
    certificates: [...(await certificatesFor(db, site.id, [...new Set(makers)]))],
    ...{ grants: grants.map(withText), records: records.map(withText) },
    // A changed key can only be followed by what announced it.
    ...{ entries: shown.map(withTextOrNull), announcements: announcements.map(withText) },
  }
}
