import { randomFillSync } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { createApp } from '../../api/app.ts'
import type { Deps } from '../../api/deps.ts'
import { type LocalDate, localDate } from '../../api/domain/local-date.ts'
import { silentLog } from '../../api/http/log.ts'
import { hashOf } from '../../api/stores/hashes.ts'
import type { Database } from '../../db/connect.ts'
import { type MadeSite, makeStaff, type Person } from '../../db/demo/make-staff.ts'
import { fillSchool, type Instance } from '../../db/fill-school.ts'
import { drafts } from '../../db/schema/index.ts'
import { readSchoolConfig, type SchoolConfig } from '../../db/school-config.ts'
import { type Filled, fillDatabase, freshDatabase } from './database.ts'
import { apiOf, type SchoolApi } from './school-api.ts'

/** A Tuesday in an ordinary week. */
export const ordinaryDay = localDate('2026-11-24')

export const password = 'geheim-genoeg'
export const mailOf = (who: string, site = 'ede') => `${who}.${site}@school.test`

const person = (who: string, name: string, more: Partial<Person>): Person => ({
  email: mailOf(who, more.site),
  password,
  name,
  site: 'ede',
  roles: [],
  ...more,
})

/** Two vertrouwenspersonen, because access often differs for the second of a function. */
export const people: readonly Person[] = [
  person('vertrouwenspersoon', 'Vera Visser', { roles: ['confidentialAdviser'] }),
  person('vertrouwenspersoon2', 'Victor Vos', { roles: ['confidentialAdviser', 'teamLeader'] }),
  person('coordinator', 'Coen Kok', { roles: ['bullyingCoordinator'], isFindable: true }),
  person('aanspreekpunt', 'Anna Aker', { roles: ['contactPerson'] }),
  person('mentor', 'Mo Meijer', { roles: ['mentor'], mentorOf: ['1A'] }),
  person('mentor2', 'Mia Mol', { roles: ['mentor'], mentorOf: ['1A', '2B'], isFindable: true }),
  person('beheerder', 'Siem Smit', { roles: ['systemAdministrator'] }),
  person('directeur', 'Dirk Dam', { roles: ['director'] }),
  person('vertrouwenspersoon', 'Alma Almering', { site: 'almere', roles: ['confidentialAdviser'] }),
]

export type School = Readonly<{
  deps: Deps
  app: ReturnType<typeof createApp>
  api: SchoolApi
  site: MadeSite
  otherSite: MadeSite
  salt: Uint8Array
  /** Stands on another day, or at another moment, from now on. */
  standOn(day: LocalDate): void
  pass(milliseconds: number): void
  /** Opens a draft without the work. For tests that are about something else. */
  openDraft(site: string): Promise<string>
  close(): Promise<void>
}>

type Options = Readonly<{ deps?: Partial<Deps>; config?: Partial<SchoolConfig> }>

type Made = Readonly<{ instance: Instance; sites: readonly MadeSite[] }>

const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))

async function fill(db: Database, config: SchoolConfig): Promise<Made> {
  const instance = await fillSchool(db, { school: config, today: ordinaryDay, random })
  return { instance, sites: await makeStaff(db, { instance, random, today: ordinaryDay }, people) }
}

/** Real keys take seconds to make, and no test changes them: made once per process, and copied with their database. */
let ordinarySchool: Promise<readonly [Filled, Made]> | undefined

async function makeOrdinarySchool(): Promise<readonly [Filled, Made]> {
  let made: Made | undefined
  const filled = await fillDatabase(async (db) => {
    made = await fill(db, readSchoolConfig('school.json'))
  })
  if (!made) throw new Error('nothing was filled')
  return [filled, made]
}

async function openFilled(config: Partial<SchoolConfig> | undefined) {
  const school = { ...readSchoolConfig('school.json'), ...config }
  if (config) {
    const database = await freshDatabase()
    return { ...database, school, ...(await fill(database.db, school)) }
  }
  ordinarySchool ??= makeOrdinarySchool()
  const [filled, made] = await ordinarySchool
  return { ...(await freshDatabase(filled)), school, ...made }
}

/** A small school with real keys, on the database the run asks for. */
export async function openSchool({ deps: more, config }: Options = {}): Promise<School> {
  const { db, kind, close, school, instance, sites } = await openFilled(config)
  const [site, otherSite] = sites
  if (!site || !otherSite) throw new Error('a school without sites')
  let moment = new Date(`${ordinaryDay}T10:00:00Z`)
  const clock = { now: () => moment, today: () => localDate(moment.toISOString().slice(0, 10)) }
  const deps: Deps = {
    ...{ db, databaseKind: kind, clock, random, school, instance },
    ...{ log: silentLog, dist: null, hasFreeSpace: async () => true, ...more },
  }
  const app = createApp(deps)
  return {
    ...{ deps, app, site, otherSite, close },
    api: apiOf((request) => app.fetch(request)),
    salt: Buffer.from(instance.salt, 'base64url'),
    standOn: (day) => {
      moment = new Date(`${day}T10:00:00Z`)
    },
    pass: (milliseconds) => {
      moment = new Date(moment.getTime() + milliseconds)
    },
    openDraft: async (siteId) => {
      const token = random(32)
      await db.insert(drafts).values({ tokenHash: hashOf(token), siteId, openedOn: clock.today() })
      return Buffer.from(token).toString('base64url')
    },
  }
}

/** The school of one test, closed after it. */
export async function schoolOfThisTest(options?: Options): Promise<School> {
  const school = await openSchool(options)
  onTestFinished(school.close)
  return school
}
