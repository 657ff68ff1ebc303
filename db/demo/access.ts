import { createHmac } from 'node:crypto'
import { like, sql } from 'drizzle-orm'
import { type AccessCode, makeAccessCode } from '../../web/crypto/access-code.ts'
import type { Database } from '../connect.ts'
import type { Instance } from '../fill-school.ts'
import { accounts } from '../schema/accounts.ts'
import { demonstrationDomain } from './people.ts'

/**
 * The access code of a story. Real codes exist in a reporter's hands only; these follow from the secret of the
 * installation, so that every start can print one.
 */
export function demonstrationCode({ secret }: Pick<Instance, 'secret'>, index: number): AccessCode {
  const bytes = createHmac('sha256', secret).update(`vijfspoor demonstration code ${index}`).digest()
  return makeAccessCode((count) => bytes.subarray(0, count))
}

/** The first parts of the addresses of the demonstration's accounts, by site. */
export async function listDemonstrationAccounts(db: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .select({ email: accounts.email })
    .from(accounts)
    .where(like(accounts.email, `%@${demonstrationDomain}`))
    .orderBy(sql`${accounts.email} collate "C"`)
  const bySite = new Map<string, string[]>()
  for (const { email } of rows) {
    const [address = '', site = ''] = email.slice(0, email.indexOf('@')).split('.')
    bySite.set(site, [...(bySite.get(site) ?? []), address])
  }
  return bySite
}
