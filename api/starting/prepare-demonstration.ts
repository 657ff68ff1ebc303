import type { OpenDatabase } from '../../db/connect.ts'
import { hasNoStaff } from '../../db/has-no-staff.ts'
import type { SchoolConfig } from '../../db/school-config.ts'
import type { FilledSchool } from '../server.ts'

/**
 * Fills an empty embedded database with a demonstration school, unless DEMO=0. On a PostgreSQL only DEMO=1 does so, and
 * where there is staff already nothing ever does.
 */
export async function prepareDemonstration(
  wish: '0' | '1' | undefined,
  school: SchoolConfig,
  { db, kind }: OpenDatabase,
  filled: FilledSchool,
): Promise<void> {
  const isWanted = wish === undefined ? kind === 'pglite' : wish === '1'
  if (!isWanted || !(await hasNoStaff(db))) return
  console.log('Making a demonstration school …')
  // Loaded only now: no later start needs it.
  const { fillDemonstration } = await import('../../db/demo/demonstration.ts')
  await fillDemonstration(db, filled, school)
}
