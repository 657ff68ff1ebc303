import { sql } from 'drizzle-orm'
import type { Database } from '../connect.ts'
import { hasNoStaff } from '../has-no-staff.ts'
import type { SchoolConfig } from '../school-config.ts'
import { demonstrationCode } from './access.ts'
import { dossierStories } from './dossier-stories.ts'
import { makeDossier } from './make-dossier.ts'
import { makeNumbers } from './make-numbers.ts'
import { makePlan } from './make-plan.ts'
import { makeReport } from './make-report.ts'
import { type Maker, makeStaff } from './make-staff.ts'
import { demonstrationPeople, demonstrationSites } from './people.ts'
import { stories } from './stories.ts'
import { vouchForEachOther } from './vouch.ts'

const demonstrationLock = 36_779

/**
 * A school to try the program with: made-up staff at every site, a yearly plan at two, numbers of earlier years, and a few reports and dossiers at
 * the first. Everything has real keys and is sealed as browsers would do it. Comes in whole or not at all, and only where
 * there is no staff yet.
 *
 * The sheets of the sites are dropped here: a site's key is with its director only, sealed, and what a sheet opens is
 * lost where there is none.
 */
export async function fillDemonstration(db: Database, maker: Maker, school: SchoolConfig): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${demonstrationLock})`)
    if (!(await hasNoStaff(tx))) return
    const made = await makeStaff(tx, maker, demonstrationPeople(school))
    await vouchForEachOther(tx, maker, made)
    const [first, second] = demonstrationSites(school.sites.map(({ id }) => id))
    for (const planned of [first, second]) {
      if (planned) await makePlan(tx, { site: planned, today: maker.today, protocol: school.protocol })
    }
    const sites = school.sites.map(({ id }) => id).sort()
    await makeNumbers(tx, { sites, today: maker.today, protocol: school.protocol })
    const site = made.find((candidate) => candidate.site === first)
    if (!site) return
    for (const [index, story] of stories.entries()) {
      await makeReport(tx, maker, site, demonstrationCode(maker.instance, index), story)
    }
    for (const story of dossierStories) await makeDossier(tx, maker, site, story)
  })
}
