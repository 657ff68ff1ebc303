import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { type Database, rowsOf } from '../../../db/connect.ts'
import type { Place } from './search.ts'

/** Every row of every table as PostgreSQL writes it (bytea as hex), system tables with what they say about ours too. */
export async function dumpTables(db: Database): Promise<Place[]> {
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname <> 'pg_catalog'
        union all select 'pg_catalog.pg_statistic' union all select 'pg_catalog.pg_description' order by 1`,
  )
  const places: Place[] = []
  for (const { name } of tables) {
    const rows = await rowsOf<{ line: string }>(db, sql`select t::text as line from ${sql.raw(name)} t`)
    places.push({ name: `table ${name}`, bytes: Buffer.from(rows.map(({ line }) => line).join('\n')) })
  }
  return places
}

/** The raw files under a directory: what a deleted or rewritten row leaves behind, and the write-ahead log. */
export function* filesUnder(directory: string): Generator<Place> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name)
    yield { name: `file ${path.slice(directory.length + 1)}`, bytes: readFileSync(path) }
  }
}
