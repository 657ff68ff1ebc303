import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { type Database, openDatabase, rowsOf } from './connect.ts'

const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url))

/** Any number will do, as long as every version of the program uses the same. */
const migrationLock = 36_777

/**
 * Brings the schema up to date. The files and the table are drizzle's, but drizzle's own migrator takes no lock; here
 * all of it is one transaction that holds an advisory lock, so that two processes may start at once and a migration
 * that fails half-way leaves nothing behind.
 */
export async function migrate(db: Database): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder })
  await db.transaction(async (tx) => {
    // Another process may be busy with a long migration: wait for it, however long the pool's own limit is.
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`)
    await tx.execute(sql`create schema if not exists drizzle`)
    await tx.execute(
      sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
    )
    const newest = await newestMigration(tx)
    for (const { folderMillis, hash, sql: statements } of migrations) {
      if (folderMillis <= newest) continue
      for (const statement of statements) await tx.execute(sql.raw(statement))
      await tx.execute(
        sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`,
      )
    }
  })
}

/** When the newest migration that this database has was made; 0 when it has none. */
async function newestMigration(db: Database): Promise<number> {
  const rows = await rowsOf<{ newest: string | null }>(
    db,
    sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
  )
  return Number(rows[0]?.newest ?? 0)
}

if (import.meta.main) {
  const database = await openDatabase({
    databaseUrl: process.env.DATABASE_URL,
    dataDir: process.env.DATA_DIR ?? './data',
  })
  await migrate(database.db)
  await database.close()
  console.log('The database is up to date.')
}
