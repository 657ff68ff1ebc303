import { readdirSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

const migrations = readdirSync(new URL('../../db/migrations', import.meta.url)).filter((name) => name.endsWith('.sql'))

let opened: FreshDatabase
beforeAll(async () => {
  opened = await freshDatabase()
})
afterAll(() => opened.close())

const migrated = () => rowsOf<{ hash: string }>(opened.db, sql`select hash from drizzle.__drizzle_migrations`)

const empty = async () => {
  await opened.db.execute(sql`drop schema public cascade`)
  await opened.db.execute(sql`drop schema drizzle cascade`)
  await opened.db.execute(sql`create schema public`)
}

test('migrating an up-to-date database changes nothing', async () => {
  expect(await migrated()).toHaveLength(migrations.length)
  await migrate(opened.db)
  expect(await migrated()).toHaveLength(migrations.length)
})

test('of processes that migrate an empty database at once only one does the work', async () => {
  await empty()
  await Promise.all([migrate(opened.db), migrate(opened.db), migrate(opened.db)])
  expect(await migrated()).toHaveLength(migrations.length)
  expect(await rowsOf(opened.db, sql`select * from reports`)).toEqual([])
})

test('a migration that fails half-way leaves nothing behind', async () => {
  await empty()
  // Stands in the way of a table that the migration makes late.
  await opened.db.execute(sql`create table staff_keys (id int)`)
  await expect(migrate(opened.db)).rejects.toThrow()
  const tables = await rowsOf<{ name: string }>(
    opened.db,
    sql`select table_name as name from information_schema.tables where table_schema in ('public', 'drizzle')`,
  )
  expect(tables).toEqual([{ name: 'staff_keys' }])
})
