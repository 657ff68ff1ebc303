import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { formerCertificates, holders, staff } from '../../db/schema/index.ts'
import { holderSeenFrom } from '../domain/holder-id.ts'
import { byHome } from './elsewhere.ts'
import { statementsAbout } from './neighbours.ts'
import type { CertifiedReader } from './readers.ts'

/**
 * Certificates of people who wrote something, those of before included, and of people who left: what they wrote must
 * still be checked. They say nothing about who can be written to. Of another site only when this one vouched for it,
 * together with what it signed about that.
 */
export async function findAuthors(
  db: Database,
  site: string,
  ids: readonly string[],
): Promise<readonly CertifiedReader[]> {
  const found: CertifiedReader[] = []
  for (const [home, own] of byHome(site, ids)) {
    const [statement] = await statementsAbout(db, site, [home])
    if (home !== site && statement === undefined) continue
    const authors = await authorsAt(db, home, own)
    if (statement && authors.length > 0) found.push({ holder: home, name: '', certificate: statement })
    found.push(...authors.map((author) => ({ ...author, holder: holderSeenFrom(site, home, author.holder) })))
  }
  return found
}

async function authorsAt(db: Database, site: string, ids: readonly string[]): Promise<readonly CertifiedReader[]> {
  const isMeant = and(eq(staff.siteId, site), inArray(staff.id, [...ids]))
  const [current, former] = await Promise.all([
    db
      .select({ holder: staff.id, name: staff.name, certificate: holders.certificate })
      .from(staff)
      .innerJoin(holders, and(eq(holders.siteId, staff.siteId), eq(holders.id, staff.id)))
      .where(isMeant)
      .orderBy(asc(staff.id)),
    db
      .select({ holder: staff.id, name: staff.name, certificate: formerCertificates.certificate })
      .from(staff)
      .innerJoin(
        formerCertificates,
        and(eq(formerCertificates.siteId, staff.siteId), eq(formerCertificates.holderId, staff.id)),
      )
      .where(isMeant)
      .orderBy(asc(staff.id), desc(formerCertificates.position)),
  ])
  return [...current, ...former].flatMap(({ certificate, ...row }) =>
    certificate === null ? [] : [{ ...row, certificate }],
  )
}
