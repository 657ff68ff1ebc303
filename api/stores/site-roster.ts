import type { Database } from '../../db/connect.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type Generation, listGenerations } from './function-keys.ts'
import { listPeople, type PersonOfSite } from './holders.ts'

/** The roster of a site (see api/domain/roster.ts) as the database has it today. */
export type SiteRoster = Readonly<{ people: readonly PersonOfSite[]; generations: readonly Generation[] }>

export async function loadRoster(db: Database, site: string, today: LocalDate): Promise<SiteRoster> {
  const [people, generations] = await Promise.all([listPeople(db, site, today), listGenerations(db, site)])
  return { people, generations }
}
