import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { grants, neighbours } from '../../db/schema/index.ts'
import { homeOf } from '../domain/holder-id.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { mayDo } from '../domain/ownership-changes.ts'
import { vouchedSites } from './neighbours.ts'
import { lockOwnership, saveKeysDue } from './ownership.ts'

type Withdrawn = 'done' | 'not-there' | 'owner-needed'

/** From this moment nobody of the other site reads what stands here; refused while they are the only ones who can. */
export async function withdrawNeighbour(
  tx: Database,
  site: string,
  neighbour: string,
  today: LocalDate,
): Promise<Withdrawn> {
  const ownership = await lockOwnership(tx, site, today)
  if (!(await vouchedSites(tx, site)).includes(neighbour)) return 'not-there'
  const outcome = mayDo(ownership, { kind: 'withdraw', site: neighbour })
  if (!outcome.ok) return 'owner-needed'
  await saveKeysDue(tx, site, outcome.value)
  await tx
    .update(neighbours)
    .set({ withdrawnOn: today })
    .where(and(eq(neighbours.siteId, site), eq(neighbours.neighbourId, neighbour)))
  const held = await tx.selectDistinct({ holder: grants.holderId }).from(grants).where(eq(grants.siteId, site))
  const theirs = held.map(({ holder }) => holder).filter((holder) => homeOf(site, holder).site === neighbour)
  if (theirs.length > 0) {
    await tx.delete(grants).where(and(eq(grants.siteId, site), inArray(grants.holderId, theirs)))
  }
  return 'done'
}
