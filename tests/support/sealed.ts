import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { type Database, rowsOf } from '../../db/connect.ts'
import { looksSealed } from '../../web/crypto/sealed-shape.ts'

export type Column = Readonly<{ table: string; column: string; type: string }>

/** Every column of the program's own tables, as the database knows them. */
export const listColumns = (db: Database): Promise<Column[]> =>
  rowsOf(
    db,
    sql`select table_name as "table", column_name as "column", data_type as "type" from information_schema.columns
        where table_schema = 'public' order by table_name, ordinal_position`,
  )

const most = 200

/**
 * Every stored byte string is an age file, of one of at most five sizes, so that neither content nor length says
 * anything. Call it when a test has left a database full of what people wrote. Returns how many values it looked at.
 */
export async function assertSealed(db: Database): Promise<number> {
  const sizes = new Set<number>()
  const open: string[] = []
  let count = 0
  for (const { table, column } of (await listColumns(db)).filter(({ type }) => type === 'bytea')) {
    for await (const value of valuesOf(db, table, column)) {
      count += 1
      sizes.add(value.length)
      if (!looksSealed(value)) open.push(`${table}.${column} (${value.length} bytes)`)
    }
  }
  expect(open, 'stored without being sealed').toEqual([])
  expect(sizes.size, `sizes stored: ${[...sizes].join(', ')}`).toBeLessThanOrEqual(5)
  return count
}

async function* valuesOf(db: Database, table: string, column: string): AsyncGenerator<Uint8Array> {
  for (let offset = 0; ; offset += most) {
    const [from, name] = [sql.identifier(table), sql.identifier(column)]
    const rows = await rowsOf<{ value: Uint8Array }>(
      db,
      sql`select ${name} as value from ${from} where ${name} is not null order by ctid limit ${most} offset ${offset}`,
    )
    for (const { value } of rows) yield new Uint8Array(value)
    if (rows.length < most) return
  }
}
