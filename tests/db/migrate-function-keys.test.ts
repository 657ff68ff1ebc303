import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

let opened: FreshDatabase
beforeAll(async () => {
  opened = await freshDatabase()
})
afterAll(() => opened.close())

/** A database as the first version left it: the key of a function stood with the membership. */
async function asTheFirstVersionLeftIt(): Promise<void> {
  const { db } = opened
  const [first] = readMigrationFiles({ migrationsFolder: new URL('../../db/migrations', import.meta.url).pathname })
  if (!first) throw new Error('no migration')
  await db.execute(sql`drop schema public cascade`)
  await db.execute(sql`create schema public`)
  for (const statement of first.sql) await db.execute(sql.raw(statement))
  await db.execute(sql`delete from drizzle.__drizzle_migrations where created_at > ${first.folderMillis}`)
  const certificate = JSON.stringify({ certified: { recipient: 'age1pq1function' }, signature: 's' })
  await db.execute(sql`insert into instance (id, slug, salt, created_on) values (1, 'school', 'salt', '2026-09-01')`)
  await db.execute(
    sql`insert into sites (id, name, region, school_types, position, site_key) values ('ede', 'Ede', 'midden', '{vmbo}', 0, 'k')`,
  )
  await db.execute(sql`insert into accounts (id, name, email) values ('a', 'Vera Visser', 'vera@school.test')`)
  await db.execute(
    sql`insert into staff_keys (account_id, recipient, signing_key, box) values ('a', 'r', 's', ${new Uint8Array([1])})`,
  )
  await db.execute(
    sql`insert into holders (site_id, id, kind, certificate) values ('ede', 'vera', 'staff', 'c'), ('ede', 'confidentialAdviser', 'function', ${certificate})`,
  )
  await db.execute(sql`insert into staff (site_id, id, account_id, name) values ('ede', 'vera', 'a', 'Vera Visser')`)
  await db.execute(
    sql`insert into memberships (site_id, role, staff_id, function_key) values ('ede', 'confidentialAdviser', 'vera', ${new Uint8Array([7, 8])}), ('ede', 'mentor', 'vera', null)`,
  )
}

test('the key of a function moves from the membership to a share of its own, and nobody loses it', async () => {
  await asTheFirstVersionLeftIt()
  await migrate(opened.db)
  const keys = await rowsOf<Record<string, unknown>>(
    opened.db,
    sql`select site_id, role::text as role, generation, recipient, certificate = h.c as is_in_force, made_on::text as made_on
        from function_keys, (select certificate as c from holders where id = 'confidentialAdviser') h`,
  )
  expect(keys).toEqual([
    {
      ...{ site_id: 'ede', role: 'confidentialAdviser', generation: 1, recipient: 'age1pq1function' },
      ...{ is_in_force: true, made_on: '2026-09-01' },
    },
  ])
  const shares = await rowsOf<{ staff_id: string; sealed: Uint8Array }>(
    opened.db,
    sql`select staff_id, sealed from function_key_shares`,
  )
  expect(shares.map(({ staff_id, sealed }) => [staff_id, [...sealed]])).toEqual([['vera', [7, 8]]])
  const roles = await rowsOf(opened.db, sql`select role::text as role from memberships order by 1`)
  expect(roles).toEqual([{ role: 'confidentialAdviser' }, { role: 'mentor' }])
})

test('people of before count as having a recovery sheet, so that their function goes on taking reports', async () => {
  const confirmed = await rowsOf(opened.db, sql`select recovery_confirmed_on::text as day from staff_keys`)
  expect(confirmed).toEqual([{ day: '2026-09-01' }])
})
