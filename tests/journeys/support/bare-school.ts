import { randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localDate } from '../../../api/domain/local-date.ts'
import { type DatabaseKind, openDatabase } from '../../../db/connect.ts'
import type { Person } from '../../../db/demo/make-staff.ts'
import { fillSchool } from '../../../db/fill-school.ts'
import { migrate } from '../../../db/migrate.ts'
import { readSchoolConfig } from '../../../db/school-config.ts'
import { insertNewcomer } from '../../support/newcomer.ts'
import { makePostgresDatabase } from '../../support/postgres-database.ts'
import { type RunningServer, startServer } from '../../support/server.ts'
import { test as journey } from './journey.ts'

export const bareSite = 'velp'
export const barePassword = 'nog-nergens-gebruikt'
export const bareMail = (who: string) => `${who}@bare.test`

const person = (who: string, name: string, roles: Person['roles']): Person => ({
  ...{ email: bareMail(who), password: barePassword, name, site: bareSite, roles },
})

/** A site on its first day: everybody made their keys, and there is no site key. */
const people: readonly Person[] = [
  person('directeur', 'Dora Dorst', ['director']),
  person('adjunct', 'Ada Adjunct', ['director']),
  person('vera', 'Vera Visser', ['confidentialAdviser']),
  person('victor', 'Victor Vos', []),
  person('coen', 'Coen Kok', ['bullyingCoordinator']),
  person('mo', 'Mo Meijer', ['mentor']),
]

export type BareSchool = RunningServer &
  Readonly<{ kind: DatabaseKind; dataDir: string; databaseUrl: string | undefined }>

/** Journeys with a school of their own, because they change who can read what. */
export const test = journey.extend<object, { server: BareSchool }>({
  server: [
    async ({ databaseKind }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'vijfspoor-bare-'))
      const database = databaseKind === 'postgres' ? await makePostgresDatabase() : null
      const place = { dataDir, ...(database && { databaseUrl: database.url }) }
      await fill(place)
      const server = await startServer(place)
      const school: BareSchool = { ...server, kind: databaseKind, dataDir, databaseUrl: database?.url }
      await use(school)
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
      await database?.drop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

async function fill(place: { dataDir: string; databaseUrl?: string }): Promise<void> {
  const { db, close } = await openDatabase(place)
  try {
    await migrate(db)
    const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))
    const today = localDate(new Date().toISOString().slice(0, 10))
    const instance = await fillSchool(db, { school: readSchoolConfig(), today, random })
    for (const one of people) await insertNewcomer(db, { instance, today }, one)
  } finally {
    await close()
  }
}
