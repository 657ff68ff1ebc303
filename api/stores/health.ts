import { sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'

/** @throws when the database does not answer. */
export async function assertAnswers(db: Database): Promise<void> {
  await db.execute(sql`select 1`)
}
