import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** PGlite (embedded) or PostgreSQL behind one type: a query that works on one only is a bug. */
export type Database = PgDatabase<PgQueryResultHKT>
export const databaseKinds = ['pglite', 'postgres'] as const
export type DatabaseKind = (typeof databaseKinds)[number]

export type OpenDatabase = Readonly<{
  db: Database
  kind: DatabaseKind
  /** True when this start made the embedded database. */
  isNew: boolean
  close(): Promise<void>
}>

/** Names in the code are camelCase, in the database snake_case; drizzle.config.ts says the same. */
export const casing = 'snake_case'

export type DatabasePlace = Readonly<{
  /** A PostgreSQL; without it the embedded database in `dataDir`. */
  databaseUrl?: string | undefined
  dataDir: string
  /** The embedded engine can stop for good, on a full disk for one; then the process has to end. */
  onEngineStopped?: () => void
}>

/** The driver is loaded only when it is the one in use: loading both doubles the time a start takes. */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, onEngineStopped = () => undefined } = place
  if (databaseUrl) {
    const { connectPostgres } = await import('./postgres.ts')
    return connectPostgres(databaseUrl)
  }
  const { openPglite } = await import('./pglite.ts')
  return openPglite(dataDir, onEngineStopped)
}

/** Rows of a raw statement: PGlite wraps them in an object, postgres.js does not. */
export async function rowsOf<Row>(db: Database, statement: SQL): Promise<Row[]> {
  const result: unknown = await db.execute(statement)
  return (Array.isArray(result) ? [...result] : (result as { rows: Row[] }).rows) as Row[]
}
