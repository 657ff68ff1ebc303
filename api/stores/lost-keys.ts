import { and, eq, inArray, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { grants, passkeyBoxes, passkeys, reports, sites, staff } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { receivingFunctions } from '../domain/roles.ts'
import { standingsOf } from './elsewhere.ts'
import { takeKeys } from './function-keys.ts'
import { replaceCertificate } from './holders.ts'
import { dropDossierGrantsOf, makeDossierKeysDue } from './owned-dossiers.ts'
import { dropSecondFactor } from './second-factors.ts'
import { endAllSessions } from './sessions.ts'
import { dropSiteKeyShare } from './site-keys.ts'

/**
 * Takes everything away that was sealed to keys somebody has lost: they can open it no longer, and perhaps somebody else
 * can. Their functions need a next key, and what they could read a next report key; the certificates of before stay for
 * what they wrote. To be followed by their new keys, which the director signs.
 */
export async function dropLostKeys(tx: Database, account: string, today: LocalDate): Promise<void> {
  const places = await tx
    .select({ site: staff.siteId, holder: staff.id })
    .from(staff)
    .where(eq(staff.accountId, account))
    .orderBy(staff.siteId)
  for (const { site, holder } of places) {
    // As every change of who handles reports at a site does, so that none comes in half-way.
    await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, site)).for('no key update')
    await replaceCertificate(tx, site, holder, null)
    await dropSiteKeyShare(tx, site, holder)
    const closed = await standingsOf(tx, site, holder)
    for (const role of receivingFunctions) {
      if (await takeKeys(tx, site, role, holder, today)) closed.push(...(await standingsOf(tx, site, role)))
    }
    for (const at of new Set(closed.map((standing) => standing.site))) {
      const ids = closed.filter((standing) => standing.site === at).map((standing) => standing.holder)
      await makeKeysDue(tx, at, inArray(grants.holderId, ids))
    }
    await makeDossierKeysDue(
      tx,
      site,
      closed.filter((standing) => standing.site === site).map((standing) => standing.holder),
    )
    for (const standing of await standingsOf(tx, site, holder)) {
      await tx.delete(grants).where(and(eq(grants.siteId, standing.site), eq(grants.holderId, standing.holder)))
    }
    await dropDossierGrantsOf(tx, site, holder)
  }
  await tx.update(staff).set({ pinnedSiteKey: null }).where(eq(staff.accountId, account))
  await tx.delete(passkeyBoxes).where(eq(passkeyBoxes.accountId, account))
  await tx.delete(passkeys).where(eq(passkeys.userId, account))
  await dropSecondFactor(tx, account)
  await endAllSessions(tx, account)
}

async function makeKeysDue(tx: Database, site: string, isConcerned: SQL): Promise<void> {
  const concerned = tx
    .select({ id: grants.reportId })
    .from(grants)
    .where(and(eq(grants.siteId, site), isConcerned))
  await tx
    .update(reports)
    .set({ isKeyDue: true })
    .where(and(eq(reports.siteId, site), inArray(reports.id, concerned)))
}
