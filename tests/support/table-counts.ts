import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { type Database, rowsOf } from '../../db/connect.ts'
import * as schema from '../../db/schema/index.ts'

export const tables: readonly PgTable[] = Object.values(schema).flatMap((value) => (is(value, PgTable) ? [value] : []))

/** How many rows each table has, to see that a refusal left nothing behind. */
export async function countRows(db: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const [row] = await rowsOf<{ rows: number }>(db, sql`select count(*)::int as rows from ${table}`)
    counts[getTableName(table)] = row?.rows ?? -1
  }
  return counts
}
