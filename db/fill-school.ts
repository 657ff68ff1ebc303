import { eq, max, sql } from 'drizzle-orm'
import type { LocalDate } from '../api/domain/local-date.ts'
import type { Database } from './connect.ts'
import { auditEvents } from './schema/audit.ts'
import { instance } from './schema/instance.ts'
import { siteHolidays, sites } from './schema/sites.ts'
import type { SchoolConfig } from './school-config.ts'
import { holidaysOf } from './school-holidays.ts'

/** What this installation is. `salt` and `secret` are base64url of 32 bytes. */
export type Instance = Readonly<{ slug: string; salt: string; secret: string; createdOn: LocalDate }>

type Filling = Readonly<{
  school: SchoolConfig
  today: LocalDate
  random: (bytes: number) => Uint8Array
  /** AUTH_SECRET; without it a secret is made and kept in the database. */
  authSecret?: string | undefined
}>

const fillLock = 36_778

/** The log of the site says whether somebody changed its settings; nothing is ever taken out of it. */
const notEditedYet = sql`not exists (select 1 from ${auditEvents} where ${auditEvents.siteId} = ${sites.id}
  and ${auditEvents.action} = 'changed' and ${auditEvents.subject} = 'site' and ${auditEvents.detail} in ('settings', 'made'))`

/**
 * Brings the school's configuration into the database: once for the installation, at every start for its sites. Two
 * processes may do it at the same time. What a school changed itself stays as it is: its days off, and a site from the
 * moment somebody edited it on a screen.
 */
export async function fillSchool(db: Database, filling: Filling): Promise<Instance> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${fillLock})`)
    const filled = await fillInstance(tx, filling)
    for (const [position, site] of filling.school.sites.entries()) {
      const { name, region, schoolTypes, phone } = site
      const set = { name, region, schoolTypes, phone, position }
      await tx
        .insert(sites)
        .values({ id: site.id, ...set })
        .onConflictDoUpdate({ target: sites.id, set, setWhere: notEditedYet })
      await fillHolidays(tx, site)
    }
    return filled
  })
}

async function fillInstance(db: Database, { school, today, random, authSecret }: Filling): Promise<Instance> {
  const base64Url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  await db
    .insert(instance)
    .values({
      id: 1,
      slug: school.slug,
      salt: base64Url(random(32)),
      secret: authSecret ? null : base64Url(random(32)),
      createdOn: today,
    })
    .onConflictDoNothing()
  const [row] = await db.select().from(instance).where(eq(instance.id, 1))
  if (!row) throw new Error('the instance row is gone')
  if (row.slug !== school.slug) {
    throw new Error(`This database belongs to the school "${row.slug}", and the configuration is of "${school.slug}".`)
  }
  const secret = authSecret ?? row.secret
  if (!secret) throw new Error('This database was made with an AUTH_SECRET: start with the same one.')
  return { slug: row.slug, salt: row.salt, secret, createdOn: row.createdOn as LocalDate }
}

/** Only what comes after the last day off that the site has, so that a day the school took out is not put back. */
async function fillHolidays(db: Database, { id, region }: SchoolConfig['sites'][number]): Promise<void> {
  const [known] = await db
    .select({ until: max(siteHolidays.lastDay) })
    .from(siteHolidays)
    .where(eq(siteHolidays.siteId, id))
  const after = known?.until ?? ''
  const missing = holidaysOf(region).filter(({ firstDay }) => firstDay > after)
  if (missing.length > 0) await db.insert(siteHolidays).values(missing.map((holiday) => ({ siteId: id, ...holiday })))
}
