import type { Database } from './connect.ts'
import { accounts } from './schema/accounts.ts'

/** A school that nobody has set up yet. */
export const hasNoStaff = async (db: Database): Promise<boolean> =>
  (await db.select({ id: accounts.id }).from(accounts).limit(1)).length === 0
