import { randomFillSync } from 'node:crypto'
import { localDate } from '../../api/domain/local-date.ts'
import { openDatabase } from '../../db/connect.ts'
import { makeStaff, type Person } from '../../db/demo/make-staff.ts'
import { fillSchool } from '../../db/fill-school.ts'
import { migrate } from '../../db/migrate.ts'
import { readSchoolConfig } from '../../db/school-config.ts'

/**
 * Fills a database with the school and the given people, and nothing of the demonstration: their passwords are known
 * to nobody else, and no log names them.
 */
export async function fillWithPeople(
  place: { dataDir: string; databaseUrl?: string | undefined },
  people: readonly Person[],
): Promise<void> {
  const { db, close } = await openDatabase(place)
  try {
    await migrate(db)
    const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))
    const today = localDate(new Date().toISOString().slice(0, 10))
    const instance = await fillSchool(db, { school: readSchoolConfig(), today, random })
    await makeStaff(db, { instance, random, today }, people)
  } finally {
    await close()
  }
}
