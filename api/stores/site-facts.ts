import { and, eq, like, notExists, or } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { dossierLinks, dossiers, grants, reports } from '../../db/schema/index.ts'
import { localDate } from '../domain/local-date.ts'
import type { SiteFacts } from '../domain/numbers/count-month.ts'
import { numbersFor, type SchoolProtocol } from '../domain/protocol/numbers.ts'
import { findProtocol } from '../domain/protocol/registry.ts'
import { listFacts } from './dossier-list.ts'
import { toDossier } from './dossiers.ts'
import { calendarOf } from './sites.ts'

/** What can be counted of a site without opening anything. */
export async function siteFacts(db: Database, site: string, school: SchoolProtocol): Promise<SiteFacts> {
  const [calendar, received, opened, linked] = await Promise.all([
    calendarOf(db, site),
    countedReports(db, site),
    db.select().from(dossiers).where(eq(dossiers.siteId, site)),
    db.selectDistinct({ id: dossierLinks.dossierId }).from(dossierLinks).where(eq(dossierLinks.siteId, site)),
  ])
  const entries = await listFacts(
    db,
    site,
    opened.map(({ id }) => id),
  )
  const followers = new Set(linked.map(({ id }) => id))
  return {
    calendar,
    reports: received.map(({ receivedOn, isUrgent, firstAnsweredOn }) => ({
      ...{ receivedOn: localDate(receivedOn), isUrgent },
      firstAnsweredOn: firstAnsweredOn === null ? null : localDate(firstAnsweredOn),
    })),
    dossiers: opened.map(toDossier).map(({ dossier, protocol: name, openedOn }) => ({
      ...{ protocol: findProtocol(name), numbers: numbersFor(school, name), openedOn },
      ...{ followsEarlier: followers.has(dossier), entries: entries.get(dossier) ?? [] },
    })),
  }
}

/** Reports to a vertrouwenspersoon are left out, also where somebody else reads them too: that promise has no small print. */
function countedReports(db: Database, site: string) {
  const adviser = 'confidentialAdviser'
  const toAdviser = db
    .select({ holder: grants.holderId })
    .from(grants)
    .where(
      and(
        ...[eq(grants.siteId, reports.siteId), eq(grants.reportId, reports.id)],
        or(eq(grants.holderId, adviser), like(grants.holderId, `%/${adviser}`)),
      ),
    )
  const { receivedOn, isUrgent, firstAnsweredOn } = reports
  return db
    .select({ receivedOn, isUrgent, firstAnsweredOn })
    .from(reports)
    .where(and(eq(reports.siteId, site), notExists(toAdviser)))
}
