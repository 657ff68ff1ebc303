import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { formerCertificates, functionKeyShares, holders } from '../../db/schema/index.ts'
import { receivingFunctions } from '../domain/roles.ts'
import { byHome } from './elsewhere.ts'
import { statementsAbout } from './neighbours.ts'

/**
 * The certificates somebody needs to check a conversation: of everybody it was ever granted to, and of all who ever had
 * the key of those functions, because they sign what they write with their own key. Those in force come first; then the earlier ones of the
 * same holders, because what was written under an older key must still be checked. For those of other sites, with what
 * this site signed about their keys.
 */
export async function certificatesFor(
  db: Database,
  site: string,
  granted: readonly string[],
): Promise<readonly string[]> {
  const homes = byHome(site, granted)
  const others = [...homes.keys()].filter((home) => home !== site)
  const found: string[] = []
  for (const [home, own] of homes) found.push(...(await certificatesAt(db, home, own)))
  return [...found, ...(await statementsAbout(db, site, others))]
}

async function certificatesAt(db: Database, site: string, granted: readonly string[]): Promise<readonly string[]> {
  const roles = receivingFunctions.filter((role) => granted.includes(role))
  const members =
    roles.length === 0
      ? []
      : await db
          .selectDistinct({ holder: functionKeyShares.staffId })
          .from(functionKeyShares)
          .where(and(eq(functionKeyShares.siteId, site), inArray(functionKeyShares.role, roles)))
  const ids = [...new Set([...granted, ...members.map(({ holder }) => holder)])]
  if (ids.length === 0) return []
  const [current, former] = await Promise.all([
    db
      .select({ certificate: holders.certificate })
      .from(holders)
      .where(and(eq(holders.siteId, site), inArray(holders.id, ids)))
      .orderBy(asc(holders.id)),
    db
      .select({ certificate: formerCertificates.certificate })
      .from(formerCertificates)
      .where(and(eq(formerCertificates.siteId, site), inArray(formerCertificates.holderId, ids)))
      .orderBy(asc(formerCertificates.holderId), desc(formerCertificates.position)),
  ])
  return [...current, ...former].flatMap(({ certificate }) => certificate ?? [])
}
