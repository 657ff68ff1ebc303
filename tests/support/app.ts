import { randomFillSync } from 'node:crypto'
import type { Deps } from '../../api/deps.ts'
import { localDate } from '../../api/domain/local-date.ts'
import { silentLog } from '../../api/http/log.ts'
import { fillSchool } from '../../db/fill-school.ts'
import { readSchoolConfig } from '../../db/school-config.ts'
import { freshDatabase } from './database.ts'

/** What an app of an empty school needs: no staff, so no keys to wait for. */
export async function emptySchool(): Promise<{ deps: Deps; close(): Promise<void> }> {
  const { db, kind, close } = await freshDatabase()
  const school = readSchoolConfig('school.json')
  const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))
  const today = localDate('2026-11-24')
  const clock = { now: () => new Date(`${today}T10:00:00Z`), today: () => today }
  const instance = await fillSchool(db, { school, today, random })
  const deps: Deps = {
    ...{ db, databaseKind: kind, clock, random, school, instance },
    ...{ log: silentLog, dist: null, hasFreeSpace: async () => true },
  }
  return { deps, close }
}
