import { randomFillSync } from 'node:crypto'
import { systemClock } from '../../../api/http/clock.ts'
import { openDatabase } from '../../../db/connect.ts'
import { type MadeSite, makeStaff } from '../../../db/demo/make-staff.ts'
import { fillSchool } from '../../../db/fill-school.ts'
import { migrate } from '../../../db/migrate.ts'
import { readSchoolConfig } from '../../../db/school-config.ts'

export const staffEmail = 'vertrouwenspersoon@school.test'
export const staffPassword = 'geheim-genoeg'

export type SmallSchool = Readonly<{ salt: Uint8Array; site: MadeSite }>

/** Puts a school with one vertrouwenspersoon at Ede into a database, and closes it. */
export async function makeSmallSchool(place: { dataDir: string; databaseUrl?: string }): Promise<SmallSchool> {
  const { db, close } = await openDatabase(place)
  await migrate(db)
  const maker = { random: (bytes: number) => randomFillSync(new Uint8Array(bytes)), today: systemClock.today() }
  const instance = await fillSchool(db, { school: readSchoolConfig('school.json'), ...maker })
  const [site] = await makeStaff(db, { instance, ...maker }, [
    {
      ...{ email: staffEmail, password: staffPassword, name: 'Vera Visser', site: 'ede' },
      roles: ['confidentialAdviser'],
    },
  ])
  await close()
  if (!site) throw new Error('a school without a site')
  return { salt: Buffer.from(instance.salt, 'base64url'), site }
}
