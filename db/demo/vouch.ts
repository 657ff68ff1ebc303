import { inArray } from 'drizzle-orm'
import { vouchFor } from '../../web/crypto/neighbour.ts'
import type { Database } from '../connect.ts'
import { neighbours, sites } from '../schema/index.ts'
import type { MadeSite, Maker } from './make-staff.ts'

/** As if each director had compared the keys of the others, so that sharing with another site can be tried. */
export async function vouchForEachOther(
  db: Database,
  { instance, today }: Maker,
  made: readonly Pick<MadeSite, 'site' | 'siteKey' | 'siteSecret'>[],
): Promise<void> {
  if (made.length < 2) return
  const ids = made.map(({ site }) => site)
  const rows = await db.select({ id: sites.id, name: sites.name }).from(sites).where(inArray(sites.id, ids))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const said = made.flatMap(({ site, siteSecret }) =>
    made
      .filter((other) => other.site !== site)
      .map(({ site: neighbour, siteKey }) => {
        const body = {
          instance: instance.salt,
          site,
          neighbour,
          name: names.get(neighbour) ?? '',
          siteKey,
          issuedOn: today,
        }
        return { siteId: site, neighbourId: neighbour, statement: vouchFor(body, siteSecret) }
      }),
  )
  await db.insert(neighbours).values(said)
}
