import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { siteKeyShares, sites, staff } from '../../db/schema/index.ts'

export type SiteKeyState = Readonly<{ siteName: string; siteKey: string | null; escrow: string | null }>

export async function findSiteKey(db: Database, site: string): Promise<SiteKeyState | null> {
  const [row] = await db
    .select({ siteName: sites.name, siteKey: sites.siteKey, escrow: sites.escrow })
    .from(sites)
    .where(eq(sites.id, site))
  return row ?? null
}

/** Only a site without a key gets one: everybody who works there has pinned the key it has. */
export async function setSiteKey(
  tx: Database,
  site: string,
  { siteKey, escrow }: Readonly<{ siteKey: string; escrow: string }>,
): Promise<boolean> {
  const changed = await tx
    .update(sites)
    .set({ siteKey, escrow })
    .where(and(eq(sites.id, site), isNull(sites.siteKey)))
    .returning({ id: sites.id })
  return changed.length > 0
}

/** The seed of the site key as it was sealed to the directors who have it. */
export const listSiteKeyShares = (db: Database, site: string) =>
  db
    .select({ holder: siteKeyShares.staffId, sealed: siteKeyShares.sealed })
    .from(siteKeyShares)
    .where(eq(siteKeyShares.siteId, site))
    .orderBy(asc(siteKeyShares.staffId))

export async function putSiteKeyShare(tx: Database, site: string, holder: string, sealed: Uint8Array): Promise<void> {
  await tx
    .insert(siteKeyShares)
    .values({ siteId: site, staffId: holder, sealed })
    .onConflictDoUpdate({ target: [siteKeyShares.siteId, siteKeyShares.staffId], set: { sealed } })
}

export async function dropSiteKeyShare(tx: Database, site: string, holder: string): Promise<void> {
  await tx.delete(siteKeyShares).where(and(eq(siteKeyShares.siteId, site), eq(siteKeyShares.staffId, holder)))
}

/** What this person says of the site key, see web/crypto/pin.ts. */
export async function storePin(db: Database, site: string, holder: string, pin: string): Promise<void> {
  await db
    .update(staff)
    .set({ pinnedSiteKey: pin })
    .where(and(eq(staff.siteId, site), eq(staff.id, holder)))
}
