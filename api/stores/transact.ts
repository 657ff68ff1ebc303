import type { Database } from '../../db/connect.ts'
import { databaseErrorCode } from '../../db/database-error.ts'

/** Unique violation, serialisation failure, deadlock: another request was first; look again. */
const raceCodes = new Set(['23505', '40001', '40P01'])
const tries = 4

/**
 * Runs the work in one transaction, and again when another request got in between. Inside it only `tx` may be used:
 * with the embedded database the outer one waits for ever.
 */
export async function transact<Result>(db: Database, work: (tx: Database) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(work)
    } catch (error) {
      if (attempt === tries || !raceCodes.has(databaseErrorCode(error) ?? '')) throw error
    }
  }
}
