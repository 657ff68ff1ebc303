import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { functionKeyShares, memberships } from '../../db/schema/index.ts'
import { isReceivingFunction } from '../domain/roles.ts'

/** The people who can open something through one of these functions: members who have its key. */
export async function keyHoldersOf(
  db: Database,
  site: string,
  holders: readonly string[],
): Promise<readonly Readonly<{ role: string; holder: string }>[]> {
  const roles = holders.filter(isReceivingFunction)
  if (roles.length === 0) return []
  return db
    .selectDistinct({ role: functionKeyShares.role, holder: functionKeyShares.staffId })
    .from(functionKeyShares)
    .innerJoin(
      memberships,
      and(
        eq(memberships.siteId, functionKeyShares.siteId),
        eq(memberships.role, functionKeyShares.role),
        eq(memberships.staffId, functionKeyShares.staffId),
      ),
    )
    .where(
      and(
        ...[eq(functionKeyShares.siteId, site), inArray(functionKeyShares.role, roles)],
        isNotNull(functionKeyShares.sealed),
      ),
    )
}
